using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>Weighs everything that was found, reports it in each form that was asked for, and says how the command is to end.</summary>
/// <param name="Targets">What to report, and where.</param>
/// <param name="Strict">Whether a warning keeps the site from being sound.</param>
/// <param name="Today">The day that ends of suppressions are compared with. It decides about findings and never about bytes of a site.</param>
internal sealed record Report(IReadOnlyList<ReportTarget> Targets, bool Strict, DateOnly Today)
{
    // A finding of these means that the command could not do its work, or not all of it.
    private static readonly string[] CouldNotRun = [Rules.FileUnreadable.Id, Rules.CheckedNothing.Id, Rules.OutputBlocked.Id];

    /// <summary>The ids of the rules to report; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>How the site that is reported on weighs findings.</summary>
    public Policy Policy { get; init; } = Policy.None;

    /// <summary>Whether what was found keeps the site from being written.</summary>
    public bool IsSound(DiagnosticBag diagnostics) => IsSound(Policy.Apply(diagnostics, Today, Only));

    /// <summary>Reports, and gives the exit code.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="files">The files that findings may point into.</param>
    /// <param name="outcome">A sentence for people about what was done.</param>
    public int Print(DiagnosticBag diagnostics, FileTree files, string outcome)
    {
        ReportedRun run = Run(diagnostics, files, outcome);
        int exitCode = run.ExitCode;
        foreach (ReportTarget target in Targets)
        {
            if (target.File is null)
            {
                Print(target.Format, run, Console.Out);
            }
            else if (Write(target.Format, run, target.File) is { } fault)
            {
                Console.Error.Write($"her2gen: {Printable.Of($"{target.File} {fault}")}\n");
                exitCode = ExitCode.CouldNotRun;
            }
        }

        return exitCode;
    }

    /// <summary>What there is to report.</summary>
    public ReportedRun Run(DiagnosticBag diagnostics, FileTree files, string outcome)
    {
        Findings found = Policy.Apply(diagnostics, Today, Only);
        int exitCode = found.Reported.Any(diagnostic => CouldNotRun.Contains(diagnostic.Rule.Id)) ? ExitCode.CouldNotRun : IsSound(found) ? ExitCode.Sound : ExitCode.ProblemsFound;
        return new ReportedRun(found, files, outcome, Strict, exitCode);
    }

    /// <summary>One report.</summary>
    public static void Print(ReportFormat format, ReportedRun run, TextWriter output)
    {
        switch (format)
        {
            case ReportFormat.Json: JsonReport.Print(run, output); break;
            case ReportFormat.GitHub: GitHubReport.Print(run, output); break;
            case ReportFormat.Sarif: SarifReport.Print(run, output); break;
            case ReportFormat.JUnit: JUnitReport.Print(run, output); break;
            default: TextReport.Print(run, output); break;
        }
    }

    private bool IsSound(Findings found) => found.Errors == 0 && !(Strict && found.Warnings > 0);

    private static string? Write(ReportFormat format, ReportedRun run, string file)
    {
        using StringWriter text = new();
        Print(format, run, text);
        return WholeFile.Write(file, text.ToString());
    }
}
