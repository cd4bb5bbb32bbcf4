using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Links;

/// <summary>Reads a cache that <see cref="LinkCacheWriter"/> wrote, and that people and merges may have changed since.</summary>
public static class LinkCacheReader
{
    private const string Hint = "mend it, or remove it and begin anew";

    /// <summary>The cache, or null and a diagnostic: one that cannot be read is not written over.</summary>
    public static LinkCache? Read(string file, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        SourceText source = SourceText.Decode(file, bytes, diagnostics);
        try
        {
            using JsonDocument json = JsonDocument.Parse(source.Text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = json.RootElement;
            if (root.GetProperty("version").GetInt32() != LinkCacheWriter.Version) throw new FormatException($"is of a version other than {LinkCacheWriter.Version}");
            return new LinkCache(
                root.GetProperty("links").EnumerateObject().ToDictionary(link => link.Name, link => Field(link.Name, () => Record(link.Value)), StringComparer.Ordinal),
                root.GetProperty("months").EnumerateObject().ToDictionary(month => month.Name, month => Field(month.Name, () => Month(month.Value)), StringComparer.Ordinal));
        }
        catch (JsonException invalid)
        {
            diagnostics.Add(Rules.FileUnreadable, source.At(source.Offset((int)(invalid.LineNumber ?? 0) + 1, 1), 1), "the cache of links is not JSON, or says one thing twice", Hint);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            string why = wrong is FormatException ? wrong.Message : "has not the fields `version`, `links` and `months`";
            diagnostics.Add(Rules.FileUnreadable, Location.Of(file), $"the cache of links {why}", Hint);
        }

        return null;
    }

    private static T Field<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"cannot be read at `{name}`", wrong);
        }
    }

    private static LinkRecord Record(JsonElement json) => new(
        LinkStates.TryParse(Text(json, "state"), out LinkState state) ? state : throw new FormatException("no such state"),
        json.GetProperty("status").GetString() ?? "",
        Day(json, "first") ?? throw new FormatException("no first day"),
        Day(json, "looked") ?? throw new FormatException("no last day"))
    {
        Alive = Day(json, "alive"),
        Gone = Day(json, "gone"),
        To = Text(json, "to"),
        Moved = Text(json, "moved"),
        Anchors = Texts(json, "anchors"),
        Missing = Texts(json, "missing"),
        Archive = Text(json, "archive"),
    };

    private static MonthTally Month(JsonElement json) =>
        new(json.GetProperty("alive").GetInt32(), json.GetProperty("suspect").GetInt32(), json.GetProperty("dead").GetInt32(), json.GetProperty("unknown").GetInt32());

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static DateOnly? Day(JsonElement json, string name) =>
        Text(json, name) is not { } text ? null : IsoDate.TryParse(text, out DateOnly day) ? day : throw new FormatException("no day");

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetString() ?? "")] : [];
}
