using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>What an author wants to know of a text while writing it.</summary>
/// <param name="Words">Of running text.</param>
/// <param name="SummaryGrade">The reading grade of the plain-language summary; null where there is none.</param>
/// <param name="Blocks">All that holds words, in the order of the text.</param>
public sealed record AuthorFigures(int Words, double? SummaryGrade, IReadOnlyList<WrittenBlock> Blocks)
{
    private const string Summary = "plain-summary";

    public static AuthorFigures Of(MarkdownText text)
    {
        string[] summary = [.. text.Tree.Descendants<CustomContainer>().Where(directive => directive.Info == Summary)
            .SelectMany(directive => directive.Descendants<ParagraphBlock>()).Select(paragraph => paragraph.Inline is { } inlines ? PlainText.Of(inlines) : "")];
        return new AuthorFigures(text.Words, summary.Length == 0 ? null : ReadingGrade.Of(summary), [.. text.Tree.Descendants<LeafBlock>().SelectMany(block => BlockOf(block, text))]);
    }

    private static IEnumerable<WrittenBlock> BlockOf(LeafBlock block, MarkdownText text)
    {
        if (block.Inline is not { } inlines) yield break;
        string words = inlines.Descendants<LiteralInline>().Select(literal => literal.Content.ToString().Trim()).MaxBy(run => run.Length) ?? "";
        bool isCited = inlines.Descendants().Any(inline => inline is CitationInline or ValueInline or FootnoteLink { IsBackLink: false });
        bool isParagraph = block is ParagraphBlock { Parent: MarkdownDocument or CustomContainer or QuoteBlock };
        if (words.Length > 0) yield return new WrittenBlock(text.At(block.Parent is TableCell cell ? cell.Span : block.Span), words, isCited, isParagraph);
    }
}
