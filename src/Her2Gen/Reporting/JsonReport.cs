using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as one JSON object: <c>{"diagnostics":[…],"summary":{"errors":0,"warnings":0,"suppressed":0,"rules":{}}}</c>.</summary>
internal static class JsonReport
{
    public static void Print(ReportedRun run, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in run.Found.Reported) Write(json, diagnostic);
        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("errors", run.Found.Errors);
        json.WriteNumber("warnings", run.Found.Warnings);
        json.WriteNumber("suppressed", run.Found.Suppressed.Count);
        json.WriteStartObject("rules");
        foreach ((Rule rule, int count) in run.Found.ByRule) json.WriteNumber(rule.Id, count);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("rule", diagnostic.Rule.Id);
        json.WriteString("name", diagnostic.Rule.Name);
        json.WriteString("severity", ReportedRun.Word(diagnostic.Rule.Severity));
        WritePlace(json, diagnostic.Location);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint) json.WriteString("hint", hint);
        if (diagnostic.Page is { } page) json.WriteString("page", page);
        if (diagnostic.Also.Count > 0) WriteAlso(json, diagnostic.Also);
        json.WriteEndObject();
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

    private static void WritePlace(Utf8JsonWriter json, Location place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endColumn", place.EndColumn);
    }
}
