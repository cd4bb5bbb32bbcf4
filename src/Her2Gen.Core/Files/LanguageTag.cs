namespace Her2Gen.Files;

/// <summary>Language tags as BCP 47 (RFC 5646, section 2.1) forms them: <c>en</c>, <c>en-US</c>, <c>zh-Hant-TW</c>.</summary>
public static class LanguageTag
{
    /// <summary>Whether the tag is well formed; that its subtags are registered is not looked up.</summary>
    public static bool IsWellFormed(string tag)
    {
        string[] subtags = tag.Split('-');
        return subtags[0].Length is 2 or 3 && subtags[0].All(char.IsAsciiLetter)
            && subtags.Skip(1).All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));
    }
}
