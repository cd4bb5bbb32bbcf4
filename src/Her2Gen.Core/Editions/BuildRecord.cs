using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.Editions;

/// <summary><c>build.json</c>: what an edition says of itself, in one place for programs. No clock and no machine is in it.</summary>
public static class BuildRecord
{
    internal static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="program">Its version.</param>
    public static byte[] Write(EditionFacts facts, string program)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("edition", facts.Id.ToString());
            json.WriteString("kind", EditionKinds.WordOf(facts.Kind));
            json.WriteString("date", EditionId.FormatDate(facts.Id.Date));
            json.WriteString("evidenceDate", EditionId.FormatDate(facts.EvidenceDate));
            json.WriteString("whatsNew", facts.WhatsNew);
            json.WriteBoolean("conclusionsChanged", facts.ConclusionsChanged);
            if (facts.Predecessor is { } before)
            {
                json.WriteStartObject("predecessor");
                json.WriteString("edition", before.Id.ToString());
                json.WriteString("tagmanifestSha512", before.SealDigest);
                json.WriteEndObject();
            }

            json.WriteStartObject("generator");
            json.WriteString("name", "Her2Gen");
            json.WriteString("version", program);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Null for what is not such a record.</summary>
    public static EditionFacts? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !EditionId.TryParse(Text(root, "edition"), out EditionId id) || Text(root, "date") != EditionId.FormatDate(id.Date)) return null;
            if (EditionKinds.Of(Text(root, "kind")) is not { } kind || !EditionId.TryParseDate(Text(root, "evidenceDate"), out DateOnly evidence) || Text(root, "whatsNew") is not { } whatsNew) return null;
            if (!root.TryGetProperty("conclusionsChanged", out JsonElement changed) || changed.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return null;
            Predecessor? before = null;
            if (root.TryGetProperty("predecessor", out JsonElement named))
            {
                if (named.ValueKind != JsonValueKind.Object || !EditionId.TryParse(Text(named, "edition"), out EditionId beforeId) || Text(named, "tagmanifestSha512") is not { } digest) return null;
                before = new Predecessor(beforeId, digest);
            }

            return new EditionFacts(id, kind, whatsNew, changed.GetBoolean(), evidence, before);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
