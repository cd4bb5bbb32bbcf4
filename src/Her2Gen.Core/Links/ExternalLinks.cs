using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.References;

namespace Her2Gen.Links;

/// <summary>Gathers the addresses outside a site from its pages and its references.</summary>
public sealed class ExternalLinks
{
    // What these relations lead to is a name in a vocabulary (RFC 6903, RFC 6906), which nobody follows.
    private static readonly string[] NamingRelations = ["type", "profile"];

    // Gives its scheme to addresses that have none, and nothing else (RFC 2606).
    private static readonly Uri AnySite = new("https://site.invalid/");

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
        PageFacts[] pages = [.. SiteChecker.PagesOf(files).Select(path => PageFactsReader.Read(path, files.TryGet(path, out ReadOnlyMemory<byte> bytes) ? bytes : default, new DiagnosticBag()))];
        SiteAddress address = SiteAddress.GuessFrom(pages);
        own = address.Host is null ? null : $"{address.Scheme}://{address.Host}{address.BasePath}";
        foreach (PageFacts page in pages) links.AddPage(page, sources, address);
        foreach (Reference reference in references) links.AddReference(reference);
        return [.. links.byAddress.OrderBy(link => link.Key, StringComparer.Ordinal).Select(link => new ExternalLink(link.Key, link.Value.Doi, Places(link.Value.Uses)))];
    }

    private void AddPage(PageFacts page, SourceMap sources, SiteAddress own)
    {
        HashSet<string> names = [.. page.Metadata.Relations.Where(relation => relation.IsInHead && relation.Relations.Any(NamingRelations.Contains)).Select(relation => relation.Address)];
        foreach (AddressFact fact in page.Addresses)
        {
            Destination destination = Destination.Of(fact.Value, page.Path, own, page.Base);
            bool isOutside = destination.Kind == DestinationKind.Outside || (destination.Kind == DestinationKind.Malformed && destination.Scheme is "http" or "https");
            if (!isOutside || (fact.Element == "link" && names.Contains(destination.Address))) continue;
            Location? written = sources.Of(page.Path).Of(fact.Value) ?? sources.InTemplates(fact.Value);
            Add(destination.Address, page.Base, written ?? page.PlaceOf(fact), written is not null);
        }
    }

    private void AddReference(Reference reference)
    {
        foreach (string? address in new[] { reference.Doi?.Url, reference.Pmid?.Url, reference.Url })
            if (address is not null) Add(address, start: null, reference.Location, isWritten: true);
    }

    // A page may say that its relative addresses start on another site.
    private void Add(string written, string? start, Location place, bool isWritten)
    {
        if (Parse(written, start) is not { } address)
        {
            diagnostics.Add(Rules.UrlMalformed, place, $"`{written}` is not an address", "an address has a scheme, a host, and percent-escapes for what they cannot hold");
            return;
        }

        Doi? doi = DoiOf(address);
        string key = doi?.Url ?? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        if (!byAddress.TryGetValue(key, out var link)) byAddress[key] = link = (doi, []);
        link.Uses.Add((new LinkUse(address.Fragment.TrimStart('#'), place), isWritten));
    }

    private static Uri? Parse(string address, string? start)
    {
        Uri from = Uri.TryCreate(start, UriKind.Absolute, out Uri? known) ? known : AnySite;
        return Uri.TryCreate(from, address, out Uri? uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 } && uri.Host != AnySite.Host ? uri : null;
    }

    private static Doi? DoiOf(Uri address) =>
        Doi.ResolverOf(address.AbsoluteUri) is not null && Doi.TryParse(Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), out Doi doi) ? doi : null;

    private static LinkUse[] Places(List<(LinkUse Use, bool IsWritten)> uses)
    {
        bool anyWritten = uses.Any(use => use.IsWritten);
        return [.. uses.Where(use => use.IsWritten || !anyWritten).Select(use => use.Use).Distinct().OrderBy(use => use.Place).ThenBy(use => use.Fragment, StringComparer.Ordinal)];
    }
}
