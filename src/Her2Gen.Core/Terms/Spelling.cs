using System.Buffers;

namespace Her2Gen.Terms;

/// <summary>How a term is found in a text: which characters count as the same, and where case matters.</summary>
public static class Spelling
{
    // Those that have a plain form: most texts have none of them.
    private static readonly SearchValues<char> Typographic = SearchValues.Create("\n\u00A0\u202F\u2010\u2011’");

    /// <summary>The text with spaces, hyphens and apostrophes in their plain form. No character is added or lost.</summary>
    public static string Plain(string text) => !text.AsSpan().ContainsAny(Typographic) ? text : string.Create(text.Length, text, (plain, written) =>
    {
        for (int i = 0; i < plain.Length; i++) plain[i] = Plain(written[i]);
    });

    private static char Plain(char c) => c switch
    {
        '\n' or '\u00A0' or '\u202F' => ' ',
        '\u2010' or '\u2011' => '-',
        '’' => '\'',
        _ => c,
    };

    /// <summary>The spelling; and, when all its letters behind the first are lower case, the one with the other case of the first letter.</summary>
    /// <remarks>So “Hazard ratio” begins a sentence or stands within one, while “pCR” and “HER2-low” are what they are.</remarks>
    public static IEnumerable<string> Cases(string spelling)
    {
        string plain = Plain(spelling);
        yield return plain;
        if (plain.Length == 0 || !char.IsLetter(plain[0]) || plain.Skip(1).Any(c => char.IsLetter(c) && !char.IsLower(c))) yield break;
        char other = char.IsUpper(plain[0]) ? char.ToLowerInvariant(plain[0]) : char.ToUpperInvariant(plain[0]);
        if (other != plain[0]) yield return other + plain[1..];
    }

    /// <summary>The one form that a missing term is reported by, whichever of its spellings was used: <c>TIL</c> for “TILs”, <c>adjuvant</c> for “Adjuvant”.</summary>
    public static string Canonical(string name)
    {
        string plain = Plain(name);
        if (plain.Length > 2 && plain[^1] == 's' && char.IsUpper(plain[^2])) plain = plain[..^1];
        return plain.Length > 1 && char.IsUpper(plain[0]) && plain.Skip(1).All(c => !char.IsLetter(c) || char.IsLower(c)) ? char.ToLowerInvariant(plain[0]) + plain[1..] : plain;
    }
}
