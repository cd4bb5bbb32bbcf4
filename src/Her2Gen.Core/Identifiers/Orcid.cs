using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>ORCID iDs: sixteen characters in four groups, the last a check character (ISO/IEC 7064, MOD 11-2).</summary>
public readonly record struct Orcid
{
    public const string Form = "four groups of four, the last character computed from the others";

    private Orcid(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://orcid.org/{Value}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Orcid orcid)
    {
        orcid = default;
        if (text is null || !IsValid(text)) return false;
        orcid = new Orcid(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        if (text.Length != 19 || text[4] != '-' || text[9] != '-' || text[14] != '-') return false;
        int total = 0;
        for (int i = 0; i < 18; i++)
        {
            if (i is 4 or 9 or 14) continue;
            char c = text[i];
            if (!char.IsAsciiDigit(c)) return false;
            total = (total + c - '0') * 2 % 11;
        }

        int check = (12 - total) % 11;
        return text[18] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
