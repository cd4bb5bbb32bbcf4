namespace Her2Gen.Checks;

/// <summary>An attribute that names other elements of its page by their ids.</summary>
/// <param name="Value">One id, or several with white space between them.</param>
public sealed record IdReferenceFact(string Attribute, string Value, int Offset);

/// <summary>An element that something is to be said about.</summary>
/// <param name="Element">Its name.</param>
public sealed record ElementFact(string Element, int Offset);

/// <summary>A form control.</summary>
/// <param name="Id">Null when it has none.</param>
/// <param name="IsLabelled">Whether it stands in a label or has one as an attribute.</param>
public sealed record ControlFact(string Element, string? Id, bool IsLabelled, int Offset);

/// <summary>A script or style sheet that is loaded.</summary>
/// <param name="Integrity">Null when the attribute is missing.</param>
public sealed record LoadedFact(string Address, string? Integrity, int Offset, int IntegrityOffset);

/// <summary>A citation, or a link that leads back to one (DPUB-ARIA 1.1: <c>doc-biblioref</c>, <c>doc-backlink</c>).</summary>
/// <param name="Id">The link's own id, or null.</param>
public sealed record CitationFact(string Address, string? Id, int Offset);

/// <summary>How a page is built, as far as the checks look at it.</summary>
public sealed class StructureFacts
{
    /// <summary>The deepest nesting of elements whose end tags may not be left out.</summary>
    public int Depth { get; set; }

    /// <summary>Where the nesting first passes the limit of <see cref="StructureFactsReader.DeepestNesting"/>.</summary>
    public int? TooDeepAt { get; set; }

    public List<IdReferenceFact> IdReferences { get; } = [];

    /// <summary>Names of image maps.</summary>
    public HashSet<string> Maps { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids that a label names.</summary>
    public HashSet<string> Labelled { get; } = new(StringComparer.Ordinal);

    public List<ControlFact> Controls { get; } = [];

    /// <summary>Frames without a title.</summary>
    public List<ElementFact> UntitledFrames { get; } = [];

    /// <summary>Tables of data without a header cell.</summary>
    public List<ElementFact> HeaderlessTables { get; } = [];

    /// <summary>The <c>main</c> elements that are not hidden.</summary>
    public List<ElementFact> Mains { get; } = [];

    /// <summary>Navigations without a name of their own.</summary>
    public List<ElementFact> UnnamedNavigations { get; } = [];

    public int Navigations { get; set; }

    /// <summary>Buttons without a name.</summary>
    public List<ElementFact> UnnamedButtons { get; } = [];

    /// <summary>Attributes that run a script: <c>onclick</c>.</summary>
    public List<ElementFact> EventHandlers { get; } = [];

    /// <summary>Links and anchors that lead nowhere and are no target: <c>a</c> or <c>link</c> without <c>href</c>.</summary>
    public List<ElementFact> Hrefless { get; } = [];

    public List<LoadedFact> Loaded { get; } = [];

    public List<CitationFact> Citations { get; } = [];

    public List<CitationFact> Backlinks { get; } = [];

    /// <summary>Ids of the links to notes, which have return links too.</summary>
    public HashSet<string> NoteCalls { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of references: list items of a bibliography, and elements of the role <c>doc-biblioentry</c>.</summary>
    public List<IdFact> References { get; } = [];

    /// <summary>What a template or a reader of references left undone, and where.</summary>
    public List<TextFact> Leftovers { get; } = [];
}
