using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Terms;

/// <summary>Reads <c>glossary.yml</c>: terms, each with its definition, or with the keys of <see cref="Term.Schema"/>.</summary>
public static class GlossaryReader
{
    /// <summary>The terms that could be read. What is wrong is reported, and reading goes on.</summary>
    public static Glossary Read(SourceText source, DiagnosticBag diagnostics)
    {
        YamlMap? map = YamlReader.Read(source, 0, source.Text.Length, diagnostics);
        List<Term> terms = [];
        foreach (YamlEntry entry in map?.Entries ?? [])
        {
            if (string.IsNullOrWhiteSpace(entry.Key)) diagnostics.Add(Rules.WrongType, entry.KeyLocation, "a term is empty", "write the term in front of the colon");
            else if (ReadTerm(entry, diagnostics) is { } term) terms.Add(term);
        }

        CheckSpellings(terms, diagnostics);
        CheckSee(terms, diagnostics);
        return new Glossary(terms);
    }

    private static Term? ReadTerm(YamlEntry entry, DiagnosticBag diagnostics)
    {
        string name = entry.Key.Trim();
        switch (entry.Value)
        {
            case YamlText { Value: var definition }:
                if (string.IsNullOrWhiteSpace(definition)) diagnostics.Add(Rules.MissingKey, entry.KeyLocation, $"`{name}` has no definition", "write it behind the colon");
                return new Term(name, Expansion: null, definition, [], [], entry.KeyLocation);
            case YamlMap map:
                Term.Schema.Check(map, diagnostics);
                return Term.From(name, map, entry.KeyLocation);
            default:
                diagnostics.Add(Rules.WrongType, entry.Value.Location, $"`{name}` must be a definition, or `key: value` lines");
                return null;
        }
    }

    // A text that may mean two terms would be linked to one of them by chance.
    private static void CheckSpellings(List<Term> terms, DiagnosticBag diagnostics)
    {
        Dictionary<string, Term> owners = new(StringComparer.Ordinal);
        foreach (Term term in terms)
            foreach (string spelling in Spelling.Cases(term.Name))
                if (!owners.TryAdd(spelling, term) && owners[spelling] != term) ReportClaim(term.Name, term.Location, owners[spelling], diagnostics);
        foreach (Term term in terms)
            foreach (YamlText form in term.Forms)
                foreach (string spelling in Spelling.Cases(form.Value))
                    if (!owners.TryAdd(spelling, term) && owners[spelling] != term) ReportClaim(form.Value, form.Location, owners[spelling], diagnostics);
    }

    private static void ReportClaim(string spelling, Location place, Term owner, DiagnosticBag diagnostics) =>
        diagnostics.Add(Rules.DuplicateKey, place, $"`{spelling}` is `{owner.Name}` of line {owner.Location.Line} too", "leave it to one of the two terms");

    private static void CheckSee(List<Term> terms, DiagnosticBag diagnostics)
    {
        string[] known = [.. terms.Select(term => term.Name)];
        foreach (YamlText see in terms.SelectMany(term => term.See).Where(see => !known.Contains(see.Value)))
            diagnostics.Add(Rules.UnknownTerm, see.Location, $"no term `{Spelling.Canonical(see.Value)}` in the glossary", Nearest.Hint(see.Value, known));
    }
}
