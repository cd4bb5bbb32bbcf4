using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>What the checks of other pages, and of the site as a whole, see of a page.</summary>
/// <remarks>Most changes of a text leave it as it was: then nothing that was checked elsewhere has to be checked again.</remarks>
internal sealed class PageOutline(PageFacts page) : IEquatable<PageOutline>
{
    public FilePath Path => page.Path;

    /// <summary>Whether it loads what may be a page: its checks then look at the size of that.</summary>
    public bool MayLoadPages { get; } = page.Addresses.Exists(address => address.Use is AddressUse.Asset or AddressUse.Style && MayBePage(address.Value));

    private PageFacts Page => page;

    public bool Equals(PageOutline? other) =>
        other is not null && page.Path == other.Path && page.Title == other.Page.Title && page.Base == other.Page.Base && page.IsStub == other.Page.IsStub
        && page.Targets.SetEquals(other.Page.Targets)
        && page.Addresses.Select(Seen).SequenceEqual(other.Page.Addresses.Select(Seen))
        && page.Metadata.Metas.Select(meta => (meta.Name, meta.Content)).SequenceEqual(other.Page.Metadata.Metas.Select(meta => (meta.Name, meta.Content)))
        && page.Metadata.Relations.Select(Seen).SequenceEqual(other.Page.Metadata.Relations.Select(Seen));

    public override bool Equals(object? obj) => Equals(obj as PageOutline);

    public override int GetHashCode() => page.Path.GetHashCode();

    private static (string, string, string, AddressUse) Seen(AddressFact address) => (address.Element, address.Attribute, address.Value, address.Use);

    private static (string, string, bool) Seen(RelationFact relation) => (string.Join(' ', relation.Relations), relation.Address, relation.IsInHead);

    private static bool MayBePage(string address) =>
        System.IO.Path.GetExtension(address.AsSpan(0, address.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : address.Length)) is "" or ".html" or ".htm";
}
