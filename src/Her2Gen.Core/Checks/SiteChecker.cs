using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A check: looks at one page of a site, and reports.</summary>
public delegate void PageCheck(PageFacts page, CheckedSite site, DiagnosticBag diagnostics);

/// <summary>A check: looks at a site as a whole, and reports.</summary>
public delegate void SiteCheck(CheckedSite site, DiagnosticBag diagnostics);

/// <summary>Runs every check over every page: of a build, where findings point at what the author wrote, or of any folder, where they point at the HTML.</summary>
public static class SiteChecker
{
    // More is no page that a person reads, and would take more memory than a machine may have.
    private const int LargestReadPage = 8 << 20;

    private static readonly PageCheck[] PageChecks =
    [
        LinkCheck.Check, IdCheck.Check, HeadingCheck.Check, TextAlternativeCheck.Check, StructureCheck.Check, CitationLinkCheck.Check, IdentifierCheck.Check,
        IntegrityCheck.Check, SizeCheck.Check, MetadataCheck.Check, AgreementCheck.Check, StructuredDataAddressCheck.Check,
    ];

    private static readonly (string Name, SiteCheck Check)[] SiteChecks =
    [
        ("names", FileNameCheck.Check), ("files", FileAddressCheck.Check), ("redirects", RedirectCheck.Check), ("reachability", ReachabilityCheck.Check), ("images", SizeCheck.CheckImages),
    ];

    /// <param name="address">Where the site is published; null to take it from what the pages say of themselves.</param>
    /// <param name="exits">Addresses that lead out of the folder, to what stands around it where it is published.</param>
    /// <param name="memo">What the build before checked; null to check everything.</param>
    public static void Check(FileTree files, SourceMap sources, SiteAddress? address, DiagnosticBag diagnostics, IReadOnlySet<string>? exits = null, Memo? memo = null)
    {
        memo ??= Memo.None;
        FileTree pages = files.Where(IsChecked);
        FilePath[] paths = pages.PathSet.All;
        if (paths.Length == 0)
        {
            diagnostics.Add(Rules.CheckedNothing, Location.Of("."), "there is no HTML page", "name the folder that the site was built into");
            return;
        }

        ReadOnlyMemory<byte>[] bytes = [.. pages.Select(page => page.Value)];
        PageFacts?[] read = memo.Each("facts", paths, bytes, diagnostics, (i, found) => Read(paths[i], bytes[i], found));
        PathTable<PageFacts> byPath = read.Contains(null) ? new(paths.Zip(read).Where(page => page.Second is not null).Select(page => KeyValuePair.Create(page.First, page.Second!))) : new(pages, read!);
        (FilePath[] readable, PageFacts[] facts) = byPath;
        PageOutline[] outlines = memo.Each("outline", readable, facts, diagnostics, (i, _) => new PageOutline(facts[i]));
        SiteOutline outlined = new(outlines, files.Where(static (path, all) => !IsChecked(path, all)), sources, address ?? SiteAddress.GuessFrom(facts), exits ?? new HashSet<string>());
        SiteOutline outline = memo.Of("outlines", [outlined], diagnostics, _ => outlined);
        CheckedSite alike = memo.Of("site", [outline], diagnostics, _ => new CheckedSite(files, byPath, sources, outline.Address) { Exits = outline.Exits });
        CheckedSite site = alike.With(files, byPath, sources, FrozenPages(files, memo));
        PageSources[] written = sources.Of(readable);
        Memo.Inputs[] seen = [.. facts.Select((page, i) => new Memo.Inputs(page, outlines[i].MayLoadPages ? site : outline, written[i]))];
        memo.Each("checks", readable, seen, diagnostics, (i, found) => CheckPage(facts[i], site, found));
        foreach ((string name, SiteCheck check) in SiteChecks) CheckSite(name, check, site, outline, memo, diagnostics);
        // What a build with errors does not show is not lost: the one cause has been told.
        if (site.Frozen.Count > 0 && !diagnostics.HasErrors) CheckSite("permalinks", PermalinkCheck.Check, site, outline, memo, diagnostics);
    }

    // Read when they are asked for, and once.
    private static FrozenPage[] FrozenPages(FileTree files, Memo memo)
    {
        KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] frozen = [.. files.Where(static (path, all) => IsPage(path) && IsFrozen(path, all))];
        return memo.Each("frozen", [.. frozen.Select(file => file.Key)], [.. frozen.Select(file => file.Value)], new DiagnosticBag(), (i, _) =>
            new FrozenPage(frozen[i].Key, new Lazy<PageFacts>(() => PageFactsReader.Read(frozen[i].Key, frozen[i].Value, new DiagnosticBag()))));
    }

    private static bool CheckPage(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        DiagnosticBag found = new();
        foreach (PageCheck check in PageChecks) check(page, site, found);
        diagnostics.AddRange(found, page.Path.Value);
        return true;
    }

    // What a check of the whole found, and the pages in which it was found.
    private sealed record Looked(IReadOnlyList<Diagnostic> Found, PathTable<PageFacts> Pages);

    // As long as the outline is the same, it finds the same; but where, in a page that has changed, may be another place.
    private static void CheckSite(string name, SiteCheck check, CheckedSite site, SiteOutline outline, Memo memo, DiagnosticBag diagnostics)
    {
        Looked Look()
        {
            DiagnosticBag found = new();
            check(site, found);
            return new Looked(found.Places(), site.Pages);
        }

        bool IsWhereItWas(Diagnostic found, Looked then) =>
            !FilePath.TryParse(found.Location.File, out FilePath file) || !site.Pages.TryGetValue(file, out PageFacts? page) || then.Pages[file] == page;
        Looked looked = memo.Of("site check " + name, [outline], diagnostics, _ => Look());
        diagnostics.AddRange(looked.Found.All(found => IsWhereItWas(found, looked)) ? looked.Found : Look().Found);
    }

    /// <summary>The pages that are checked. Those of sealed editions are not: they were, by the checks of their day, and never change.</summary>
    public static IReadOnlyList<FilePath> PagesOf(FileTree files) => files.Where(IsChecked).Paths;

    private static bool IsChecked(FilePath path, FileTree files) => IsPage(path) && !IsFrozen(path, files);

    /// <summary>Whether a file is of a sealed edition: on a published site the seal of <c>editions/ID/</c> is <c>editions/seals/ID/</c>.</summary>
    public static bool IsFrozen(FilePath path, FileTree files) =>
        path.Value.StartsWith("editions/", StringComparison.Ordinal) && path.Value.Split('/') is ["editions", var id, _, ..] && files.Contains(FilePath.Parse($"editions/seals/{id}/bagit.txt"));

    private static bool IsPage(FilePath path) => Path.GetExtension(path.Value.AsSpan()) is ".html" or ".htm";

    private static PageFacts? Read(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > LargestReadPage)
            diagnostics.Add(Rules.FileUnreadable, Location.Of(path.Value), $"a page of {bytes.Length >> 20} MiB is not read; the most is {LargestReadPage >> 20}", "part it");
        else if (IsWide(bytes.Span))
            diagnostics.Add(Rules.TextEncoding, Location.Of(path.Value), "the page is UTF-16", "save the file as UTF-8");
        else
            return PageFactsReader.Read(path, bytes, diagnostics);
        return null;
    }

    // A byte-order mark of UTF-16, or a first sign of two bytes.
    private static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith("<\0"u8) || bytes.StartsWith("\0<"u8);
}
