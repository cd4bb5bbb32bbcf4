using System.Collections.Concurrent;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>An id, or the <c>name</c> of an <c>a</c>, which works like one.</summary>
public sealed record IdFact(string Id, int Offset);

/// <param name="Id">Its id, if it has one: that leads to its source.</param>
public sealed record HeadingFact(int Level, string? Id, int Offset);

/// <param name="Alt">Null when the attribute is missing.</param>
/// <param name="HasSize">Whether it says its width and height, or needs none.</param>
public sealed record ImageFact(string? Alt, string Source, bool HasSize, int Offset);

/// <param name="HasName">Whether it holds text, a text alternative or a label.</param>
/// <param name="Text">What it holds, for an address that a text may contradict; else empty.</param>
public sealed record LinkFact(string Address, bool HasName, string Text, int Offset);

/// <summary>What the checks need to know of one page, gathered in one pass over its tokens.</summary>
/// <remarks>The content of <c>template</c> elements and of comments is left out: it is not part of the page.</remarks>
/// <param name="path">The page.</param>
/// <param name="reread">Its text, read again: only a page with a fault needs it a second time.</param>
public sealed class PageFacts(FilePath path, Func<SourceText> reread)
{
    private readonly Lazy<SourceText> source = new(reread);
    private HashSet<string>? loaded;
    private Resolved? resolved;

    private sealed record Resolved(SiteAddress Root, IReadOnlyList<Destination> Destinations);

    public FilePath Path { get; } = path;

    public List<AddressFact> Addresses { get; } = [];

    public List<IdFact> Ids { get; } = [];

    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

    public List<HeadingFact> Headings { get; } = [];

    public List<ImageFact> Images { get; } = [];

    public List<LinkFact> Links { get; } = [];

    /// <summary>What it says of itself.</summary>
    public MetadataFacts Metadata { get; } = new();

    /// <summary>How it is built.</summary>
    public StructureFacts Structure { get; } = new();

    /// <summary>How many bytes it has.</summary>
    public int Size { get; init; }

    /// <summary>Whether it sends its reader on: there is nothing to read, to find or to walk through.</summary>
    public bool IsStub { get; set; }

    /// <summary>What relative addresses start from (<c>base</c>); null when the page itself is that.</summary>
    public string? Base { get; set; }

    /// <summary>The <c>lang</c> of the <c>html</c> element; null when it is missing.</summary>
    public string? Lang { get; set; }

    /// <summary>Where the <c>html</c> element starts; the start of the page when it has no tag.</summary>
    public int HtmlOffset { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Where the <c>title</c> element starts; null when it is missing.</summary>
    public int? TitleOffset { get; set; }

    /// <summary>Null when there is no such <c>meta</c> element.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the browser loads an address with the page.</summary>
    public bool Loads(string address) =>
        (loaded ??= Addresses.Where(fact => fact.Use == AddressUse.Asset).Select(fact => fact.Value).ToHashSet(StringComparer.Ordinal)).Contains(address);

    /// <summary>Where each of <see cref="Addresses"/> leads, when the site is published at an address.</summary>
    /// <param name="ofFolders">What is known of addresses on pages of the same folder: what a page links to, its neighbours often link to as well.</param>
    internal IReadOnlyList<Destination> DestinationsIn(SiteAddress root, ConcurrentDictionary<(string Folder, string Address), Destination> ofFolders)
    {
        if (resolved is { } before && before.Root == root) return before.Destinations;
        string folder = Path.Folder;
        Resolved known = new(root, Addresses.ConvertAll(address => DestinationOf(address.Value, folder, root, ofFolders)));
        resolved = known;
        return known.Destinations;
    }

    private Destination DestinationOf(string address, string folder, SiteAddress root, ConcurrentDictionary<(string Folder, string Address), Destination> ofFolders)
    {
        if (Base is not null || address is ['#', ..]) return Destination.Of(address, Path, root, Base);
        (string, string) key = (folder, address);
        return ofFolders.TryGetValue(key, out Destination? known) ? known : ofFolders.GetOrAdd(key, Destination.Of(address, Path, root));
    }

    /// <summary>A tag, in the page's own lines and columns.</summary>
    public Diagnostics.Location TagAt(int offset)
    {
        int end = Html.IndexOfAny(['>', '\n'], offset);
        return Source.At(offset, (end < 0 ? Html.Length : end + 1) - offset);
    }

    /// <summary>Whether an attribute whose name starts at an offset is of an element.</summary>
    internal bool IsOf(string element, int offset)
    {
        ReadOnlySpan<char> tag = Html.AsSpan(Html.LastIndexOf('<', offset) + 1);
        return tag.StartsWith(element, StringComparison.OrdinalIgnoreCase) && tag.Length > element.Length && !char.IsAsciiLetterOrDigit(tag[element.Length]);
    }

    /// <summary>The value of an attribute whose name starts at an offset.</summary>
    public Diagnostics.Location ValueAt(int offset)
    {
        (int start, int end) = ValueRange(offset);
        return Source.At(start, end - start);
    }

    /// <summary>The value of the <c>href</c> of a tag that starts at an offset.</summary>
    public Diagnostics.Location HrefAt(int offset)
    {
        AddressFact? address = Addresses.Find(fact => fact.Offset > offset && fact.Attribute == "href");
        return address is null ? TagAt(offset) : ValueAt(address.Offset);
    }

    /// <summary>The name of an attribute that starts at an offset.</summary>
    public Diagnostics.Location NameAt(int offset, string name) => Source.At(offset, name.Length);

    /// <summary>Where an address stands.</summary>
    public Diagnostics.Location PlaceOf(AddressFact address) => address.Place switch
    {
        AddressPlace.Text => Source.At(address.Offset, address.Value.Length),
        AddressPlace.PartOfValue => PartAt(address.Offset, address.Value, address.Within),
        _ => ValueAt(address.Offset),
    };

    /// <summary>A part of the value of an attribute whose name starts at an offset; the whole value, where character references hide the part.</summary>
    /// <param name="offset">The name of the attribute.</param>
    /// <param name="part">The part, with character references decoded.</param>
    /// <param name="within">Where it starts in the value, with character references decoded.</param>
    public Diagnostics.Location PartAt(int offset, string part, int within)
    {
        int start = ValueStart(offset, out bool isEmpty);
        if (!isEmpty && start + within + part.Length <= Html.Length && Html.AsSpan(start + within, part.Length).SequenceEqual(part)) return Source.At(start + within, part.Length);
        // A character reference takes more room than the character: what stands behind it starts later.
        (start, int end) = ValueRange(offset);
        int at = start + within < end ? Html.IndexOf(part, start + within, end - start - within, StringComparison.Ordinal) : -1;
        return at < 0 ? Source.At(start, end - start) : Source.At(at, part.Length);
    }

    /// <summary>A stretch of the page's text.</summary>
    public Diagnostics.Location StretchAt(int offset, int length) => Source.At(offset, length);

    private (int Start, int End) ValueRange(int offset)
    {
        int at = ValueStart(offset, out bool isEmpty);
        if (isEmpty) return (offset, at);
        int end = Html[at - 1] is '"' or '\'' ? Html.IndexOf(Html[at - 1], at) : Html.IndexOfAny([' ', '\t', '\n', '>'], at);
        return (at, Math.Max(at, end < 0 ? Html.Length : end));
    }

    /// <summary>Where the value of an attribute starts; for one without a value, where its name ends.</summary>
    private int ValueStart(int offset, out bool isEmpty)
    {
        int at = offset;
        while (at < Html.Length && Html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(Html[at])) at++;
        int nameEnd = at;
        while (at < Html.Length && char.IsWhiteSpace(Html[at])) at++;
        isEmpty = at >= Html.Length || Html[at] != '=';
        if (isEmpty) return nameEnd;
        at++;
        while (at < Html.Length && char.IsWhiteSpace(Html[at])) at++;
        return at < Html.Length && Html[at] is '"' or '\'' ? at + 1 : at;
    }

    private SourceText Source => source.Value;

    private string Html => source.Value.Text;
}
