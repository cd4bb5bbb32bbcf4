using System.Globalization;
using Her2Gen.References.Csl;

namespace Her2Gen.References.BibTex;

/// <summary>Dates of BibLaTeX (<c>2001-03-15/2001-04</c>, <c>2001~</c>, <c>2001-21</c>: ISO 8601-2, level 1) and of BibTeX (<c>year</c>, <c>month</c>, <c>day</c>).</summary>
internal static class BibTexDates
{
    public static CslDate Read(string text)
    {
        bool circa = text.AsSpan().IndexOfAny("~?%") >= 0;
        string[] ends = [.. text.Split('/').Select(end => end.Trim().TrimEnd('~', '?', '%').Trim())];
        if (ends.Length > 2) return CslDate.OfWords(text);
        // An end that is open, "1999/..", is not known.
        CslDatePoint?[] points = [.. ends.Select(end => end is "" or ".." ? default(CslDatePoint) : Point(end))];
        if (points.Contains(null) && text.Any(char.IsAsciiDigit) && !text.Any(char.IsAsciiLetter)) return CslDate.OfWords(text);
        if (points.Contains(null) || points.All(point => point == default(CslDatePoint))) return RawDate.Parse(text);
        CslDatePoint start = points[0].GetValueOrDefault();
        CslDatePoint? last = points.Length > 1 && points[1] != default(CslDatePoint) ? points[1] : null;
        return start == default && last is { } only ? new CslDate(only, null) { Circa = circa } : new CslDate(start, last) { Circa = circa };
    }

    public static CslDate Read(string year, string month, string day)
    {
        if (month.Length == 0) return RawDate.Parse(year.Replace("–", "/", StringComparison.Ordinal));
        if (Number(month) is >= 1 and <= 12 and var number && Number(year) is > 0 and var known) return new CslDate(new CslDatePoint(known, number, Number(day) is >= 1 and <= 31 and var one ? one : 0), null);
        string words = month.Replace("–", "/", StringComparison.Ordinal).Replace("-", "/", StringComparison.Ordinal).Replace("/", " - ", StringComparison.Ordinal).Replace('\u00A0', ' ');
        return RawDate.Parse(day.Length > 0 ? $"{day} {words} {year}" : $"{words} {year}");
    }

    private static CslDatePoint? Point(string text)
    {
        int time = text.IndexOf('T', StringComparison.Ordinal);
        if (time > 4 && char.IsAsciiDigit(text[time - 1])) text = text[..time];
        bool isBefore = text.StartsWith('-');
        string[] parts = text.TrimStart('-').Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2)) return null;
        // Digits that are not known: "199X" is what there is of it.
        if (parts[0].All(char.IsAsciiDigit) is false) return null;
        int year = Number(parts[0]), month = parts.Length > 1 ? Number(parts[1]) : 0, day = parts.Length > 2 ? Number(parts[2]) : 0;
        if (month is < 0 or > 24 || month is > 12 and < 21 || day is < 0 or > 31) return null;
        return new CslDatePoint(isBefore ? -year : year, month > 20 ? month - 8 : month, day);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
