using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.Tests.References.Csl;

/// <summary>The verified records of the evidence file as CSL-JSON: what stands in <c>unverified</c> is never read.</summary>
internal static class EvidenceItems
{
    public static string Write()
    {
        using JsonDocument records = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests/cases/evidence/references.json")));
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            // "M" is from memory: not verified at all.
            foreach (JsonElement record in records.RootElement.EnumerateArray().Where(record => record.GetProperty("status").GetString() != "M")) WriteItem(json, record);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteItem(Utf8JsonWriter json, JsonElement record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.GetProperty("id").GetString());
        json.WriteString("type", "article-journal");
        json.WriteStartArray("author");
        foreach (string author in (record.GetProperty("authors").GetString() ?? "").Split([", ", "; "], StringSplitOptions.RemoveEmptyEntries)) WriteName(json, author);
        json.WriteEndArray();
        if (record.TryGetProperty("year", out JsonElement year) && year.ValueKind == JsonValueKind.Number)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(year.GetInt32());
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        foreach ((string field, string variable) in new[] { ("title", "title"), ("journal", "container-title"), ("volume", "volume"), ("issue", "issue"), ("pages", "page"), ("doi", "DOI"), ("pmid", "PMID") })
            if (record.TryGetProperty(field, out JsonElement value) && value.ToString().Length > 0) json.WriteString(variable, value.ToString());
        json.WriteEndObject();
    }

    // "Slamon DJ": a family name and initials; anything else is a group's name.
    private static void WriteName(Utf8JsonWriter json, string author)
    {
        json.WriteStartObject();
        int space = author.LastIndexOf(' ');
        string initials = space > 0 ? author[(space + 1)..] : "";
        if (initials.Length is > 0 and < 5 && initials.All(c => char.IsUpper(c) || c == '-'))
        {
            json.WriteString("family", author[..space]);
            json.WriteString("given", string.Join(' ', initials.Select(c => c.ToString())).Replace(" - ", "-", StringComparison.Ordinal));
        }
        else
        {
            json.WriteString("literal", author);
        }

        json.WriteEndObject();
    }
}
