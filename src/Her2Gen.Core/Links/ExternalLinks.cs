using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;

namespace Her2Gen.Links;

/// <summary>Gathers the addresses outside a site from its pages and its references.</summary>
public sealed class ExternalLinks
{
    private static readonly string[] DoiHosts = ["doi.org", "dx.doi.org", "www.doi.org"];

    // What these relations lead to is a name in a vocabulary (RFC 6903, RFC 6906), which nobody follows.
    private static readonly string[] NamingRelations = ["type", "profile"];

    // C0 control or space, as the URL standard calls them.
    private static readonly char[] Controls = [.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)];

    private readonly Dictionary<string, (Doi? Doi, List<(LinkUse Use, bool IsWritten)> Uses)> byAddress = new(StringComparer.Ordinal);
    private readonly DiagnosticBag diagnostics;

    private ExternalLinks(DiagnosticBag diagnostics) => this.diagnostics = diagnostics;

    /// <summary>The addresses in ordinal order. What the site says of itself (its own address) is not outside; an address that cannot be parsed is reported.</summary>
    /// <param name="files">A built site, or any folder of HTML.</param>
    /// <param name="sources">Where a build's links were written; a place in a page's HTML stands only for an address that has no other.</param>
    /// <param name="references">The library, whether its works are cited or not.</param>
    /// <param name="own">Where the site says that it is published, ending in '/'; null when no page says so.</param>
    public static IReadOnlyList<ExternalLink> Of(FileTree files, SourceMap sources, IEnumerable<Reference> references, out string? own, DiagnosticBag diagnostics)
    {
        ExternalLinks links = new(diagnostics);
        PageFacts[] pages = [.. files.Where(file => SiteChecker.IsPage(file.Key)).Select(file => PageFactsReader.Read(file.Key, file.Value, new DiagnosticBag()))];
        own = OwnAddress(pages);
        foreach (PageFacts page in pages) links.AddPage(page, sources.Of(page.Path), own);
        foreach (Reference reference in references) links.AddReference(reference);
        return [.. links.byAddress.OrderBy(link => link.Key, StringComparer.Ordinal).Select(link => new ExternalLink(link.Key, link.Value.Doi, Places(link.Value.Uses)))];
    }

    // A canonical address is the site's own, and the page's path behind it.
    private static string? OwnAddress(IEnumerable<PageFacts> pages) => (
        from page in pages
        from relation in page.Metadata.Relations
        where relation.IsInHead && relation.Relations.Contains("canonical") && Parse(relation.Address) is not null
        let tail = relation.Address.EndsWith(page.Path.Value, StringComparison.Ordinal) ? page.Path.Value : page.Path.Name == "index.html" ? page.Path.Folder : null
        where tail is not null && relation.Address.EndsWith("/" + tail, StringComparison.Ordinal)
        select relation.Address[..^tail.Length]).FirstOrDefault();

    private void AddPage(PageFacts page, PageSources written, string? own)
    {
        HashSet<string> names = [.. page.Metadata.Relations.Where(relation => relation.IsInHead && relation.Relations.Any(NamingRelations.Contains)).Select(relation => relation.Address)];
        foreach (AddressFact fact in page.Addresses)
        {
            if (fact.Element == "link" && names.Contains(fact.Value)) continue;
            string address = string.Concat(fact.Value.Trim(Controls).Split('\t', '\n', '\r'));
            bool isExternal = address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            if (isExternal && (own is null || !address.StartsWith(own, StringComparison.Ordinal)))
                Add(address, written.Of(fact.Value) ?? page.ValueAt(fact.Offset), written.Of(fact.Value) is not null);
        }
    }

    private void AddReference(Reference reference)
    {
        foreach (string? address in new[] { reference.Doi?.Url, reference.Pmid?.Url, reference.Url })
            if (address is not null) Add(address, reference.Location, isWritten: true);
    }

    private void Add(string written, Location place, bool isWritten)
    {
        if (Parse(written) is not { } address)
        {
            diagnostics.Add(Rules.UrlMalformed, place, $"`{written}` is not an address", "an address has a scheme, a host, and percent-escapes for what they cannot hold");
            return;
        }

        Doi? doi = DoiOf(address);
        string key = doi?.Url ?? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        if (!byAddress.TryGetValue(key, out var link)) byAddress[key] = link = (doi, []);
        link.Uses.Add((new LinkUse(address.Fragment.TrimStart('#'), place), isWritten));
    }

    private static Uri? Parse(string address) =>
        Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out Uri? uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 } ? uri : null;

    private static Doi? DoiOf(Uri address) =>
        DoiHosts.Contains(address.Host) && Doi.TryParse(Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), out Doi doi) ? doi : null;

    private static LinkUse[] Places(List<(LinkUse Use, bool IsWritten)> uses)
    {
        bool anyWritten = uses.Any(use => use.IsWritten);
        return [.. uses.Where(use => use.IsWritten || !anyWritten).Select(use => use.Use).Distinct().OrderBy(use => use.Place).ThenBy(use => use.Fragment, StringComparer.Ordinal)];
    }
}
