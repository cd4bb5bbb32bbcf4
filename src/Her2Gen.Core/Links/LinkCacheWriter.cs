using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Yaml;

namespace Her2Gen.Links;

/// <summary>Writes a cache as JSON with one line an address, so that a change of one is a change of one line.</summary>
public static class LinkCacheWriter
{
    /// <summary>The form that <see cref="LinkCacheReader"/> reads.</summary>
    public const int Version = 1;

    public static byte[] Write(LinkCache cache)
    {
        StringBuilder text = new($"{{\n\"version\": {Version},\n");
        AppendLines(text, "links", cache.Records.OrderBy(record => record.Key, StringComparer.Ordinal).Select(record => Line(record.Key, json => WriteFields(json, record.Value))));
        text.Append(",\n");
        AppendLines(text, "months", cache.Months.OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => Line(month.Key, json => WriteFields(json, month.Value))));
        return Encoding.UTF8.GetBytes(text.Append("\n}\n").ToString());
    }

    /// <summary>The fields of a record, into an object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter json, LinkRecord record)
    {
        json.WriteString("state", record.State.Name());
        json.WriteString("status", record.Status);
        WriteDay(json, "first", record.First);
        WriteDay(json, "looked", record.Looked);
        WriteDay(json, "alive", record.Alive);
        WriteDay(json, "gone", record.Gone);
        WriteText(json, "to", record.To);
        WriteText(json, "moved", record.Moved);
        WriteTexts(json, "anchors", record.Anchors);
        WriteTexts(json, "missing", record.Missing);
        WriteText(json, "archive", record.Archive);
    }

    /// <summary>The fields of a month, into an object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter json, MonthTally month)
    {
        json.WriteNumber("alive", month.Alive);
        json.WriteNumber("suspect", month.Suspect);
        json.WriteNumber("dead", month.Dead);
        json.WriteNumber("unknown", month.Unknown);
    }

    private static void AppendLines(StringBuilder text, string name, IEnumerable<string> lines)
    {
        string joined = string.Join(",\n", lines);
        text.Append($"\"{name}\": {{").Append(joined.Length > 0 ? $"\n{joined}\n" : "").Append('}');
    }

    // `"name":{…}`: an object of one property, without its braces.
    private static string Line(string name, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject(name);
            write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray())[1..^1];
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) => WriteText(json, name, day is { } known ? IsoDate.Format(known) : null);

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
