using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen export</c>: packs a sealed edition, to hand it on.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> edition = new("EDITION") { Description = "The edition, by its date: 2025-01-03" };
        Option<string> format = new("--format") { Description = "bag: BagIt in a ZIP; zip: the pages, to be read without a network; ocfl: an OCFL object of this edition and all before it", Required = true };
        Option<string?> output = new("--output") { Description = "The file to write; named for the edition, in this folder, unless named", HelpName = "FILE" };
        Option<string> site = SharedOptions.Site();
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(known => known.Name)]);
        Command command = new("export", "Pack a sealed edition for archives, or to be read without a network") { edition, format, output, site };
        command.SetAction(parsed => Run(new SiteFolder(parsed.GetValue(site) ?? "."), parsed.GetRequiredValue(edition), ExportFormat.Of(parsed.GetValue(format)) ?? ExportFormat.All[0], parsed.GetValue(output)));
        return command;
    }

    private static int Run(SiteFolder folder, string name, ExportFormat format, string? output)
    {
        DiagnosticBag diagnostics = new();
        FoundFolder found = folder.ReadEditions(diagnostics);
        IReadOnlyList<SealedEdition> editions = EditionArchive.Verify(EditionArchive.Bags(found, EditionArchive.Folder, diagnostics), diagnostics);
        SealedEdition[] packed = EditionId.TryParse(name, out EditionId id) ? [.. editions.TakeWhile(edition => edition.Id <= id)] : [];
        string outcome = "nothing was written";
        if (packed is not [.., var last] || last.Id != id)
            diagnostics.Add(Rules.EditionUnknown, Location.Of(EditionArchive.Folder), $"no edition `{name}` is sealed", Nearest.Hint(name, editions.Select(edition => edition.Id.ToString())) ?? "`her2gen editions` lists them");
        else if (diagnostics.Errors == 0 && Write(output ?? format.FileName(id), format.Pack(packed), diagnostics) is { } written)
            outcome = written;
        return new Report([ReportTarget.Text], Strict: false, DateOnly.FromDateTime(DateTime.UtcNow)).Print(diagnostics, found.Within(EditionArchive.Folder).Files, outcome);
    }

    private static string? Write(string output, FileTree files, DiagnosticBag diagnostics)
    {
        if (files.Count > ZipWriter.MostFiles)
        {
            diagnostics.Add(Rules.OutputBlocked, Location.Of(output), $"a ZIP archive of {files.Count} files would need an extension of the format", "export single editions");
            return null;
        }

        try
        {
            byte[] archive = ZipWriter.Write(files);
            string beside = $"{output}.her2gen-part";
            File.WriteAllBytes(beside, archive);
            File.Move(beside, output, overwrite: true);
            return $"{files.Count} files, {archive.Length} bytes in {output}; its SHA-256 is {DigestAlgorithm.Sha256.Of(archive)}";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.OutputBlocked, Location.Of(output), $"cannot be written: {refused.Message.TrimEnd('.')}");
            return null;
        }
    }
}
