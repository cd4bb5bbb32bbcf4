using System.Text.RegularExpressions;

namespace Her2Gen.Markup;

/// <summary>Words in capitals, which are abbreviations unless someone says that they are names: <c>ADCC</c>, <c>pCR</c>, <c>T-DM1</c>.</summary>
/// <remarks>Two capitals make one; Roman numerals (<c>IIIA</c>) and names of joined words (<c>PubMed</c>, <c>McNemar</c>) are none.</remarks>
internal static partial class CapitalWords
{
    [GeneratedRegex(@"^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})[A-Ca-c]?[0-9]?$")]
    private static partial Regex RomanNumeral { get; }

    [GeneratedRegex(@"^(Mc)?(\p{Lu}\p{Ll}{2,})+$")]
    private static partial Regex JoinedWords { get; }

    /// <summary>Each abbreviation of a text, without the plain words that hyphens join to it and without the <c>s</c> of its plural.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        int at = 0;
        while (NextPart(text, at) is var (start, end))
        {
            at = end;
            if (!IsOne(text.AsSpan(start, end - start))) continue;
            while (start >= 2 && text[start - 1] == '-' && StartOfPart(text, start - 1) is var before && IsOfName(text.AsSpan(before, start - 1 - before))) start = before;
            while (end < text.Length - 1 && text[end] == '-' && EndOfPart(text, end + 1) is var behind && IsOfName(text.AsSpan(end + 1, behind - end - 1))) end = behind;
            at = end;
            yield return (start, end - start - (IsPlural(text.AsSpan(..end)[StartOfPart(text, end)..]) ? 1 : 0));
        }
    }

    private static bool IsOne(ReadOnlySpan<char> part) => HasTwoCapitals(part) && !RomanNumeral.IsMatch(part) && !JoinedWords.IsMatch(part);

    private static bool IsPlural(ReadOnlySpan<char> part) => part.EndsWith('s') && IsOne(part[..^1]);

    // The T of T-DM1, the 2 of IL-2, the CoV of SARS-CoV-2; not the Positive of a title.
    private static bool IsOfName(ReadOnlySpan<char> part) => part.Length > 0 && (!HasLower(part) || HasTwoCapitals(part));

    private static bool HasTwoCapitals(ReadOnlySpan<char> part)
    {
        int capitals = 0;
        foreach (char c in part)
            if (char.IsUpper(c) && ++capitals == 2) return true;
        return false;
    }

    private static bool HasLower(ReadOnlySpan<char> part)
    {
        foreach (char c in part)
            if (char.IsLower(c)) return true;
        return false;
    }

    private static (int Start, int End)? NextPart(string text, int at)
    {
        while (at < text.Length && !TermIndex.IsOfWord(text[at])) at++;
        return at == text.Length ? null : (at, EndOfPart(text, at));
    }

    private static int StartOfPart(string text, int end)
    {
        while (end > 0 && TermIndex.IsOfWord(text[end - 1])) end--;
        return end;
    }

    private static int EndOfPart(string text, int start)
    {
        while (start < text.Length && TermIndex.IsOfWord(text[start])) start++;
        return start;
    }
}
