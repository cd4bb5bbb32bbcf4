using System.Globalization;
using Her2Gen.Identifiers;

namespace Her2Gen.References.Csl;

/// <summary>A number variable's text in its parts: numbers, and what joins them ("2, 4", "12-19", "D2 &amp; D4").</summary>
internal sealed class NumberText
{
    /// <summary>One number and the text between it and the next.</summary>
    internal readonly record struct Part(string Prefix, string Value, string Joiner)
    {
        public bool IsPlain => Value.Length > 0 && Value.AsSpan().ContainsOnlyDigits();

        public string Whole => Prefix + Value;
    }

    private NumberText(List<Part> parts) => Parts = parts;

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether it is a number as CSL's "is-numeric" has it: digits, with letters before or behind, one or several.</summary>
    public bool IsNumeric => Parts.All(part => IsNumber(part.Value));

    public bool IsPlural => IsNumeric && Parts.Count > 1 && (char.IsAsciiDigit(Parts[0].Value[0]) || IsRoman(Parts[0].Value)) && Parts[0].Joiner != "\\-";

    public static NumberText Parse(string text, CslLocale locale)
    {
        string and = locale.IsEnglish ? "and" : locale.Word("and") ?? "and";
        string ampersand = locale.Word("and", Form.Symbol) is { } symbol && symbol != locale.Word("and") ? symbol : "&";
        text = text.Trim();
        if (text.Length == 0) text = "0";
        List<Part> parts = [];
        int start = 0;
        for (int at = 0; at < text.Length;)
        {
            if (Joiner(text, at, and) is { } end && end > at)
            {
                string joiner = text[at..end];
                string sign = joiner.Trim();
                if (sign == "&") joiner = $" {ampersand} ";
                else if (sign is "-" or "–" or "--") joiner = sign == "–" ? "–" : "-";
                parts.Add(Split(text[start..at], joiner));
                start = at = end;
                continue;
            }

            at++;
        }

        parts.Add(Split(text[start..], ""));
        return new NumberText(parts);
    }

    // The end of a joiner that begins here, or null.
    private static int? Joiner(string text, int at, string and)
    {
        int i = at;
        while (i < text.Length && text[i] == ' ') i++;
        if (i >= text.Length || at == 0) return null;
        char c = text[i];
        if (c is '-' or '–' or '&' || (c == '\\' && i + 1 < text.Length && text[i + 1] == '-'))
        {
            while (i < text.Length && (text[i] == c || text[i] is '-' or '–')) i++;
            return Spaces(text, i);
        }

        if (c is ',' or ';' && i + 1 < text.Length && text[i + 1] == ' ')
        {
            int behind = Spaces(text, i + 1);
            foreach (string word in (string[])["and", and])
                if (c == ',' && StartsWithWord(text, behind, word)) return Spaces(text, behind + word.Length);
            return behind;
        }

        // A word joins behind a space.
        if (i == at) return null;
        foreach (string word in (string[])["and", and])
            if (StartsWithWord(text, i, word)) return Spaces(text, i + word.Length);
        return null;
    }

    private static bool StartsWithWord(string text, int at, string word) =>
        word.Length > 0 && at + word.Length < text.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && text[at + word.Length] == ' ';

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    // Letters in front of a number stay with it: "e" of "e12".
    private static Part Split(string value, string joiner)
    {
        int letters = 0;
        while (letters < value.Length && char.IsAsciiDigit(value[letters])) letters++;
        int digits = letters;
        while (letters < value.Length && char.IsAsciiLetter(value[letters])) letters++;
        if (letters == digits) return new Part("", value, joiner);
        int zeros = letters;
        while (zeros < value.Length - 1 && value[zeros] == '0') zeros++;
        return IsNumber(value[zeros..]) && char.IsAsciiDigit(value[zeros]) ? new Part(value[..zeros], value[zeros..], joiner) : new Part("", value, joiner);
    }

    private static bool IsNumber(string value)
    {
        int at = 0;
        while (at < value.Length && char.IsAsciiDigit(value[at])) at++;
        if (at == 0) while (at < value.Length && value[at] is 'i' or 'x' or 'v' or 'l' or 'c' or 'm') at++;
        if (at == 0) return false;
        while (at < value.Length && (char.IsAsciiLetter(value[at]) || value[at] is '-' or ',' or ':')) at++;
        return at == value.Length || IsFraction(value);
    }

    private static bool IsFraction(string value) => value.Contains('/') && value.Split('/').All(part => part.Length > 0 && part.AsSpan().ContainsOnlyDigits());

    public static bool IsRoman(string value) => value.Length > 0 && value.All("ivxlcmIVXLCM".Contains);

    public static bool TryWhole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
