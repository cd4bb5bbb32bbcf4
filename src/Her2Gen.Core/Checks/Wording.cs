using System.Text;
using System.Text.RegularExpressions;

namespace Her2Gen.Checks;

/// <summary>When two wordings say the same.</summary>
internal static partial class Wording
{
    [GeneratedRegex(@"(['’-])\s+")]
    private static partial Regex Elision { get; }

    /// <summary>The text as a page shows it: runs of white space are one space; characters that a page cannot hold are gone.</summary>
    public static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!char.IsControl(c) && c != '\uFFFD')
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }

    public static bool SameText(string one, string other) => OneLine(one) == OneLine(other);

    /// <summary>Whether two names are one, in reading order or with the family name first.</summary>
    public static bool SameName(string one, string other) =>
        SameWords(one, other) || SameWords(ReadingOrder(one), other) || SameWords(one, ReadingOrder(other)) || SameWords(ReadingOrder(one), ReadingOrder(other));

    // A record keeps a particle apart, `d'` and `Artagnan`; a byline writes both as one.
    private static bool SameWords(string one, string other) => SameText(Elision.Replace(one, "$1"), Elision.Replace(other, "$1"));

    /// <summary><c>Slamon, Dennis</c> as <c>Dennis Slamon</c>.</summary>
    public static string ReadingOrder(string name) => name.Split(',') is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : name;

    /// <summary>Whether two dates agree as far as both go: a year, a month or a day. What stands behind the day is not looked at.</summary>
    public static bool SameDate(string one, string other) =>
        DateParts(one).Zip(DateParts(other)).All(pair => pair.First == pair.Second);

    /// <summary>Whether two language tags agree as far as both go; tags of two letters and of three cannot be compared.</summary>
    public static bool SameLanguage(string one, string other)
    {
        string[] first = one.Trim().ToLowerInvariant().Split('-', '_');
        string[] second = other.Trim().ToLowerInvariant().Split('-', '_');
        return first[0].Length != second[0].Length || first.Zip(second).All(pair => pair.First == pair.Second);
    }

    /// <summary>Whether two addresses name one page.</summary>
    public static bool SameAddress(string one, string other) => Page(one) == Page(other);

    /// <summary>Whether two addresses name one licence.</summary>
    public static bool SameLicence(string one, string other) => LicenceOf(one) == LicenceOf(other);

    private static IEnumerable<int> DateParts(string date) =>
        date.Trim().Split('T')[0].Split(['-', '/'], StringSplitOptions.RemoveEmptyEntries).Select(part => int.TryParse(part, out int number) ? number : -1);

    private static string Page(string address)
    {
        string page = address.Trim().Split('#')[0];
        return page.EndsWith("/index.html", StringComparison.Ordinal) ? page[..^"index.html".Length] : page;
    }

    private static string LicenceOf(string address)
    {
        string licence = address.Trim().ToLowerInvariant();
        licence = licence[(licence.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        if (licence.LastIndexOf("/deed", StringComparison.Ordinal) is var deed and > 0) licence = licence[..deed];
        return licence.Replace("/legalcode", "", StringComparison.Ordinal).TrimEnd('/');
    }
}
