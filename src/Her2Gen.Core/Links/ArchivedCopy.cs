using System.Globalization;
using System.Text.Json;

namespace Her2Gen.Links;

/// <summary>Copies of pages that the Internet Archive's Wayback Machine may have.</summary>
public static class ArchivedCopy
{
    /// <summary>Where a copy from about a day would stand; the archive leads on to the nearest that it has.</summary>
    public static string Place(string address, DateOnly day) => $"https://web.archive.org/web/{Stamp(day)}/{address}";

    /// <summary>The question to the availability API for the copy nearest to a day.</summary>
    public static string Query(string address, DateOnly day) => $"?url={Uri.EscapeDataString(address)}&timestamp={Stamp(day)}";

    /// <summary>The copy that the availability API names, or null when there is none.</summary>
    public static string? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(json);
            return answer.RootElement.TryGetProperty("archived_snapshots", out JsonElement snapshots)
                && snapshots.TryGetProperty("closest", out JsonElement closest)
                && closest.TryGetProperty("available", out JsonElement available) && available.ValueKind == JsonValueKind.True
                && closest.TryGetProperty("url", out JsonElement url)
                && Uri.TryCreate(url.GetString(), UriKind.Absolute, out Uri? copy) && copy.Scheme is "http" or "https" ? copy.AbsoluteUri : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
