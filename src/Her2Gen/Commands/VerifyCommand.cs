using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen verify</c>: whether sealed editions, or any BagIt bags, are as they were sealed.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string?> path = new("PATH") { Description = "A bag, a folder of bags, a published site, or a bag in a ZIP archive; the editions of the site unless named", Arity = ArgumentArity.ZeroOrOne };
        Option<string> site = SharedOptions.Site();
        Option<bool> strict = SharedOptions.Strict();
        Option<IReadOnlyList<ReportTarget>> format = SharedOptions.Format();
        Command command = new("verify", "Verify sealed editions, or any BagIt bag: each file, each seal, and the chain") { path, site, strict, format };
        command.SetAction(parsed =>
        {
            DiagnosticBag diagnostics = new();
            Report report = SharedOptions.Report(parsed, format, strict);
            IReadOnlyList<(EditionId? Id, BagContents Contents)> bags = parsed.GetValue(path) is { } named
                ? BagsAt(named, diagnostics)
                : BagsOfSite(parsed.GetValue(site) ?? ".", diagnostics);
            return Run(bags, parsed.GetValue(path) ?? EditionArchive.Folder, report, diagnostics);
        });
        return command;
    }

    private static int Run(IReadOnlyList<(EditionId? Id, BagContents Contents)> bags, string place, Report report, DiagnosticBag diagnostics)
    {
        List<(EditionId Id, BagContents Contents)> editions = [];
        foreach ((EditionId? id, BagContents contents) in bags)
        {
            if (id is { } edition) editions.Add((edition, contents));
            else BagCheck.Check(BagReader.Read(contents, diagnostics), diagnostics);
        }

        IReadOnlyList<SealedEdition> read = editions is [var only] && bags.Count == 1
            ? EditionArchive.VerifyOne(only.Id, only.Contents, diagnostics)
            : EditionArchive.Verify(editions, diagnostics);
        if (bags.Count == 0 && diagnostics.Errors == 0) diagnostics.Add(Rules.CheckedNothing, Location.Of(place), "there is no bag and no edition", "`her2gen archive` seals one");
        IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> shown = bags.SelectMany(bag => bag.Contents.AsShown());
        return report.Print(diagnostics, new FileTree(shown), Outcome(bags.Count, read, isSound: diagnostics.Errors == 0));
    }

    private static string Outcome(int count, IReadOnlyList<SealedEdition> editions, bool isSound)
    {
        string looked = $"{count} {(editions.Count == count ? "edition" : "bag")}{(count == 1 ? "" : "s")} checked";
        return isSound && editions is [.., var newest] ? $"{looked}; the newest, {newest.Id}, has the seal {newest.SealDigest}" : looked;
    }

    private static IReadOnlyList<(EditionId?, BagContents)> BagsOfSite(string root, DiagnosticBag diagnostics)
    {
        string folder = Path.Combine(root, "content", "editions");
        if (!Directory.Exists(folder) || BagFolder.Read(folder, diagnostics) is not { } found) return [];
        return [.. EditionArchive.Bags(found, EditionArchive.Folder, diagnostics).Select(bag => ((EditionId?)bag.Id, bag.Contents))];
    }

    private static IReadOnlyList<(EditionId?, BagContents)> BagsAt(string path, DiagnosticBag diagnostics)
    {
        string plain = Path.TrimEndingDirectorySeparator(path).Replace('\\', '/');
        if (File.Exists(path)) return BagInArchive(path, plain, diagnostics);
        if (Directory.Exists(Path.Combine(path, "editions", "seals")) && BagFolder.Read(Path.Combine(path, "editions"), diagnostics) is { } editions)
            return [.. EditionArchive.PublishedBags(editions, $"{plain}/editions/", diagnostics).Select(bag => ((EditionId?)bag.Id, bag.Contents))];
        if (BagFolder.Read(path, diagnostics) is not { } found) return [];
        if (EditionArchive.LooksLikeBag(found)) return [Named(BagContents.In(found, plain + "/"), Path.GetFileName(plain))];
        if (found.Top().Any(entry => EditionId.TryParse(entry.Name, out _) && EditionArchive.NameOf(BagContents.In(found.Under(entry.Name + "/"), "")) is not null))
            return [.. EditionArchive.Bags(found, plain + "/", diagnostics).Select(bag => ((EditionId?)bag.Id, bag.Contents))];
        return
        [
            .. from entry in found.Top()
               where entry.IsFolder
               let inner = found.Under(entry.Name + "/")
               where EditionArchive.LooksLikeBag(inner)
               select Named(BagContents.In(inner, $"{plain}/{entry.Name}/"), entry.Name),
        ];
    }

    private static IReadOnlyList<(EditionId?, BagContents)> BagInArchive(string path, string plain, DiagnosticBag diagnostics)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(path), "the file cannot be read");
            return [];
        }

        return ZipReader.Read(bytes, plain, diagnostics) is { } found ? [Named(BagContents.In(found, plain + "/"), "")] : [];
    }

    // An edition calls itself one; which it is, its folder says first.
    private static (EditionId?, BagContents) Named(BagContents contents, string folder)
    {
        EditionId? own = EditionArchive.NameOf(contents);
        return (own is not null && EditionId.TryParse(folder, out EditionId id) ? id : own, contents);
    }
}
