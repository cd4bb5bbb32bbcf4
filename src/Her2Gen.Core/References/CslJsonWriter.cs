using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.References;

/// <summary>A reference as CSL-JSON: a library of one item, which <see cref="ReferenceReader"/> reads back.</summary>
public static class CslJsonWriter
{
    public static string Write(Reference reference)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            WriteItem(json, reference);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteItem(Utf8JsonWriter json, Reference reference)
    {
        Add(json, "id", reference.Key);
        Add(json, "type", reference.Type);
        Add(json, "title", reference.Title);
        Add(json, "container-title", reference.Container);
        if (reference.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (ReferenceName author in reference.Authors) WriteName(json, author);
            json.WriteEndArray();
        }

        if (reference.Issued.Count > 0)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            foreach (int part in reference.Issued) json.WriteNumberValue(part);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Add(json, "volume", reference.Volume);
        Add(json, "issue", reference.Issue);
        Add(json, "page", reference.Page);
        Add(json, "publisher", reference.Publisher);
        Add(json, "language", reference.Language);
        Add(json, "DOI", reference.Doi?.Value ?? "");
        Add(json, "PMID", reference.Pmid?.Value ?? "");
        Add(json, "URL", reference.Url ?? "");
    }

    private static void WriteName(Utf8JsonWriter json, ReferenceName name)
    {
        json.WriteStartObject();
        Add(json, "literal", name.Literal ?? "");
        Add(json, "family", name.Family);
        Add(json, "given", name.Given);
        Add(json, "non-dropping-particle", name.Particle);
        Add(json, "suffix", name.Suffix);
        json.WriteEndObject();
    }

    private static void Add(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0) json.WriteString(name, value);
    }
}
