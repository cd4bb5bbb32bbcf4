using System.Text;
using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>Reads a library of references in CSL-JSON (the schema of citation-style-language, version 1.0).</summary>
internal sealed class CslJsonReader
{
    private readonly SourceText source;
    private readonly byte[] bytes;
    private readonly Library library;
    private (int Byte, int Char) mark;

    private CslJsonReader(SourceText source, Library library)
    {
        this.source = source;
        this.library = library;
        bytes = Encoding.UTF8.GetBytes(source.Text);
    }

    public static void Read(SourceText source, Library library)
    {
        CslJsonReader reader = new(source, library);
        try
        {
            reader.ReadLibrary();
        }
        catch (JsonException invalid)
        {
            // The line is from 0, and the position counts bytes from its start.
            int lineStart = source.Offset((int)(invalid.LineNumber ?? 0) + 1, 1);
            int at = Encoding.UTF8.GetByteCount(source.Text.AsSpan(0, lineStart)) + (int)(invalid.BytePositionInLine ?? 0);
            string message = invalid.Message.Split(". ")[0].Replace('\'', '`');
            library.Refuse(reader.At(Math.Min(at, reader.bytes.Length), 1), char.ToLowerInvariant(message[0]) + message[1..]);
        }
    }

    private void ReadLibrary()
    {
        Utf8JsonReader json = new(bytes);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            library.Refuse(At(json.TokenStartIndex, 1), "expected a list of references: `[ … ]`");
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            long start = json.TokenStartIndex;
            Dictionary<string, Location>? places = Places(json);
            JsonElement item = JsonElement.ParseValue(ref json);
            if (places is null) continue;
            if (item.ValueKind == JsonValueKind.Object)
            {
                ReadItem(item, places, At(start, 1));
            }
            else
            {
                library.Refuse(At(start, 1), "expected a reference: `{ … }`");
            }
        }

        // Throws when something stands behind the list.
        json.Read();
    }

    // Where each value of an object stands; null when a text of it cannot be read. The reader is a copy: the caller's does not move.
    private Dictionary<string, Location>? Places(Utf8JsonReader json)
    {
        Dictionary<string, Location> places = new(StringComparer.Ordinal);
        int depth = json.CurrentDepth;
        while (json.TokenType is not JsonTokenType.None && json.Read() && json.CurrentDepth > depth)
        {
            if (!IsReadable(json)) return null;
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != depth + 1) continue;
            string name = json.GetString() ?? "";
            Location key = Here(json);
            if (places.ContainsKey(name)) library.RefuseTwice(key, name);
            if (!IsKnown(name)) library.RefuseUnknown(key, name, Variables.All);
            json.Read();
            if (!IsReadable(json)) return null;
            places.TryAdd(name, Here(json));
        }

        return places;
    }

    // JSON's grammar lets half a surrogate pair pass as an escape; no text can hold it.
    private bool IsReadable(Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !json.ValueIsEscaped) return true;
        try
        {
            json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            library.Refuse(Here(json), "half a surrogate pair", "write the character itself, or both of its `\\u` escapes");
            return false;
        }
    }

    private Location Here(Utf8JsonReader json) =>
        At(json.TokenStartIndex, json.ValueSpan.Length + (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0));

    private void ReadItem(JsonElement json, Dictionary<string, Location> places, Location start)
    {
        CslItem item = CslItemReader.Read(json);
        Location place = places.GetValueOrDefault("id", start);
        if (item.Id.Length == 0) library.Refuse(place, "a reference needs an `id`");
        else ReportLost(json, item, places);
        library.Add(item, place, places);
    }

    // What cannot be read would be printed as if there were none.
    private void ReportLost(JsonElement json, CslItem item, Dictionary<string, Location> places)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (Variables.Names.Contains(property.Name) && (property.Value.ValueKind != JsonValueKind.Array || property.Value.EnumerateArray().Any(name => !HasName(name))))
                library.Refuse(places[property.Name], $"{Article(property.Name)} of `{item.Id}` has no name", "each is `{\"family\": …, \"given\": …}` or `{\"literal\": …}`");
            if ((Variables.Texts.Contains(property.Name) || Variables.Numbers.Contains(property.Name)) && property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                library.Refuse(places[property.Name], $"`{property.Name}` of `{item.Id}` is no text");
            if (Variables.Dates.Contains(property.Name) && (item.Date(property.Name) is not { } date || date.IsEmpty))
                library.Refuse(places[property.Name], property.Name == "issued" ? $"the date of `{item.Id}` cannot be read" : $"the date `{property.Name}` of `{item.Id}` cannot be read", "write `{\"date-parts\": [[2001, 3, 15]]}`");
        }
    }

    private static string Article(string variable) => $"{(variable[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {variable}";

    private static bool HasName(JsonElement name) => name.ValueKind == JsonValueKind.Object && (IsText(name, "literal") || IsText(name, "family"));

    private static bool IsText(JsonElement name, string part) => name.TryGetProperty(part, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 };

    // What the schema has besides the variables; what reference managers keep for themselves starts with an underscore.
    private static bool IsKnown(string name) => Variables.IsKnown(name) || name.StartsWith('_')
        || name is "id" or "type" or "note" or "custom" or "categories" or "citation-key" or "journalAbbreviation" or "shortTitle" or "archive-location" or "volume-title-short";

    // Places come in rising order but for the ids looked up again, so that counting goes on from the last one.
    private Location At(long byteIndex, int byteLength)
    {
        if (byteIndex < mark.Byte) mark = (0, 0);
        mark = ((int)byteIndex, mark.Char + Encoding.UTF8.GetCharCount(bytes, mark.Byte, (int)byteIndex - mark.Byte));
        return source.At(mark.Char, Encoding.UTF8.GetCharCount(bytes, mark.Byte, Math.Min(byteLength, bytes.Length - mark.Byte)));
    }
}
