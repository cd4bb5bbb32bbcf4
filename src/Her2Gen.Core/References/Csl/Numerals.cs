namespace Her2Gen.References.Csl;

/// <summary>Numbers in other forms: roman, ordinal, in words, and the letters of year suffixes.</summary>
internal static class Numerals
{
    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string Roman(int number)
    {
        if (number is < 1 or >= 6000) return number.ToString();
        string roman = "";
        foreach ((int value, string sign) in RomanSigns)
        {
            for (; number >= value; number -= value) roman += sign;
        }

        return roman;
    }

    public static string Ordinal(int number, string gender, CslLocale locale) => number + locale.OrdinalSuffix(number, gender);

    /// <summary>"first" to "tenth"; a larger number is an ordinal in figures.</summary>
    public static string LongOrdinal(int number, string gender, CslLocale locale) =>
        number is >= 1 and <= 10 && locale.Word($"long-ordinal-{number:00}", Form.Long, isPlural: false, gender) is { } word ? word : Ordinal(number, gender, locale);

    /// <summary>a, b, …, z, aa, ab, …: the suffix of the n-th work of a year, from 0.</summary>
    public static string Suffix(int place)
    {
        string letters = "";
        for (int rest = place + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('a' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
