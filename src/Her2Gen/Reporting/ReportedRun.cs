using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>What a run of a command has to report, in whatever form.</summary>
/// <param name="Found">What is to be reported.</param>
/// <param name="Files">The files that findings may point into.</param>
/// <param name="Outcome">A sentence for people about what was done.</param>
/// <param name="Strict">Whether a warning keeps the site from being sound.</param>
/// <param name="ExitCode">How the command ends (<see cref="Her2Gen.ExitCode"/>).</param>
internal sealed record ReportedRun(Findings Found, FileTree Files, string Outcome, bool Strict, int ExitCode)
{
    /// <summary>How much was found, and what was done: <c>1 error, 2 warnings, 1 suppressed; nothing was written</c>.</summary>
    public string Summary
    {
        get
        {
            string suppressed = Found.Suppressed.Count == 0 ? "" : $"{Found.Suppressed.Count} suppressed";
            if (Found.Reported.Count == 0) return suppressed.Length == 0 ? Outcome : $"{suppressed}; {Outcome}";
            string counts = $"{Count(Found.Errors, "error")}, {Count(Found.Warnings, "warning")}";
            return suppressed.Length == 0 ? $"{counts}; {Outcome}" : $"{counts}, {suppressed}; {Outcome}";
        }
    }

    /// <summary>How a severity is written in every report.</summary>
    public static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
