using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
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
        Option<string?> edition = new("--edition") { Description = "The build.json of an edition: draw the site as that edition was drawn, to compare", HelpName = "FILE" };
        Option<bool> strict = SharedOptions.Strict();
        Option<IReadOnlyList<ReportTarget>> format = SharedOptions.Format();
        Option<DateOnly?> today = SharedOptions.Today();
        Command command = new("build", "Build the site, check it, and write it when it is sound") { site, output, edition, strict, format, today };
        command.SetAction(parsed =>
        {
            string root = parsed.GetValue(site) ?? ".";
            return Run(root, parsed.GetValue(output) ?? Path.Combine(root, "site-output"), parsed.GetValue(edition), SharedOptions.Report(parsed, format, strict, today));
        });
        return command;
    }

    private static int Run(string root, string output, string? edition, Report report)
    {
        DiagnosticBag diagnostics = new();
        RefuseSourcesAsOutput(root, output, diagnostics);
        FileTree sources = new SiteFolder(root).ReadSources(diagnostics) ?? FileTree.Empty;
        EditionFacts? facts = edition is null ? null : ReadFacts(edition, diagnostics);
        Site? built = sources.Count > 0 && (edition is null || facts is not null) ? SiteFolder.Build(sources, diagnostics, report.Today, facts) : null;
        report = report with { Policy = built?.Policy ?? Policy.None };
        string outcome = "nothing was written";
        DiagnosticBag writing = new();
        if (built is not null && report.IsSound(diagnostics) && OutputFolder.Write(output, built.Files, writing) is { } written)
            outcome = $"{written.Files} files in {output}: {written.Changed} written, {written.Removed} removed";
        diagnostics.AddRange(writing);
        return report.Print(diagnostics, built is null ? sources : sources.With(built.Files), outcome);
    }

    private static EditionFacts? ReadFacts(string file, DiagnosticBag diagnostics)
    {
        try
        {
            if (BuildRecord.Read(File.ReadAllBytes(file)) is { } facts) return facts;
            diagnostics.Add(Rules.EditionMetadata, Location.Of(file), "it does not say what an edition says of itself", "name the `build.json` of a sealed edition");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(file), "the file cannot be read");
        }

        return null;
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
