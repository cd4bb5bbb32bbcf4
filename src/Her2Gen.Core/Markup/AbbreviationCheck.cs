using Her2Gen.Diagnostics;
using Her2Gen.Terms;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>An abbreviation is explained where a page first uses it (AMA Manual of Style, 11th edition, chapter 13): <c>words in full (WIF)</c>, or <c>WIF (words in full)</c>.</summary>
internal sealed class AbbreviationCheck(MarkdownText page, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Abbreviation> defined = page.Tree.GetAbbreviations() ?? [];
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    /// <summary>Whether the text itself says what an abbreviation stands for, with <c>*[X]: …</c>.</summary>
    public bool Defines(string label) => defined.ContainsKey(label);

    /// <summary>Reports the abbreviations that a text defines with <c>*[X]: …</c> and does not use.</summary>
    public static void ReportUnused(MarkdownText page, DiagnosticBag diagnostics)
    {
        if (page.Tree.GetAbbreviations() is not { Count: > 0 } defined) return;
        HashSet<Abbreviation> marked = [.. page.Tree.Descendants<AbbreviationInline>().Select(inline => inline.Abbreviation)];
        Abbreviation[] unmarked = [.. defined.Values.Where(abbreviation => !marked.Contains(abbreviation))];
        if (unmarked.Length == 0) return;
        string[] texts = [.. page.Tree.Descendants<LeafBlock>().Where(block => block.Inline is not null).Select(block => BlockText.Of(block.Inline ?? [], canLink: false).Text)];
        foreach (Abbreviation abbreviation in unmarked.Where(abbreviation => !texts.Any(text => IndexOfWord(text, Spelling.Plain(abbreviation.Label ?? "")) >= 0)))
            diagnostics.Add(Rules.TermUnused, page.At(abbreviation.Span), $"no text uses `{abbreviation.Label}`", "use it, or remove it");
    }

    /// <summary>Reports each abbreviation that a stretch of running text is the first to use, and does not explain.</summary>
    /// <param name="matches">What it uses of the glossary.</param>
    public void Check(BlockText block, IReadOnlyList<TermMatch> matches)
    {
        foreach (TermMatch match in matches)
            if (match is { IsTermItself: true, Term: { Expansion: { } words } term }) Check(block, match.Start, match.Length, term.Name, words);
        foreach ((string label, Abbreviation abbreviation) in defined)
            if (!met.Contains(label) && IndexOfWord(block.Text, Spelling.Plain(label)) is var at and >= 0) Check(block, at, label.Length, label, abbreviation.Text.ToString());
    }

    private void Check(BlockText block, int start, int length, string name, string words)
    {
        if (words.Trim().Length > 0 && met.Add(name) && !IsExplained(block.Text, start, start + length, Spelling.Plain(words.Trim())))
            diagnostics.Add(Rules.AbbreviationUnexplained, page.At(block.SpanOf(start, length, page)), $"`{name}` is not explained where it is first used", $"write `{words} ({name})`");
    }

    // Markdig marks less than an author means: not the `(X)` behind its words.
    private static int IndexOfWord(string text, string word)
    {
        if (word.Length == 0) return -1;
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> behind = text.AsSpan(at + word.Length);
            if ((at == 0 || !TermIndex.IsOfWord(text[at - 1])) && (behind.IsEmpty || !TermIndex.IsOfWord(behind[0]) || (behind[0] == 's' && (behind.Length == 1 || !TermIndex.IsOfWord(behind[1]))))) return at;
        }

        return -1;
    }

    private static bool IsExplained(string text, int start, int end, string words) => WordForms(words).Any(form => StandsBefore(text, start, form) || StandsBehind(text, end, form));

    private static IEnumerable<string> WordForms(string words)
    {
        yield return words;
        yield return words + "s";
        yield return words + "es";
        if (words.EndsWith('y')) yield return words[..^1] + "ies";
    }

    private static bool StandsBefore(string text, int start, string words)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, start);
        if (!before.EndsWith(" (") || !before[..^2].EndsWith(words, StringComparison.OrdinalIgnoreCase)) return false;
        int first = start - 2 - words.Length;
        return first == 0 || !TermIndex.IsOfWord(text[first - 1]);
    }

    private static bool StandsBehind(string text, int end, string words)
    {
        ReadOnlySpan<char> behind = text.AsSpan(end);
        if (!behind.StartsWith(" (") || !behind[2..].StartsWith(words, StringComparison.OrdinalIgnoreCase)) return false;
        int last = end + 2 + words.Length;
        return last == text.Length || !TermIndex.IsOfWord(text[last]);
    }
}
