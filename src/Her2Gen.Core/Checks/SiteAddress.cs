
namespace Her2Gen.Checks;

/// <summary>Where a site is published: its absolute addresses lead to its own files.</summary>
/// <param name="Host">In lower case, with a port that is not the scheme's own; null when it is not known.</param>
/// <param name="BasePath">What a root-relative address starts with, '/' at both ends.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>; null when it is not known.</param>
public sealed record SiteAddress(string? Host, string BasePath, string? Scheme)
{
    /// <summary>A site of which nothing is known.</summary>
    public static readonly SiteAddress Unknown = new(null, "/", null);

    /// <param name="address">Absolute, by http or https; null for a site of which nothing is known.</param>
    public static SiteAddress Of(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")) return Unknown;
        string path = Uri.UnescapeDataString(uri.AbsolutePath);
        return new SiteAddress(uri.IsDefaultPort ? uri.IdnHost.ToLowerInvariant() : $"{uri.IdnHost.ToLowerInvariant()}:{uri.Port}", path.EndsWith('/') ? path : path[..(path.LastIndexOf('/') + 1)], uri.Scheme);
    }

    /// <summary>What most pages of a folder say of themselves: their canonical address, less their own path.</summary>
    public static SiteAddress GuessFrom(IEnumerable<PageFacts> pages)
    {
        string? likely = pages.Select(BaseOf).OfType<string>()
            .GroupBy(address => address, StringComparer.Ordinal)
            .OrderByDescending(addresses => addresses.Count()).ThenBy(addresses => addresses.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
        return Of(likely);
    }

    public bool IsHost(string host) => Host == host;

    private static string? BaseOf(PageFacts page)
    {
        string? own = page.Addresses.Find(address => address.Use == AddressUse.Identity && address.Element == "link" && address.Attribute == "href" && IsCanonical(page, address))?.Value
            ?? page.Addresses.Find(address => address.Element == "meta" && address.Attribute == "og:url")?.Value;
        if (own is null) return null;
        own = own.Trim();
        string path = page.Path.Value;
        string stem = page.Path.Stem == "index" ? page.Path.Folder : path[..^page.Path.Extension.Length];
        foreach (string ending in new[] { path, stem, stem.TrimEnd('/'), stem + "/" })
        {
            if (!own.EndsWith("/" + ending, StringComparison.Ordinal)) continue;
            return own[..^ending.Length];
        }

        return null;
    }

    private static bool IsCanonical(PageFacts page, AddressFact address) =>
        page.Metadata.Relations.Exists(relation => relation.IsInHead && relation.Relations.Contains("canonical") && relation.Address == address.Value.Trim());
}
