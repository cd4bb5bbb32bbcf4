using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen diff</c>: what changed between two editions.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string> older = new("A") { Description = "The older edition: its id, or a folder: a bag or a built site" };
        Argument<string> newer = new("B") { Description = "The newer edition" };
        Option<string> site = SharedOptions.Site();
        Option<string> format = new("--format") { Description = "How to print what changed", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("diff", "Show what changed between two editions: every number, each section, word by word") { older, newer, site, format };
        command.SetAction(parsed =>
        {
            DiagnosticBag diagnostics = new();
            string root = parsed.GetValue(site) ?? ".";
            EditionText? before = Read(root, parsed.GetValue(older) ?? "", diagnostics);
            EditionText? after = Read(root, parsed.GetValue(newer) ?? "", diagnostics);
            if (before is null || after is null) return new Report(ReportFormat.Text, Strict: false, Console.Error).Print(diagnostics, FileTree.Empty, "nothing was compared");
            EditionDiff diff = EditionDiff.Of(before, after);
            Console.Out.Write(parsed.GetValue(format) == "json" ? DiffJson.Write(diff) : DiffText.Write(diff));
            return ExitCode.Sound;
        });
        return command;
    }

    // An id names an edition of the site; a folder stands for itself.
    private static EditionText? Read(string root, string name, DiagnosticBag diagnostics)
    {
        string sealedEdition = Path.Combine(root, "content", "editions", name);
        string folder = !Directory.Exists(name) && Directory.Exists(sealedEdition) ? sealedEdition : name;
        return FolderReader.Read(folder, "", diagnostics) is { } files ? EditionReader.Read(new FileTree(files), folder.TrimEnd('/') + "/", diagnostics) : null;
    }
}
