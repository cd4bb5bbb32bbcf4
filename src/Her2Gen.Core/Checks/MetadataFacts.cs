namespace Her2Gen.Checks;

/// <summary>A <c>meta</c> element with a name (HTML, Highwire, Twitter) or a property (Open Graph), in lower case.</summary>
public sealed record MetaFact(string Name, string Content, int Offset);

/// <summary>A link that says what its target is to the page.</summary>
/// <param name="Relations">Lower case.</param>
/// <param name="MediaType">Empty where none is given.</param>
/// <param name="IsInHead">Whether it is a <c>link</c>, which speaks of the page as a whole, and not an <c>a</c>.</param>
public sealed record RelationFact(IReadOnlyList<string> Relations, string Address, string MediaType, bool IsInHead, int Offset);

/// <summary>The text of an element, or of one of its attributes.</summary>
public sealed record TextFact(string Text, int Offset);

/// <summary>What a page says of itself to readers and to machines.</summary>
public sealed class MetadataFacts
{
    public List<MetaFact> Metas { get; } = [];

    public List<RelationFact> Relations { get; } = [];

    /// <summary>The first-level headings.</summary>
    public List<TextFact> Titles { get; } = [];

    /// <summary>Elements of the class <c>byline</c>.</summary>
    public List<TextFact> Bylines { get; } = [];

    /// <summary>Elements of the class <c>p-author</c> in a byline: one author each (microformats, h-entry).</summary>
    public List<TextFact> Authors { get; } = [];

    /// <summary>The <c>datetime</c> of <c>time</c> elements of the class <c>dt-published</c>, or the property <c>datePublished</c>.</summary>
    public List<TextFact> Published { get; } = [];

    /// <summary>The same, for <c>dt-updated</c> and <c>dateModified</c>.</summary>
    public List<TextFact> Updated { get; } = [];

    /// <summary>The text of each JSON-LD block, and where that text starts.</summary>
    public List<TextFact> StructuredData { get; } = [];
}
