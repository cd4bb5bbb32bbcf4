using System.Reflection;
using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>The program and its rules, as a SARIF log describes the tool that wrote it.</summary>
internal static class SarifRules
{
    private static readonly string Version = typeof(SarifRules).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "her2gen");
        json.WriteString("semanticVersion", Version);
        json.WriteStartArray("rules");
        foreach (Rule rule in Rules.All) WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        RuleExplanation explanation = RuleExplanation.Of(rule);
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteText(json, "shortDescription", rule.Summary);
        WriteText(json, "fullDescription", $"{rule.Summary} {explanation.Reason}");
        json.WriteStartObject("help");
        json.WriteString("text", $"{explanation.Reason}\n\nWrong:\n\n{explanation.Bad}\n\nRight:\n\n{explanation.Good}");
        json.WriteString("markdown", $"{explanation.Reason}\n\nWrong:\n\n{Fenced(explanation.Bad)}\n\nRight:\n\n{Fenced(explanation.Good)}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", ReportedRun.Word(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // An example may hold a fence of its own.
    private static string Fenced(string example) => $"~~~~\n{example}\n~~~~";

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
