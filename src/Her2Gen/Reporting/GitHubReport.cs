using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>Findings as GitHub's workflow commands. Escaped, so that no message can be a command of its own.</summary>
internal static class GitHubReport
{
    public static void Print(IReadOnlyList<Diagnostic> found, TextWriter output)
    {
        foreach (Diagnostic diagnostic in found)
        {
            Location place = diagnostic.Location;
            string command = diagnostic.Rule.Severity == Severity.Error ? "error" : "warning";
            string message = diagnostic.Hint is { } hint ? $"{diagnostic.Message}\n{hint}" : diagnostic.Message;
            if (diagnostic.Also.Count > 0) message += $"\nalso at {string.Join(", ", diagnostic.Also)}";
            output.Write($"::{command} file={Property(place.File)},line={place.Line},col={place.Column},endColumn={place.EndColumn},title={Property($"{diagnostic.Rule.Id} {diagnostic.Rule.Name}")}::{Data(message)}\n");
        }
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
