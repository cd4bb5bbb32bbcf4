using System.Text;
using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>Reads a library of references in CSL-JSON (the schema of citation-style-language, version 1.0).</summary>
public sealed class ReferenceReader
{
    private readonly SourceText source;
    private readonly byte[] bytes;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<string, Reference> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reference> byIdentifier = new(StringComparer.OrdinalIgnoreCase);
    private (int Byte, int Char) mark;

    private ReferenceReader(SourceText source, DiagnosticBag diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        bytes = Encoding.UTF8.GetBytes(source.Text);
    }

    /// <summary>The references by key, in the order of the file; what cannot be read is reported and left out.</summary>
    public static IReadOnlyDictionary<string, Reference> Read(SourceText source, DiagnosticBag diagnostics)
    {
        ReferenceReader reader = new(source, diagnostics);
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
            diagnostics.Add(Rules.ReferenceSyntax, reader.At(Math.Min(at, reader.bytes.Length), 1), char.ToLowerInvariant(message[0]) + message[1..]);
        }

        return reader.byKey;
    }

    private void ReadLibrary()
    {
        Utf8JsonReader json = new(bytes);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            diagnostics.Add(Rules.ReferenceSyntax, At(json.TokenStartIndex, 1), "expected a list of references: `[ … ]`");
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
                diagnostics.Add(Rules.ReferenceSyntax, At(start, 1), "expected a reference: `{ … }`");
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
            if (places.ContainsKey(name)) diagnostics.Add(Rules.DuplicateKey, key, $"`{name}` stands twice", "keep one of them");
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
            diagnostics.Add(Rules.ReferenceSyntax, Here(json), "half a surrogate pair", "write the character itself, or both of its `\\u` escapes");
            return false;
        }
    }

    private Location Here(Utf8JsonReader json) =>
        At(json.TokenStartIndex, json.ValueSpan.Length + (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0));

    private void ReadItem(JsonElement item, Dictionary<string, Location> places, Location start)
    {
        string? key = Text(item, "id");
        Location place = places.GetValueOrDefault("id", start);
        if (string.IsNullOrEmpty(key))
        {
            diagnostics.Add(Rules.ReferenceSyntax, place, "a reference needs an `id`");
            return;
        }

        string? title = Text(item, "title");
        if (string.IsNullOrEmpty(title)) diagnostics.Add(Rules.ReferenceSyntax, place, $"`{key}` needs a `title`");

        Doi? doi = null;
        if (Text(item, "DOI") is { } doiText)
        {
            if (Doi.TryParse(doiText, out Doi parsed)) doi = parsed;
            else diagnostics.Add(Rules.IdentifierMalformed, places["DOI"], $"`{doiText}` is not a DOI", "write it bare, from `10.` on, without a final full stop");
        }

        Pmid? pmid = null;
        if (Text(item, "PMID") is { } pmidText)
        {
            if (Pmid.TryParse(pmidText, out Pmid parsed)) pmid = parsed;
            else diagnostics.Add(Rules.IdentifierMalformed, places["PMID"], $"`{pmidText}` is not a PMID", "one to eight digits");
        }

        string? url = Text(item, "URL");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out Uri? parsedUrl) && parsedUrl.Scheme is "http" or "https"))
        {
            diagnostics.Add(Rules.UnsafeUrlScheme, places["URL"], $"`{url}` is not an http or https address");
            url = null;
        }

        IReadOnlyList<ReferenceName> authors = Authors(item);
        IReadOnlyList<int> issued = Issued(item);
        ReportLost(item, key, authors, issued, places);
        Reference reference = new(
            key, Text(item, "type") ?? "", title ?? "", Text(item, "container-title") ?? "", authors, issued,
            Text(item, "volume") ?? "", Text(item, "issue") ?? "", Text(item, "page") ?? "", Text(item, "publisher") ?? "", doi, pmid, url, place)
        {
            Language = Text(item, "language") ?? "",
            Item = CslItemReader.Read(item),
            Status = Text(item, "status") ?? "",
        };
        if (!byKey.TryAdd(key, reference))
            diagnostics.Add(Rules.DuplicateReference, place, $"`{key}` stands already at line {byKey[key].Location.Line}", "give one of them another `id`");
        RefuseTwin(doi is null ? null : $"DOI {doi}", reference, places.GetValueOrDefault("DOI", place));
        RefuseTwin(pmid is null ? null : $"PMID {pmid}", reference, places.GetValueOrDefault("PMID", place));
    }

    // A name or a date that cannot be read would be printed as if there were none.
    private void ReportLost(JsonElement item, string key, IReadOnlyList<ReferenceName> authors, IReadOnlyList<int> issued, Dictionary<string, Location> places)
    {
        if (item.TryGetProperty("author", out JsonElement written)
            && (written.ValueKind != JsonValueKind.Array || authors.Count != written.GetArrayLength() || authors.Any(author => author.Literal is null && author.Family.Length == 0)))
            diagnostics.Add(Rules.ReferenceSyntax, places["author"], $"an author of `{key}` has no name", "each is `{\"family\": …, \"given\": …}` or `{\"literal\": …}`");
        if (item.TryGetProperty("issued", out _) && issued.Count == 0)
            diagnostics.Add(Rules.ReferenceSyntax, places["issued"], $"the date of `{key}` cannot be read", "write `{\"date-parts\": [[2001, 3, 15]]}`");
    }

    private void RefuseTwin(string? identifier, Reference reference, Location place)
    {
        if (identifier is null || byIdentifier.TryAdd(identifier, reference)) return;
        string other = byIdentifier[identifier].Key;
        if (other != reference.Key) diagnostics.Add(Rules.DuplicateReference, place, $"`{reference.Key}` and `{other}` have the same {identifier}", "keep one of them, or correct it");
    }

    private static IReadOnlyList<ReferenceName> Authors(JsonElement item)
    {
        if (!item.TryGetProperty("author", out JsonElement authors) || authors.ValueKind != JsonValueKind.Array) return [];
        return
        [
            .. authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Select(a => new ReferenceName(
                Text(a, "literal"), Text(a, "family") ?? "", Text(a, "given") ?? "", Text(a, "non-dropping-particle") ?? Text(a, "dropping-particle") ?? "", Text(a, "suffix") ?? "")),
        ];
    }

    private static IReadOnlyList<int> Issued(JsonElement item)
    {
        if (!item.TryGetProperty("issued", out JsonElement issued) || issued.ValueKind != JsonValueKind.Object
            || !issued.TryGetProperty("date-parts", out JsonElement dates) || dates.ValueKind != JsonValueKind.Array || dates.GetArrayLength() == 0
            || dates[0].ValueKind != JsonValueKind.Array) return [];
        return [.. dates[0].EnumerateArray().Select(Number).TakeWhile(number => number is not null).Select(number => number.GetValueOrDefault())];
    }

    // CSL-JSON allows numbers to be written as texts.
    private static int? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out int number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), out int number) => number,
        _ => null,
    };

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    // Places come in rising order but for the ids looked up again, so that counting goes on from the last one.
    private Location At(long byteIndex, int byteLength)
    {
        if (byteIndex < mark.Byte) mark = (0, 0);
        mark = ((int)byteIndex, mark.Char + Encoding.UTF8.GetCharCount(bytes, mark.Byte, (int)byteIndex - mark.Byte));
        return source.At(mark.Char, Encoding.UTF8.GetCharCount(bytes, mark.Byte, Math.Min(byteLength, bytes.Length - mark.Byte)));
    }
}
