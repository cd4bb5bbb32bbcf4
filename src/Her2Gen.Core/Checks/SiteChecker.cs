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

    private static readonly SiteCheck[] SiteChecks = [FileNameCheck.Check, FileAddressCheck.Check, RedirectCheck.Check, ReachabilityCheck.Check, SizeCheck.CheckImages];

    /// <param name="address">Where the site is published; null to take it from what the pages say of themselves.</param>
    /// <param name="exits">Addresses that lead out of the folder, to what stands around it where it is published.</param>
    public static void Check(FileTree files, SourceMap sources, SiteAddress? address, DiagnosticBag diagnostics, IReadOnlySet<string>? exits = null)
    {
        FilePath[] paths = [.. PagesOf(files)];
        if (paths.Length == 0)
        {
            diagnostics.Add(Rules.CheckedNothing, Location.Of("."), "there is no HTML page", "name the folder that the site was built into");
            return;
        }

        PageFacts?[] read = new PageFacts?[paths.Length];
        InParallel.For(paths.Length, i => read[i] = Read(files, paths[i], diagnostics));
        PageFacts[] facts = [.. read.OfType<PageFacts>()];
        CheckedSite site = new(files, facts.ToDictionary(page => page.Path), sources, address ?? SiteAddress.GuessFrom(facts)) { Exits = exits ?? new HashSet<string>() };
        InParallel.For(SiteChecks.Length + facts.Length, i =>
        {
            if (i < SiteChecks.Length) SiteChecks[i](site, diagnostics);
            else CheckPage(facts[i - SiteChecks.Length], site, diagnostics);
        }, fewest: 20);
        // What vanished from an edition is looked for in a site that is sound otherwise.
        PermalinkCheck.Check(site, diagnostics);
    }

    private static void CheckPage(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        DiagnosticBag found = new();
        foreach (PageCheck check in PageChecks) check(page, site, found);
        diagnostics.AddRange(found, page.Path.Value);
    }

    /// <summary>The pages that are checked. Those of sealed editions are not: they were, by the checks of their day, and never change.</summary>
    public static IEnumerable<FilePath> PagesOf(FileTree files) => files.Paths.Where(path => IsPage(path) && !IsFrozen(path, files));

    /// <summary>Whether a file is of a sealed edition: on a published site the seal of <c>editions/ID/</c> is <c>editions/seals/ID/</c>.</summary>
    internal static bool IsFrozen(FilePath path, FileTree files) =>
        path.Value.StartsWith("editions/", StringComparison.Ordinal) && path.Value.Split('/') is ["editions", var id, _, ..] && files.Contains(FilePath.Parse($"editions/seals/{id}/bagit.txt"));

    private static bool IsPage(FilePath path) => path.Extension is ".html" or ".htm";

    private static PageFacts? Read(FileTree files, FilePath path, DiagnosticBag diagnostics)
    {
        files.TryGet(path, out ReadOnlyMemory<byte> bytes);
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
