using System.Text.Json;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary><c>ro-crate-metadata.json</c>: the edition and each of its files, described for archives (RO-Crate 1.2).</summary>
internal static class RoCrate
{
    private const string Root = "./";
    private const string Publisher = "#publisher";
    private const string Program = "#her2gen";

    /// <param name="payload">All other files of the edition.</param>
    /// <param name="program">The version of the program.</param>
    public static byte[] Write(FileTree payload, Work work, EditionFacts facts, string program)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, BuildRecord.Form))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://w3id.org/ro/crate/1.2/context");
            json.WriteStartArray("@graph");
            WriteDescriptor(json);
            WriteRoot(json, payload, work, facts);
            foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in payload) WriteFile(json, path, bytes.Length);
            WriteAgents(json, work, program);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The date that a crate says it was published on, or null.</summary>
    public static string? DatePublished(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("@graph", out JsonElement graph) || graph.ValueKind != JsonValueKind.Array) return null;
            JsonElement root = graph.EnumerateArray().FirstOrDefault(entity => entity.ValueKind == JsonValueKind.Object && entity.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String && id.GetString() == Root);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("datePublished", out JsonElement date) && date.ValueKind == JsonValueKind.String ? date.GetString() : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void WriteDescriptor(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@id", EditionFiles.Crate.Value);
        json.WriteString("@type", "CreativeWork");
        WriteReference(json, "conformsTo", "https://w3id.org/ro/crate/1.2");
        WriteReference(json, "about", Root);
        json.WriteEndObject();
    }

    private static void WriteRoot(Utf8JsonWriter json, FileTree payload, Work work, EditionFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("@id", Root);
        json.WriteString("@type", "Dataset");
        json.WriteString("name", $"{work.Title} (edition of {facts.Id})");
        json.WriteString("description", work.Description);
        json.WriteString("datePublished", EditionId.FormatDate(facts.Id.Date));
        json.WriteString("version", facts.Id.ToString());
        json.WriteString("identifier", work.IdentifierOf(facts.Id));
        json.WriteString("inLanguage", work.Language);
        if (work.LicenceUrl is { } licence) WriteReference(json, "license", licence);
        else json.WriteString("license", "not stated");
        WriteReferences(json, "author", work.Authors.Select((_, i) => AuthorId(i)));
        WriteReference(json, "publisher", Publisher);
        if (payload.Contains(FilePath.Parse("index.html"))) WriteReference(json, "mainEntity", "index.html");
        WriteReferences(json, "hasPart", payload.Paths.Select(Address));
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, FilePath path, int length)
    {
        json.WriteStartObject();
        json.WriteString("@id", Address(path));
        json.WriteString("@type", "File");
        json.WriteString("name", path.Name);
        json.WriteString("encodingFormat", MediaTypes.Of(path.Extension).Split(';')[0]);
        json.WriteString("contentSize", $"{length}");
        json.WriteEndObject();
    }

    private static void WriteAgents(Utf8JsonWriter json, Work work, string program)
    {
        for (int i = 0; i < work.Authors.Count; i++) WriteNamed(json, AuthorId(i), work.Authors[i].IsGroup ? "Organization" : "Person", work.Authors[i].Name);
        WriteNamed(json, Publisher, "Organization", work.Publisher);
        if (work.LicenceUrl is { } licence) WriteNamed(json, licence, "CreativeWork", licence);
        json.WriteStartObject();
        json.WriteString("@id", Program);
        json.WriteString("@type", "SoftwareApplication");
        json.WriteString("name", "Her2Gen");
        json.WriteString("version", program);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("@id", "#sealing");
        json.WriteString("@type", "CreateAction");
        json.WriteString("name", "building and sealing the edition");
        WriteReference(json, "instrument", Program);
        WriteReference(json, "result", Root);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string id, string type, string name)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string key, string id)
    {
        json.WriteStartObject(key);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter json, string key, IEnumerable<string> ids)
    {
        json.WriteStartArray(key);
        foreach (string id in ids)
        {
            json.WriteStartObject();
            json.WriteString("@id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string AuthorId(int index) => $"#author-{index + 1}";

    private static string Address(FilePath path) => string.Join('/', path.Value.Split('/').Select(Uri.EscapeDataString));
}
