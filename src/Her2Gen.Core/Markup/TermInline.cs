using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>A stretch of text that uses a term: marked by the author, <c>[text]{.term}</c>, or found by <see cref="TermLinker"/>.</summary>
public sealed class TermInline : ContainerInline
{
    /// <summary>The term that a mark names, where its text is not a form of it.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a mark names a term that the glossary does not have.</summary>
    public bool IsUnknown { get; internal set; }

    /// <summary>The id of the definition; null where no link may stand, as in another link.</summary>
    public string? Target { get; internal set; }
}
