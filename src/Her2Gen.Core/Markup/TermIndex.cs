using System.Buffers;
using System.Globalization;
using Her2Gen.Terms;

namespace Her2Gen.Markup;

/// <summary>A place where a text uses a term.</summary>
/// <param name="Start">In the text that was searched.</param>
/// <param name="Term">Null for a name that is no term.</param>
/// <param name="IsTermItself">Whether the text is the term's own name, or its plural, and no other form.</param>
public readonly record struct TermMatch(int Start, int Length, Term? Term, bool IsTermItself)
{
    public int End => Start + Length;
}

/// <summary>Finds the terms of a glossary in texts.</summary>
/// <remarks>Whole words, the longest first; a plural in <c>s</c> or <c>es</c> belongs to its term. Texts are searched in their plain form (<see cref="Spelling.Plain(string)"/>).</remarks>
public sealed class TermIndex
{
    private static readonly string[] Endings = ["", "s", "es"];

    private readonly Dictionary<string, (Term? Term, bool IsTermItself)> bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<char, string[]> byFirst;
    private readonly SearchValues<string> any;
    private readonly Dictionary<Term, string> ids = [];

    /// <param name="names">Names in capitals that are no terms.</param>
    public TermIndex(Glossary glossary, IEnumerable<string> names)
    {
        // A term's own name counts before any form, and both before a mere name.
        foreach (Term term in glossary.Terms) Add(term.Name, term, isTermItself: true);
        foreach (Term term in glossary.Terms)
            foreach (string form in term.Spellings) Add(form, term, isTermItself: false);
        foreach (string name in names) Add(name, term: null, isTermItself: false);
        byFirst = bySpelling.Keys.GroupBy(spelling => spelling[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(spelling => spelling.Length).ToArray());
        any = SearchValues.Create([.. bySpelling.Keys], StringComparison.Ordinal);

        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Term term in glossary.Terms) ids.Add(term, UnusedId("g-" + Slug.Of(term.Name), taken));
    }

    /// <summary>The terms and their forms, for hints.</summary>
    public IEnumerable<string> Spellings => ids.Keys.SelectMany(term => term.Spellings);

    /// <summary>The id that a term's definition has on every page.</summary>
    public string IdOf(Term term) => ids[term];

    /// <summary>The term that a text names as a whole; null when there is none.</summary>
    public Term? Find(string text)
    {
        string plain = Spelling.Plain(text.Trim());
        foreach (string ending in Endings)
            if (plain.EndsWith(ending, StringComparison.Ordinal) && bySpelling.TryGetValue(plain[..^ending.Length], out (Term? Term, bool) found) && found.Term is not null) return found.Term;
        return null;
    }

    /// <summary>Every use of a term or a name, in the order of the text; none overlaps another.</summary>
    public IReadOnlyList<TermMatch> Matches(string plain)
    {
        List<TermMatch> matches = [];
        int at = 0;
        while (at < plain.Length && plain.AsSpan(at).IndexOfAny(any) is var next and >= 0)
        {
            at += next;
            TermMatch? match = MatchAt(plain, at);
            if (match is { } found) matches.Add(found);
            at = match?.End ?? at + 1;
        }

        return matches;
    }

    internal static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private void Add(string spelling, Term? term, bool isTermItself)
    {
        if (string.IsNullOrWhiteSpace(spelling)) return;
        foreach (string plain in Spelling.Cases(spelling.Trim())) bySpelling.TryAdd(plain, (term, isTermItself));
    }

    private static string UnusedId(string id, HashSet<string> taken)
    {
        string unused = id;
        for (int n = 2; !taken.Add(unused); n++) unused = $"{id}-{n}";
        return unused;
    }

    private TermMatch? MatchAt(string plain, int at)
    {
        foreach (string spelling in byFirst[plain[at]])
        {
            if (string.CompareOrdinal(plain, at, spelling, 0, spelling.Length) != 0) continue;
            if (at > 0 && IsOfWord(plain[at - 1]) && IsOfWord(plain[at])) continue;
            foreach (string ending in Endings)
            {
                int end = at + spelling.Length + ending.Length;
                if (string.CompareOrdinal(plain, end - ending.Length, ending, 0, ending.Length) != 0 || (end < plain.Length && IsOfWord(plain[end]) && IsOfWord(plain[end - 1]))) continue;
                (Term? term, bool isTermItself) = bySpelling[spelling];
                if (term is null || !(IsOfName(PartBefore(plain, at)) || IsOfName(PartBehind(plain, end)))) return new TermMatch(at, end - at, term, isTermItself);
            }
        }

        return null;
    }

    // `DM1` in `T-DM1` is another thing than DM1, but HER2 in `HER2-positive` is HER2, as it is in `HER2-HER3`.
    private bool IsOfName(ReadOnlySpan<char> part) =>
        part.Length > 0 && !part.ContainsAnyInRange('a', 'z') && !bySpelling.ContainsKey(part.ToString());

    private static ReadOnlySpan<char> PartBefore(string plain, int at)
    {
        if (at < 2 || plain[at - 1] != '-') return [];
        int start = at - 1;
        while (start > 0 && IsOfWord(plain[start - 1])) start--;
        return plain.AsSpan(start, at - 1 - start);
    }

    private static ReadOnlySpan<char> PartBehind(string plain, int end)
    {
        if (end > plain.Length - 2 || plain[end] != '-') return [];
        int stop = end + 1;
        while (stop < plain.Length && IsOfWord(plain[stop])) stop++;
        return plain.AsSpan(end + 1, stop - end - 1);
    }
}
