using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Pages;
using Her2Gen.Reporting;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen.Commands;

/// <summary><c>her2gen diff</c>: what changed between two editions.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string> older = new("A") { Description = "The older edition: its id, or a folder: a bag or a built site" };
        Argument<string> newer = new("B") { Description = "The newer edition" };
        Option<string> site = SharedOptions.Site();
        Option<string> format = new("--format") { Description = "How to show what changed; html writes a page", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        Option<string?> output = new("--output") { Description = "The folder to write the page into; changes-output/ unless named", HelpName = "DIR" };
        Command command = new("diff", "Show what changed between two editions: every number, each section, word by word") { older, newer, site, format, output };
        command.SetAction(parsed => Run(
            parsed.GetValue(site) ?? ".",
            parsed.GetValue(older) ?? "",
            parsed.GetValue(newer) ?? "",
            parsed.GetValue(format) ?? "text",
            parsed.GetValue(output) ?? "changes-output"));
        return command;
    }

    private static int Run(string root, string older, string newer, string format, string output)
    {
        DiagnosticBag diagnostics = new();
        EditionText? before = Read(root, older, diagnostics);
        EditionText? after = Read(root, newer, diagnostics);
        if (before is null || after is null) return Say(diagnostics, "nothing was compared");
        EditionDiff diff = EditionDiff.Of(before, after);
        if (format == "html") return Write(root, output, diff, diagnostics);
        Console.Out.Write(format == "json" ? DiffJson.Write(diff) : DiffText.Write(diff));
        return diagnostics.Errors == 0 ? ExitCode.Sound : Say(diagnostics, "compared as well as can be");
    }

    // Standard output has the comparison, for whatever reads it.
    private static int Say(DiagnosticBag diagnostics, string outcome)
    {
        ReportedRun run = new Report([], Strict: false, default).Run(diagnostics, FileTree.Empty, outcome);
        Report.Print(ReportFormat.Text, run, Console.Error);
        return run.ExitCode;
    }

    private static int Write(string root, string output, EditionDiff diff, DiagnosticBag diagnostics)
    {
        Report report = new([ReportTarget.Text], Strict: false, default);
        FileTree templates = new SiteFolder(root).ReadTemplates(diagnostics);
        ChangesPage page = PagePlan.Changes(Name(diff.Older, "older"), Name(diff.Newer, "newer"), diff, arePublished: false);
        FileTree files = ChangesSite.Build(page, new TemplateSet(templates.Under("templates/"), diagnostics));
        string outcome = "nothing was written";
        if (report.IsSound(diagnostics) && OutputFolder.Write(output, files, diagnostics) is not null) outcome = $"{page.Path} in {output}";
        return report.Print(diagnostics, templates, outcome);
    }

    private static string Name(EditionText edition, string otherwise) => DateOnly.TryParseExact(edition.Date, "yyyy-MM-dd", out _) ? edition.Date : otherwise;

    // An id names an edition of the site; a folder stands for itself.
    private static EditionText? Read(string root, string name, DiagnosticBag diagnostics)
    {
        string sealedEdition = Path.Combine(root, "content", "editions", name);
        string folder = !Directory.Exists(name) && Directory.Exists(sealedEdition) ? sealedEdition : name;
        return FolderReader.Read(folder, "", diagnostics) is { } files ? EditionTextReader.Read(new FileTree(files), folder.TrimEnd('/') + "/", diagnostics) : null;
    }
}
