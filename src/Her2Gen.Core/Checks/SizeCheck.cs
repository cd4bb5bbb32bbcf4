using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A page is small enough to arrive, shallow enough to be parsed, and does not move while it loads.</summary>
internal static class SizeCheck
{
    private const int Mebibyte = 1 << 20;
    private const int LargestPage = Mebibyte;
    private const int LargestImage = Mebibyte;
    private const int LargestTotal = 5 * Mebibyte;

    private static readonly HashSet<string> Images = new([".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"], StringComparer.OrdinalIgnoreCase);

    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        if (page.Size > LargestPage) diagnostics.Add(Rules.SizeBudget, page.TagAt(0), $"`{page.Path}` has {InMebibytes(page.Size)}, more than {InMebibytes(LargestPage)}", "part it");
        if (page.Structure.TooDeepAt is { } deep)
            diagnostics.Add(Rules.SizeBudget, page.TagAt(deep), $"elements are nested {page.Structure.Depth} deep; browsers stop at {StructureFactsReader.DeepestNesting}", "close what is open");
        foreach (ImageFact image in page.Images.Where(image => !image.HasSize && IsThere(image, page, site)))
            diagnostics.Add(Rules.ImageSizeMissing, site.Sources.Of(page.Path).Of(image.Source) ?? page.TagAt(image.Offset), "image without `width` and `height`: the text below it moves when it arrives", "write both");
        CheckTotal(page, site, diagnostics);
    }

    /// <summary>The images of the whole site.</summary>
    public static void CheckImages(CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in site.OwnFiles.Where(file => file.Value.Length > LargestImage && Images.Contains(file.Key.Extension)))
            diagnostics.Add(Rules.SizeBudget, Location.Of(path.Value), $"the image has {InMebibytes(bytes.Length)}, more than {InMebibytes(LargestImage)}", "save it smaller");
    }

    // One that is not there has been reported.
    private static bool IsThere(ImageFact image, PageFacts page, CheckedSite site) =>
        Destination.Of(image.Source, page.Path, site.Address, page.Base) is var destination
        && (destination.Kind == DestinationKind.Inside ? site.FileOf(destination) is not null : destination.Kind is DestinationKind.Outside or DestinationKind.Scheme);

    private static void CheckTotal(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        long total = page.Size;
        HashSet<FilePath> counted = [];
        IReadOnlyList<Destination> destinations = site.DestinationsOf(page);
        for (int i = 0; i < destinations.Count; i++)
        {
            if (page.Addresses[i].Use is not (AddressUse.Asset or AddressUse.Style) || destinations[i].Kind != DestinationKind.Inside) continue;
            if (site.FileOf(destinations[i]) is { } file && counted.Add(file) && site.Files.TryGet(file, out ReadOnlyMemory<byte> bytes)) total += bytes.Length;
        }

        if (total > LargestTotal) diagnostics.Add(Rules.SizeBudget, page.TagAt(0), $"`{page.Path}` loads {InMebibytes(total)} in all, more than {InMebibytes(LargestTotal)}", "save its images smaller, or load fewer");
    }

    private static string InMebibytes(long bytes) => FormattableString.Invariant($"{(double)bytes / Mebibyte:0.0} MiB");
}
