namespace Her2Gen.Files;

/// <summary>ISBNs, of ten or thirteen digits, with or without hyphens or spaces, the last a check digit (ISO 2108).</summary>
public static class Isbn
{
    public static bool IsValid(string text)
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
