namespace Her2Gen.Files;

/// <summary>ROR IDs of research organisations: a zero, six characters of Crockford's base 32, and two check digits (ISO/IEC 7064, MOD 97-10).</summary>
public static class Ror
{
    // Crockford's alphabet: no i, l, o and u, which are misread.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Whether a bare ID, without <c>https://ror.org/</c>, has its form and its check digits.</summary>
    public static bool IsValid(string text)
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
