namespace Her2Gen.References.Csl;

/// <summary>Tells scripts that part words with spaces and have initials from those that do not, such as Chinese.</summary>
internal static class Script
{
    /// <summary>Whether the letter is of a script that is set as Latin is: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai.</summary>
    public static bool IsRomanesque(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '&'
            or >= '\u00C0' and <= '\u017F' or >= '\u0218' and <= '\u021B'
            or >= '\u0370' and <= '\u03FF' or >= '\u0400' and <= '\u052F'
            or >= '\u0590' and <= '\u05FF' and not '\u05D5' or >= '\u0600' and <= '\u06FF'
            or >= '\u0E01' and <= '\u0E5B' or >= '\u1E00' and <= '\u1FFF'
            or >= '\u200C' and <= '\u200E' or >= '\u202A' and <= '\u202E';

    public static bool HasRomanesque(string text)
    {
        foreach (char c in text)
            if (IsRomanesque(c)) return true;
        return false;
    }

    public static bool StartsRomanesque(string text) => text.Length > 0 && IsRomanesque(text[0]) && text[0] != '-' && !char.IsAsciiDigit(text[0]);
}
