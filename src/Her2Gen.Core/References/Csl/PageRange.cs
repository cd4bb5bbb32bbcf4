using System.Globalization;

namespace Her2Gen.References.Csl;

/// <summary>The end of a range of pages as a style abbreviates it (CSL 1.0.2, appendix V).</summary>
internal static class PageRange
{
    /// <summary>What the last page is written as: "28" for 321–328 in "minimal-two".</summary>
    /// <param name="format">The style's page-range-format; null keeps the pages as they are.</param>
    /// <param name="isShortened">Whether the format drops what the pages share.</param>
    public static string End(string first, string last, string? format, out bool isShortened)
    {
        isShortened = false;
        if (format is null || first.Length == 0) return last;
        string whole = last.Length < first.Length ? first[..(first.Length - last.Length)] + last : last;
        if (!Digits(first, out long begin) || !Digits(whole, out long end) || begin >= end) return last;
        isShortened = format != "expanded";
        return format switch
        {
            "minimal" => Minimal(first, whole, 1),
            "minimal-two" => Minimal(first, whole, 2),
            "chicago" or "chicago-15" => Chicago15(begin, end, whole),
            "chicago-16" => Chicago16(begin, end, whole),
            _ => whole,
        };
    }

    private static bool Digits(string text, out long number)
    {
        string digits = text.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray());
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static string Minimal(string first, string last, int least)
    {
        if (first.Length != last.Length) return last;
        int shared = 0;
        while (shared < last.Length - least && first[shared] == last[shared]) shared++;
        return last[shared..];
    }

    private static string Chicago15(long begin, long end, string whole)
    {
        if (begin > 100 && begin % 100 != 0 && begin / 100 == end / 100) return Text(end % 100);
        if (begin >= 10000) return Text(end % 1000);
        return whole;
    }

    private static string Chicago16(long begin, long end, string whole)
    {
        if (begin <= 100 || begin % 100 == 0) return whole;
        long divisor = 100;
        for (int digits = 2; digits < whole.Length; digits++, divisor *= 10)
            if (begin / divisor == end / divisor) return Text(end % divisor);
        return whole;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
