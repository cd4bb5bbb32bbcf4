using System.CommandLine;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Reporting;
using Her2Gen.Sites;

namespace Her2Gen.Commands;

/// <summary><c>her2gen check</c>: what build does, without the write; or the checks over any folder of HTML.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string?> folder = new("DIR") { Description = "A folder of HTML, made by whatever program; the site itself unless named", Arity = ArgumentArity.ZeroOrOne };
        Option<string> site = SharedOptions.Site();
        Option<string?> address = new("--address") { Description = "Where DIR is published; taken from its canonical links unless told", HelpName = "URL" };
        Option<bool> strict = SharedOptions.Strict();
        Option<IReadOnlyList<ReportTarget>> format = SharedOptions.Format();
        Option<IReadOnlySet<string>?> rules = SharedOptions.RuleFilter();
        Option<DateOnly?> today = SharedOptions.Today();
        Command command = new("check", "Check the site without writing it, or any folder of HTML") { folder, site, address, strict, format, rules, today };
        command.SetAction(parsed =>
        {
            Report report = SharedOptions.Report(parsed, format, strict, today, rules);
            return parsed.GetValue(folder) is { } dir ? CheckFolder(dir, parsed.GetValue(address), report) : CheckSite(parsed.GetValue(site) ?? ".", report);
        });
        return command;
    }

    private static int CheckFolder(string folder, string? address, Report report)
    {
        DiagnosticBag diagnostics = new();
        IReadOnlyList<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>? read = FolderReader.Read(folder, "", diagnostics);
        FileTree files = read is null ? FileTree.Empty : new FileTree(read);
        if (read is not null) SiteChecker.Check(files, SourceMap.Empty, address is null ? null : SiteAddress.Of(address), diagnostics);
        return report.Print(diagnostics, files, $"{SiteChecker.PagesOf(files).Count} pages checked");
    }

    private static int CheckSite(string root, Report report)
    {
        DiagnosticBag diagnostics = new();
        FileTree sources = new SiteFolder(root).ReadSources(diagnostics) ?? FileTree.Empty;
        Site? built = sources.Count > 0 ? SiteFolder.Build(sources, diagnostics, report.Today) : null;
        FileTree files = built?.Files ?? FileTree.Empty;
        return (report with { Policy = built?.Policy ?? Policy.None }).Print(diagnostics, sources.With(files), $"{SiteChecker.PagesOf(files).Count} pages checked");
    }
}
