using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>One key of a citation.</summary>
/// <param name="Key">The reference's key, without its '@'.</param>
/// <param name="Prefix">What stands before the key: <c>see</c>.</param>
/// <param name="Locator">What stands behind the key and a comma: <c>p. 4</c>.</param>
/// <param name="Span">The key with its '@', in the Markdown.</param>
public sealed record CitedKey(string Key, string Prefix, string Locator, SourceSpan Span);

/// <summary>A citation, in Pandoc's forms: <c>[@key; see @key2, p. 4]</c>, or <c>@key</c> as part of the sentence.</summary>
public sealed class CitationInline(IReadOnlyList<CitedKey> keys, bool inSentence) : LeafInline
{
    public IReadOnlyList<CitedKey> Keys { get; } = keys;

    /// <summary>Whether the author's name is part of the sentence.</summary>
    public bool InSentence { get; } = inSentence;
}

/// <summary>A call of a footnote that has no text.</summary>
public sealed class UndefinedFootnoteInline(string label) : LeafInline
{
    public string Label { get; } = label;
}
