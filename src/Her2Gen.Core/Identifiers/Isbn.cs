using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>ISBNs, of ten or thirteen digits, with or without hyphens or spaces, the last a check digit (ISO 2108).</summary>
public readonly record struct Isbn
{
    public const string Form = "ten or thirteen digits, of which the last is a check digit";

    private Isbn(string value) => Value = value;

    public string Value { get; }

    /// <summary>Its name as a URN (RFC 8254): no address resolves every ISBN.</summary>
    public string Url => $"urn:isbn:{Value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Isbn isbn)
    {
        isbn = default;
        if (text is null || !IsValid(text)) return false;
        isbn = new Isbn(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        char[] digits = [.. text.Where(c => c is not ('-' or ' '))];
        return digits.Length switch
        {
            10 => IsOfTen(digits),
            13 => digits.All(char.IsAsciiDigit) && digits.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0,
            _ => false,
        };
    }

    private static bool IsOfTen(char[] digits)
    {
        if (!digits[..9].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[9]) || digits[9] == 'X')) return false;
        return digits.Select((c, i) => (10 - i) * (c == 'X' ? 10 : c - '0')).Sum() % 11 == 0;
    }
}
