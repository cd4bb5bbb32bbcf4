namespace Her2Gen.References.Csl;

/// <summary>Where a cite stands among all cites of its work (CSL 1.0.2, "position").</summary>
internal enum Position
{
    First,
    Subsequent,
    Ibid,
    IbidWithLocator,
}

/// <summary>Which part of a citation is set.</summary>
public enum CitationMode
{
    Whole,

    /// <summary>Only the author's name, which stands in the sentence.</summary>
    AuthorOnly,

    /// <summary>All but the author's name, which the sentence has said.</summary>
    SuppressAuthor,
}

/// <summary>One work in a citation: <c>see @key, p. 4</c>.</summary>
/// <param name="Label">A locator term of CSL ("page", "chapter"); empty where none is given, which is a page.</param>
public sealed record CslCite(string Id, string Prefix = "", string Suffix = "", string Locator = "", string Label = "")
{
    public CitationMode Mode { get; init; }

    internal Position Position { get; init; }

    internal bool IsNearNote { get; init; }

    internal int FirstNote { get; init; }
}

/// <summary>A citation: works that are cited together at one place of the text.</summary>
/// <param name="Note">The number of the note it stands in, from 1; 0 in the text.</param>
public sealed record CslCitation(IReadOnlyList<CslCite> Cites, int Note = 0)
{
    public CitationMode Mode { get; init; }

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    /// <summary>Whether the cites stay in the order they are written in.</summary>
    public bool IsUnsorted { get; init; }
}
