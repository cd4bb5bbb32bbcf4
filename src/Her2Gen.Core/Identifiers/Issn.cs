using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>ISSNs: eight characters in two groups, the last a check character of weight 1 (ISO 3297).</summary>
public readonly record struct Issn
{
    public const string Form = "four digits, a hyphen, and four more, the last computed from the others";

    private Issn(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://portal.issn.org/resource/ISSN/{Value}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Issn issn)
    {
        issn = default;
        if (text is null || !IsValid(text)) return false;
        issn = new Issn(text);
        return true;
    }

    /// <summary>ISSNs parted by spaces, each with the hyphen that exports leave out.</summary>
    public static string Hyphenated(string text) => string.Join(' ', text.Split(' ').Select(one =>
        one.Length == 8 && one.AsSpan(0, 7).ContainsOnlyDigits() ? $"{one[..4]}-{one[4..].ToUpperInvariant()}" : one));

    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        if (text.Length != 9 || text[4] != '-') return false;
        int total = 0;
        for (int i = 0; i < 9; i++)
        {
            if (i == 4) continue;
            int weight = i < 4 ? 8 - i : 9 - i;
            if (char.IsAsciiDigit(text[i])) total += weight * (text[i] - '0');
            else if (i == 8 && text[i] == 'X') total += 10;
            else return false;
        }

        return total % 11 == 0;
    }
}
