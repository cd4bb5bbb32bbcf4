using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as GitHub's workflow commands. Escaped, so that no message can be a command of its own; the last line counts them.</summary>
internal static class GitHubReport
{
    // A step has as many annotations of each kind; what is printed beyond stays in the log.
    private const int Annotated = 10;

    public static void Print(ReportedRun run, TextWriter output)
    {
        foreach (Diagnostic diagnostic in run.Found.Reported)
        {
            Location place = diagnostic.Location;
            string message = diagnostic.Hint is { } hint ? $"{diagnostic.Message}\n{hint}" : diagnostic.Message;
            if (diagnostic.Also.Count > 0) message += $"\nalso at {string.Join(", ", diagnostic.Also)}";
            output.Write($"::{ReportedRun.Word(diagnostic.Rule.Severity)} file={Property(place.File)},line={place.Line},col={place.Column},endColumn={place.EndColumn},title={Property($"{diagnostic.Rule.Id} {diagnostic.Rule.Name}")}::{Data(message)}\n");
        }

        string limit = run.Found.Errors > Annotated || run.Found.Warnings > Annotated ? $"; of each kind GitHub shows the first {Annotated} beside their lines" : "";
        output.Write(Data(run.Summary + limit) + "\n");
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
