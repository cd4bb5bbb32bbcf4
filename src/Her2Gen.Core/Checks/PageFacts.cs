using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>An address in an attribute.</summary>
/// <param name="Offset">Where the attribute's name starts in the HTML.</param>
public sealed record AddressFact(string Element, string Attribute, string Value, int Offset);

/// <summary>An id, or the <c>name</c> of an <c>a</c>, which works like one.</summary>
public sealed record IdFact(string Id, int Offset);

/// <param name="Id">Its id, if it has one: that leads to its source.</param>
public sealed record HeadingFact(int Level, string? Id, int Offset);

/// <param name="Alt">Null when the attribute is missing.</param>
public sealed record ImageFact(string? Alt, string Source, int Offset);

/// <param name="HasName">Whether it holds text, a text alternative or a label.</param>
public sealed record LinkFact(string Address, bool HasName, int Offset);

/// <summary>What the checks need to know of one page, gathered in one pass over its tokens.</summary>
/// <remarks>The content of <c>template</c> elements and of comments is left out: it is not part of the page.</remarks>
/// <param name="path">The page.</param>
/// <param name="reread">Its text, read again: only a page with a fault needs it a second time.</param>
public sealed class PageFacts(FilePath path, Func<SourceText> reread)
{
    private readonly Lazy<SourceText> source = new(reread);

    public FilePath Path { get; } = path;

    public List<AddressFact> Addresses { get; } = [];

    public List<IdFact> Ids { get; } = [];

    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

    public List<HeadingFact> Headings { get; } = [];

    public List<ImageFact> Images { get; } = [];

    public List<LinkFact> Links { get; } = [];

    /// <summary>What it says of itself.</summary>
    public MetadataFacts Metadata { get; } = new();

    /// <summary>The <c>lang</c> of the <c>html</c> element; null when it is missing.</summary>
    public string? Lang { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Null when there is no such <c>meta</c> element.</summary>
    public string? Description { get; set; }

    /// <summary>A tag, in the page's own lines and columns.</summary>
    public Diagnostics.Location TagAt(int offset)
    {
        int end = Html.IndexOfAny(['>', '\n'], offset);
        return Source.At(offset, (end < 0 ? Html.Length : end + 1) - offset);
    }

    /// <summary>The value of an attribute whose name starts at an offset.</summary>
    public Diagnostics.Location ValueAt(int offset)
    {
        int at = Html.IndexOfAny(['=', '>'], offset);
        if (at < 0 || Html[at] == '>') return Source.At(offset, 1);
        at++;
        while (at < Html.Length && char.IsWhiteSpace(Html[at])) at++;
        int end = at < Html.Length && Html[at] is '"' or '\'' ? Html.IndexOf(Html[at++], at) : Html.IndexOfAny([' ', '\t', '\n', '>'], at);
        return Source.At(at, Math.Max(0, (end < 0 ? Html.Length : end) - at));
    }

    /// <summary>A stretch of the page's text.</summary>
    public Diagnostics.Location StretchAt(int offset, int length) => Source.At(offset, length);

    private SourceText Source => source.Value;

    private string Html => source.Value.Text;
}
