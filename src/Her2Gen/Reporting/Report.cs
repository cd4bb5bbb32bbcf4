using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>Prints everything that was found, in one order, and says how the command is to end.</summary>
/// <param name="Format">How to print.</param>
/// <param name="Strict">Whether a warning keeps the site from being sound.</param>
/// <param name="Output">Where to print.</param>
internal sealed record Report(ReportFormat Format, bool Strict, TextWriter Output)
{
    // A finding of these means that the command could not do its work at all.
    private static readonly Rule[] CouldNotRun = [Rules.FileUnreadable, Rules.CheckedNothing, Rules.OutputBlocked];

    /// <summary>Whether what was found keeps the site from being written.</summary>
    public bool IsSound(DiagnosticBag diagnostics) => diagnostics.Errors == 0 && !(Strict && diagnostics.Warnings > 0);

    /// <summary>Prints, and gives the exit code.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="files">The files that findings may point into.</param>
    /// <param name="outcome">A sentence for people about what was done.</param>
    public int Print(DiagnosticBag diagnostics, FileTree files, string outcome)
    {
        IReadOnlyList<Diagnostic> found = diagnostics.Sorted();
        switch (Format)
        {
            case ReportFormat.Json: JsonReport.Print(found, diagnostics.Errors, diagnostics.Warnings, Output); break;
            case ReportFormat.GitHub: GitHubReport.Print(found, Output); break;
            default: TextReport.Print(found, files, outcome, Output); break;
        }

        if (found.Any(diagnostic => CouldNotRun.Contains(diagnostic.Rule))) return ExitCode.CouldNotRun;
        return IsSound(diagnostics) ? ExitCode.Sound : ExitCode.ProblemsFound;
    }
}
