using System.Globalization;

namespace Her2Gen.Yaml;

/// <summary>Calendar dates as ISO 8601 writes them: <c>2025-01-03</c>.</summary>
public static class IsoDate
{
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
