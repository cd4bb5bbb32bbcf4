using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>A heading of a text.</summary>
/// <param name="Number">Its place among the level-2 headings outside directives, from 1; 0 for other headings.</param>
public sealed record Heading(HeadingBlock Block, int Level, string Id, string Text, int Number);

/// <summary>The body of a Markdown file, parsed, with what is needed before it can be drawn.</summary>
/// <param name="Source">The whole file.</param>
/// <param name="Start">Where the body starts in it: Markdig's spans count from here.</param>
/// <param name="Tree">Markdig's own tree.</param>
/// <param name="Headings">In the order of the text.</param>
/// <param name="Citations">In the order of the text, those of footnotes last.</param>
/// <param name="Labels">What cross-references can name.</param>
/// <param name="Words">Words of running text, without tables, notes and references.</param>
public sealed record MarkdownText(
    SourceText Source, int Start, MarkdownDocument Tree, IReadOnlyList<Heading> Headings, IReadOnlyList<CitationInline> Citations, LabelList Labels, int Words)
{
    public Location At(SourceSpan span) => Source.At(Start + span.Start, span.Length);

    /// <summary>What the author wrote in a place.</summary>
    public ReadOnlySpan<char> Written(SourceSpan span)
    {
        int from = Math.Clamp(Start + span.Start, 0, Source.Text.Length);
        return Source.Text.AsSpan(from, Math.Clamp(span.Length, 0, Source.Text.Length - from));
    }
}
