using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>A work that can be cited: one item of a library, in whatever format it was written.</summary>
/// <remarks>Identifiers that are malformed, and addresses that are not of the web, are none here; who reads a library reports them.</remarks>
public sealed class Reference
{
    /// <param name="location">Where its key stands.</param>
    public Reference(CslItem item, Location location)
    {
        Item = item;
        Location = location;
        Doi = Identifiers.Doi.TryParse(item.Text("DOI"), out Doi doi) ? doi : null;
        Pmid = Identifiers.Pmid.TryParse(item.Text("PMID"), out Pmid pmid) ? pmid : null;
        Url = item.Text("URL") is { } url && IsWebAddress(url) ? url : null;
    }

    /// <summary>The whole record.</summary>
    public CslItem Item { get; }

    public Location Location { get; }

    /// <summary>What a citation names it by.</summary>
    public string Key => Item.Id;

    public string Title => Item.Text("title") ?? "";

    public IReadOnlyList<CslName> Authors => Item.Names("author");

    /// <summary>What CSL's <c>status</c> says: <c>in press</c>, <c>retracted</c>; empty where it says nothing.</summary>
    public string Status => Item.Text("status") ?? "";

    public Doi? Doi { get; }

    public Pmid? Pmid { get; }

    public string? Url { get; }

    /// <summary>Whether it is the whole that other entries are parts of (BibTeX's <c>crossref</c>), and need not be cited itself.</summary>
    public bool IsParent { get; init; }

    internal static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
