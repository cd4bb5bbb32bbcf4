using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>The references that were read, from whatever files: what is wrong with one, and with two of them together, is reported as they come in.</summary>
internal sealed class Library(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Reference> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Doi, Reference> byDoi = [];
    private readonly Dictionary<Pmid, Reference> byPmid = [];

    /// <summary>By key, in the order of the files.</summary>
    public IReadOnlyDictionary<string, Reference> References => byKey;

    /// <summary>Reports that a file, or a part of it, cannot be read.</summary>
    public void Refuse(Location place, string message, string? hint = null) => diagnostics.Add(Rules.ReferenceSyntax, place, message, hint);

    /// <summary>Reports a field that stands twice.</summary>
    public void RefuseTwice(Location place, string name) => diagnostics.Add(Rules.DuplicateKey, place, $"`{name}` stands twice", "keep one of them");

    /// <summary>Reports a field that no reference has.</summary>
    public void RefuseUnknown(Location place, string name, IEnumerable<string> known) =>
        diagnostics.Add(Rules.UnknownKey, place, $"`{name}` is no variable of CSL", Nearest.Hint(name, known.Order(StringComparer.Ordinal)));

    /// <summary>Takes a reference in, and reports what is wrong with it. One without a key is left out; of two with one key the first counts.</summary>
    /// <param name="place">Of the reference's key, or of its beginning.</param>
    /// <param name="places">Where each variable stands that stands anywhere.</param>
    /// <param name="isParent">As <see cref="Reference.IsParent"/>.</param>
    public void Add(CslItem item, Location place, IReadOnlyDictionary<string, Location> places, bool isParent = false)
    {
        if (item.Id.Length == 0) return;
        Reference reference = new(item, place) { IsParent = isParent };
        if (reference.Title.Length == 0) Refuse(place, $"`{item.Id}` needs a `title`");
        if (item.Type.Length > 0 && !Variables.Types.Contains(item.Type))
            Refuse(places.GetValueOrDefault("type", place), $"`{item.Type}` is no type of CSL", Nearest.Hint(item.Type, Variables.Types.Order(StringComparer.Ordinal)));
        CheckIdentifiers(item, variable => places.GetValueOrDefault(variable, place));
        if (!byKey.TryAdd(item.Id, reference)) RefuseKey(byKey[item.Id], place);
        if (reference.Doi is { } doi && !byDoi.TryAdd(doi, reference)) RefuseTwin($"DOI {doi}", reference, byDoi[doi], places.GetValueOrDefault("DOI", place));
        if (reference.Pmid is { } pmid && !byPmid.TryAdd(pmid, reference)) RefuseTwin($"PMID {pmid}", reference, byPmid[pmid], places.GetValueOrDefault("PMID", place));
    }

    private void CheckIdentifiers(CslItem item, Func<string, Location> at)
    {
        if (item.Text("DOI") is { } doi && !Doi.TryParse(doi, out _)) Malformed("DOI", doi, "a DOI", Doi.Form);
        if (item.Text("PMID") is { } pmid && !Pmid.TryParse(pmid, out _)) Malformed("PMID", pmid, "a PMID", Pmid.Form);
        if (item.Text("PMCID") is { } pmcid && !Pmcid.TryParse(pmcid, out _)) Malformed("PMCID", pmcid, "a PMCID", Pmcid.Form);
        if (item.Text("ISBN") is { } isbn)
            foreach (string one in Several(isbn, Isbn.TryParse(isbn, out _)).Where(one => !Isbn.TryParse(one, out _))) Malformed("ISBN", one, "an ISBN", Isbn.Form);
        if (item.Text("ISSN") is { } issn)
            foreach (string one in Several(issn, isOne: false).Where(one => !Issn.TryParse(one, out _))) Malformed("ISSN", one, "an ISSN", Issn.Form);
        if (item.Text("URL") is { } url && !Reference.IsWebAddress(url)) diagnostics.Add(Rules.UnsafeUrlScheme, at("URL"), $"`{url}` is not an http or https address");

        void Malformed(string variable, string text, string name, string form) => diagnostics.Add(Rules.IdentifierMalformed, at(variable), $"`{text}` is not {name}", form);
    }

    // A book has an ISBN for each of its bindings, a journal an ISSN in print and one on line; libraries keep them in one field.
    private static string[] Several(string text, bool isOne) => isOne ? [text] : text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    private void RefuseKey(Reference other, Location place)
    {
        string where = other.Location.File == place.File ? $"at line {other.Location.Line}" : $"at {other.Location}";
        diagnostics.Add(Rules.DuplicateReference, place, $"`{other.Key}` stands already {where}", "give one of them another key");
    }

    private void RefuseTwin(string identifier, Reference reference, Reference other, Location place)
    {
        if (other.Key != reference.Key) diagnostics.Add(Rules.DuplicateReference, place, $"`{reference.Key}` and `{other.Key}` have the same {identifier}", "keep one of them, or correct it");
    }
}
