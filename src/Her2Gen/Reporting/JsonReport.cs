using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as one JSON object: <c>{"diagnostics":[…],"summary":{"errors":0,"warnings":0}}</c>.</summary>
internal static class JsonReport
{
    public static void Print(IReadOnlyList<Diagnostic> found, int errors, int warnings, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in found)
            {
                json.WriteStartObject();
                json.WriteString("rule", diagnostic.Rule.Id);
                json.WriteString("name", diagnostic.Rule.Name);
                json.WriteString("severity", diagnostic.Rule.Severity == Severity.Error ? "error" : "warning");
                WritePlace(json, diagnostic.Location);
                json.WriteString("message", diagnostic.Message);
                if (diagnostic.Hint is { } hint) json.WriteString("hint", hint);
                if (diagnostic.Also.Count > 0) WriteAlso(json, diagnostic.Also);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("summary");
            json.WriteNumber("errors", errors);
            json.WriteNumber("warnings", warnings);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void WritePlace(Utf8JsonWriter json, Location place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endColumn", place.EndColumn);
    }

    private static void WriteAlso(Utf8JsonWriter json, IReadOnlyList<Location> places)
    {
        json.WriteStartArray("also");
        foreach (Location place in places)
        {
            json.WriteStartObject();
            WritePlace(json, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
