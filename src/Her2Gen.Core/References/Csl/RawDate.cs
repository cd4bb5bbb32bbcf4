using System.Globalization;
using Her2Gen.Identifiers;

namespace Her2Gen.References.Csl;

/// <summary>Reads dates that people have typed: <c>2001-03-15</c>, <c>15 March 2001</c>, <c>March 15, 2001</c>, <c>Spring 1999 - Summer 2001</c>, <c>1999/2001</c>, <c>c. 1640?</c>, <c>44 BC</c>.</summary>
/// <remarks>What it does not know stays as it is, as words.</remarks>
internal static class RawDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "spr", "sum", "fal", "win", "aut"];

    public static CslDate Parse(string text)
    {
        string raw = text.Trim();
        bool circa = raw.Contains('?') || raw.Contains('~') || raw.StartsWith("ca ", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("c.", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("ca.", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("circa", StringComparison.OrdinalIgnoreCase);
        string plain = raw.Trim('?', '~', ' ');
        foreach (string prefix in (string[])["circa", "ca.", "c.", "ca "])
        {
            if (!plain.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            plain = plain[prefix.Length..].Trim();
            break;
        }

        foreach ((string start, string end) in Ranges(plain))
        {
            if (Point(end) is not { } last) continue;
            // "May - June 2001": the year stands once.
            CslDatePoint? first = Point(start) ?? (Month(start) is > 0 and var month ? new CslDatePoint(last.Year, month, 0) : null);
            if (first is { } known) return new CslDate(known, last) { Circa = circa };
        }

        return Point(plain) is { } point ? new CslDate(point, null) { Circa = circa } : CslDate.OfWords(raw.Trim('"')) with { Circa = circa };
    }

    private static IEnumerable<(string Start, string End)> Ranges(string text)
    {
        foreach (string sign in (string[])["/", " - ", "–", "_"])
            if (text.Split(sign) is [var start, var end] && start.Length > 0 && end.Length > 0) yield return (start.Trim(), end.Trim());
        if (text.Split('-') is [{ Length: 4 } from, { Length: 4 } to] && IsNumber(from) && IsNumber(to)) yield return (from, to);
    }

    private static CslDatePoint? Point(string text)
    {
        int time = text.IndexOf('T', StringComparison.Ordinal);
        if (time > 4 && char.IsAsciiDigit(text[time - 1])) text = text[..time];
        if (text.StartsWith('-') && IsNumber(text[1..])) return new CslDatePoint(-int.Parse(text[1..], CultureInfo.InvariantCulture), 0, 0);
        string[] iso = text.Split('-', '/');
        if (iso.Length is >= 1 and <= 3 && iso.All(IsNumber)) return Numeric(iso);
        int year = 0, month = 0, day = 0;
        foreach (string word in text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            string digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
            if (Month(word) is > 0 and var named && month == 0) month = named;
            else if (word is "BC" or "BCE" or "bc" or "bce" && year > 0) year = -year;
            else if (word is "AD" or "CE" or "ad" or "ce") continue;
            else if (!IsNumber(digits)) return null;
            else if (digits.Length > 2 || (month > 0 && day > 0)) year = int.Parse(digits, CultureInfo.InvariantCulture);
            else if (int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var number) day = number;
            else return null;
        }

        return year == 0 ? null : new CslDatePoint(year, month, day);
    }

    private static CslDatePoint? Numeric(string[] parts)
    {
        int[] numbers = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        int year = Array.FindIndex(parts, part => part.Length == 4);
        if (parts.Length == 1) return parts[0].Length <= 4 ? new CslDatePoint(numbers[0], 0, 0) : null;
        if (year == 0) return new CslDatePoint(numbers[0], numbers[1], numbers.ElementAtOrDefault(2));
        if (year != parts.Length - 1) return null;
        return parts.Length == 2 ? new CslDatePoint(numbers[1], numbers[0], 0)
            : numbers[0] > 12 ? new CslDatePoint(numbers[2], numbers[1], numbers[0])
            : new CslDatePoint(numbers[2], numbers[0], numbers[1]);
    }

    private static int Month(string word)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[0])) return 0;
        int found = Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1;
        return found == 17 ? 15 : found;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 9 && text.AsSpan().ContainsOnlyDigits();
}
