using Her2Gen.Diagnostics;
using Her2Gen.Terms;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>Reports names that the glossary asks to avoid, such as trade names, where the text does not explain one behind the name that is preferred: <c>trastuzumab (Herceptin)</c>.</summary>
internal static class PreferredNameCheck
{
    /// <param name="blocks">Those of the text.</param>
    /// <param name="glossary">Null where there is none.</param>
    public static void Check(MarkdownText text, OrderedDictionary<LeafBlock, BlockText> blocks, Glossary? glossary, DiagnosticBag diagnostics)
    {
        (Term Term, string Name)[] avoided = [.. glossary?.Terms.SelectMany(term => term.Avoid.Select(name => (term, Spelling.Plain(name.Value.Trim())))).Where(avoid => avoid.Item2.Length > 0) ?? []];
        if (avoided.Length == 0) return;
        foreach (BlockText block in blocks.Values)
        {
            foreach ((Term term, string name) in avoided)
                foreach (int at in Uses(block.Text, name).Where(at => !IsExplained(block.Text, at, term)))
                    diagnostics.Add(Rules.TermAvoided, text.At(block.SpanOf(at, name.Length, text)), $"`{block.Text.Substring(at, name.Length)}` is a name to avoid", $"write `{Preferred(term)}`; once, `{Preferred(term)} ({name})` may explain it");
        }
    }

    private static IEnumerable<int> Uses(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + name.Length;
            if ((at == 0 || !TermIndex.IsOfWord(text[at - 1])) && (end == text.Length || !TermIndex.IsOfWord(text[end]))) yield return at;
        }
    }

    // Within the parenthesis that stands right behind the preferred name, maybe beside others.
    private static bool IsExplained(string text, int at, Term term)
    {
        int open = text.LastIndexOf(" (", at, StringComparison.Ordinal);
        return open >= 0 && !text.AsSpan(open, at - open).Contains(')')
            && term.Spellings.Append(term.Expansion ?? term.Name).Any(spelling => text.AsSpan(0, open).EndsWith(Spelling.Plain(spelling), StringComparison.OrdinalIgnoreCase));
    }

    private static string Preferred(Term term) => Spelling.Canonical(term.Name);
}
