using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as one run of a SARIF 2.1.0 log, within what code scanning takes.</summary>
/// <remarks>Line moves leave a finding's fingerprint as it is (<see cref="SarifFingerprints"/>), so that a service knows it again.</remarks>
internal static class SarifReport
{
    // GitHub keeps so many results of a run, and so many locations of a result; what goes beyond would be dropped without a choice.
    private const int MostResults = 5000;
    private const int MostLocations = 1000;

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    // Where places start from: the site's folder, or the folder that was checked.
    private const string Base = "%SRCROOT%";

    private static readonly Dictionary<string, int> RuleIndex = Rules.All.Select((rule, index) => (rule.Id, index)).ToDictionary(StringComparer.Ordinal);

    public static void Print(ReportedRun run, TextWriter output)
    {
        Diagnostic[] kept = Worst(run.Found.Reported);
        SuppressedDiagnostic[] suppressed = [.. run.Found.Suppressed.Take(MostResults - kept.Length)];
        int leftOut = run.Found.Reported.Count + run.Found.Suppressed.Count - kept.Length - suppressed.Length;
        SarifFingerprints fingerprints = new(new SourceLines(run.Files));
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            SarifRules.WriteTool(json);
            WriteInvocation(json, run, leftOut);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Diagnostic diagnostic in kept) WriteResult(json, diagnostic, suppression: null, fingerprints);
            foreach (SuppressedDiagnostic finding in suppressed) WriteResult(json, finding.Diagnostic, finding.Suppression, fingerprints);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // Errors before warnings when not all can stay, each in its order.
    private static Diagnostic[] Worst(IReadOnlyList<Diagnostic> found) => found.Count <= MostResults
        ? [.. found]
        : [.. found.OrderByDescending(diagnostic => diagnostic.Rule.Severity).Take(MostResults)];

    private static void WriteInvocation(Utf8JsonWriter json, ReportedRun run, int leftOut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.ExitCode != ExitCode.CouldNotRun);
        json.WriteNumber("exitCode", run.ExitCode);
        if (leftOut > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText(json, "message", $"{leftOut} more findings are left out: code scanning keeps {MostResults}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, Suppression? suppression, SarifFingerprints fingerprints)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Id);
        json.WriteNumber("ruleIndex", RuleIndex[diagnostic.Rule.Id]);
        json.WriteString("level", ReportedRun.Word(diagnostic.Rule.Severity));
        int leftOut = Math.Max(0, diagnostic.Also.Count - (MostLocations - 1));
        WriteText(json, "message", Message(diagnostic, leftOut));
        json.WriteStartArray("locations");
        WriteLocation(json, diagnostic.Location);
        json.WriteEndArray();
        if (diagnostic.Also.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (Location place in diagnostic.Also.Take(MostLocations - 1)) WriteLocation(json, place);
            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString(SarifFingerprints.Name, fingerprints.Of(diagnostic));
        json.WriteEndObject();
        if (suppression is not null) WriteSuppression(json, suppression);
        json.WriteEndObject();
    }

    private static string Message(Diagnostic diagnostic, int leftOut)
    {
        string message = diagnostic.Message;
        if (diagnostic.Hint is { } hint) message += $"\n{hint}";
        if (diagnostic.Page is { } page) message += $"\nfound on `{page}`";
        if (leftOut > 0) message += $"\nand at {leftOut} more places";
        // Brackets with parentheses behind them would be read as a link (SARIF 2.1.0, 3.11.6).
        return !message.Contains("](", StringComparison.Ordinal) ? message : message.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
    }

    private static void WriteSuppression(Utf8JsonWriter json, Suppression suppression)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("justification", suppression.Reason);
        json.WritePropertyName("location");
        WriteLocation(json, suppression.Location);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(place.File))
        {
            json.WriteString("uri", new Uri(Path.GetFullPath(place.File)).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", Base);
        }

        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
