using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Reporting;
using Her2Gen.Sites;

namespace Her2Gen.Commands;

/// <summary><c>her2gen build</c>: read, build, check, and write when all is sound.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        Option<string> site = SharedOptions.Site();
        Option<string?> output = new("--output") { Description = "The folder to write; site-output/ in the site's folder unless named", HelpName = "DIR" };
        Option<bool> strict = SharedOptions.Strict();
        Option<IReadOnlyList<ReportTarget>> format = SharedOptions.Format();
        Option<DateOnly?> today = SharedOptions.Today();
        Command command = new("build", "Build the site, check it, and write it when it is sound") { site, output, strict, format, today };
        command.SetAction(parsed =>
        {
            string root = parsed.GetValue(site) ?? ".";
            return Run(root, parsed.GetValue(output) ?? Path.Combine(root, "site-output"), SharedOptions.Report(parsed, format, strict, today));
        });
        return command;
    }

    private static int Run(string root, string output, Report report)
    {
        DiagnosticBag diagnostics = new();
        RefuseSourcesAsOutput(root, output, diagnostics);
        FileTree sources = new SiteFolder(root).ReadSources(diagnostics) ?? FileTree.Empty;
        Site? built = sources.Count > 0 ? SiteFolder.Build(sources, diagnostics, report.Today) : null;
        report = report with { Policy = built?.Policy ?? Policy.None };
        string outcome = "nothing was written";
        DiagnosticBag writing = new();
        if (built is not null && report.IsSound(diagnostics) && OutputFolder.Write(output, built.Files, writing) is { } written)
            outcome = $"{written.Files} files in {output}: {written.Changed} written, {written.Removed} removed";
        diagnostics.AddRange(writing);
        return report.Print(diagnostics, built is null ? sources : sources.With(built.Files), outcome);
    }

    // The output folder is replaced as a whole: it can hold neither the site's folder nor its sources.
    private static void RefuseSourcesAsOutput(string root, string output, DiagnosticBag diagnostics)
    {
        string target = Folder(output);
        string[] sources = [Folder(root), Folder(Path.Combine(root, "content")), Folder(Path.Combine(root, "templates"))];
        if (sources[0].StartsWith(target, StringComparison.Ordinal) || sources[1..].Any(source => target.StartsWith(source, StringComparison.Ordinal)))
            diagnostics.Add(Rules.OutputBlocked, Location.Of(output), "the sources are there", "name a folder of its own");
    }

    private static string Folder(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
