using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A reader gets from the home page to every other, and the sitemap names the pages that a search engine may show.</summary>
internal static class ReachabilityCheck
{
    private static readonly FilePath Home = FilePath.Parse("index.html");
    private static readonly FilePath NotFound = FilePath.Parse("404.html");

    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        CheckOrphans(site, diagnostics);
        CheckSitemap(site, diagnostics);
    }

    private static void CheckOrphans(CheckedSite site, DiagnosticBag diagnostics)
    {
        if (!site.Pages.ContainsKey(Home)) return;
        HashSet<FilePath> reached = [Home];
        Queue<FilePath> next = new([Home]);
        while (next.TryDequeue(out FilePath path))
        {
            foreach (FilePath target in LinksOf(site.Pages[path], site).Where(reached.Add)) next.Enqueue(target);
        }

        foreach (PageFacts page in site.Pages.Values.Where(page => !reached.Contains(page.Path) && IsForReaders(page)).OrderBy(page => page.Path))
            diagnostics.Add(Rules.OrphanPage, page.TagAt(0), $"no links lead from `{Home}` to `{page.Path}`", "link to it, or remove it");
    }

    private static IEnumerable<FilePath> LinksOf(PageFacts page, CheckedSite site)
    {
        IReadOnlyList<Destination> destinations = site.DestinationsOf(page);
        for (int i = 0; i < destinations.Count; i++)
        {
            AddressFact address = page.Addresses[i];
            bool isFollowed = address.Use is AddressUse.Link or AddressUse.Redirect || address.Element is "iframe" or "object" or "embed" || address is { Use: AddressUse.Identity, Element: "link" };
            if (isFollowed && destinations[i].Kind == DestinationKind.Inside && site.FileOf(destinations[i]) is { } file && site.Pages.ContainsKey(file)) yield return file;
        }
    }

    private static void CheckSitemap(CheckedSite site, DiagnosticBag diagnostics)
    {
        HashSet<FilePath> named = [];
        foreach (FilePath path in site.Files.Paths.Where(path => path.Folder.Length == 0 && path.Extension == ".xml" && path.Name.StartsWith("sitemap", StringComparison.Ordinal)))
        {
            site.Files.TryGet(path, out ReadOnlyMemory<byte> bytes);
            // What is not well-formed, and what leads nowhere, is reported where files are read.
            foreach (XmlText text in XmlFile.Read(path, bytes, new DiagnosticBag()).Where(text => text is { Element: "loc", Attribute: "" }))
                if (Destination.Of(text.Value, path, site.Address) is { Kind: DestinationKind.Inside } destination && site.FileOf(destination) is { } file) named.Add(file);
        }

        // A sitemap of another host says nothing about this one.
        if (named.Count == 0) return;
        foreach (PageFacts page in site.Pages.Values.OrderBy(page => page.Path))
        {
            bool isIndexed = IsForReaders(page) && !IsCopy(page, site);
            if (isIndexed && !named.Contains(page.Path)) diagnostics.Add(Rules.SitemapDiffers, page.TagAt(0), $"`{page.Path}` is in no sitemap", "name it there, or mark it `noindex`");
            else if (!isIndexed && named.Contains(page.Path)) diagnostics.Add(Rules.SitemapDiffers, page.TagAt(0), $"the sitemap names `{page.Path}`, which is not to be indexed", "leave it out");
        }
    }

    // Neither a page of errors, nor one that sends on, nor one that asks not to be found.
    private static bool IsForReaders(PageFacts page) =>
        page.Path != NotFound && !page.IsStub
        && !page.Metadata.Metas.Exists(meta => meta.Name is "robots" && meta.Content.Contains("noindex", StringComparison.OrdinalIgnoreCase));

    // Its canonical address is another page's.
    private static bool IsCopy(PageFacts page, CheckedSite site)
    {
        RelationFact? canonical = page.Metadata.Relations.Find(relation => relation.IsInHead && relation.Relations.Contains("canonical"));
        return canonical is not null && Destination.Of(canonical.Address, page.Path, site.Address, page.Base) is { Kind: DestinationKind.Inside } destination
            && site.FileOf(destination) is { } file && file != page.Path;
    }
}
