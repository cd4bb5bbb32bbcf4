using Her2Gen.Diagnostics;
using Her2Gen.Terms;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>Each marked term and each abbreviation is in the glossary, and each term of the glossary is in a text.</summary>
public static class TermCheck
{
    internal const string AddIt = "add it to content/glossary.yml";

    /// <summary>Reports the terms that no text uses.</summary>
    public static void ReportUnused(Glossary glossary, IReadOnlySet<Term> used, DiagnosticBag diagnostics)
    {
        foreach (Term term in glossary.Terms.Where(term => !used.Contains(term)))
            diagnostics.Add(Rules.TermUnused, term.Location, $"no text uses `{term.Name}`", "use it, or remove it");
    }

    /// <summary>Reports every mark of a text that stands alone, without a glossary.</summary>
    internal static void ReportMarks(MarkdownText page, DiagnosticBag diagnostics)
    {
        foreach (TermInline mark in page.Tree.Descendants<TermInline>())
        {
            mark.IsUnknown = true;
            ReportUnknown(NameOf(mark), page.At(mark.Span), [], AddIt, diagnostics);
        }
    }

    /// <summary>What the author says that the term is.</summary>
    internal static string NameOf(TermInline mark) => mark.Key ?? BlockText.Of(mark, canLink: false).Text.Trim();

    internal static void ReportUnknown(string name, Location place, IEnumerable<string> known, string otherwise, DiagnosticBag diagnostics) =>
        diagnostics.Add(Rules.UnknownTerm, place, $"no term `{Spelling.Canonical(name)}` in the glossary", Nearest.Hint(name, known) ?? otherwise);
}
