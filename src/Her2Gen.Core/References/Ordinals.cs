namespace Her2Gen.References;

/// <summary>Editions in words or with an ending, as the number that CSL counts with.</summary>
internal static class Ordinals
{
    private static readonly string[] Words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary><c>2</c> for "2nd", "Second" and "2nd ed."; any other text stays as it is.</summary>
    public static string Number(string text)
    {
        string word = text.Trim();
        foreach (string ending in (string[])[" edition", " edn.", " edn", " ed.", " ed"])
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) word = word[..^ending.Length].Trim();
        int named = Array.FindIndex(Words, one => one.Equals(word, StringComparison.OrdinalIgnoreCase));
        if (named >= 0) return $"{named + 1}";
        string digits = word.Length > 2 && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : text;
    }
}
