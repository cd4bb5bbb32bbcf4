using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>ROR IDs of research organisations: a zero, six characters of Crockford's base 32, and two check digits (ISO/IEC 7064, MOD 97-10).</summary>
public readonly record struct Ror
{
    public const string Form = "nine characters, the last two computed from the others";

    // Crockford's alphabet: no i, l, o and u, which are misread.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private Ror(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://ror.org/{Value}";

    /// <summary>Takes the bare ID, without <c>https://ror.org/</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ror ror)
    {
        ror = default;
        if (text is null || !IsValid(text)) return false;
        ror = new Ror(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        if (text.Length != 9 || text[0] != '0' || !char.IsAsciiDigit(text[7]) || !char.IsAsciiDigit(text[8])) return false;
        long number = 0;
        foreach (char c in text.AsSpan(1, 6))
        {
            int digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return false;
            number = number * Alphabet.Length + digit;
        }

        return 98 - number * 100 % 97 == (text[7] - '0') * 10 + text[8] - '0';
    }
}
