using Her2Gen.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Finds claims about evidence and effects for which no source is given where they stand.</summary>
/// <remarks>
/// A paragraph, an item of a list, a row of a table, a note or a caption is looked at as one. It has a source when it cites a reference, shows a value of the data,
/// leads to a record (a DOI, PubMed), or names a figure or table that has one. English texts only: the words are those of <see cref="ClaimWords"/>.
/// </remarks>
internal sealed class ClaimCheck
{
    private static readonly string[] Records = ["https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/", "https://clinicaltrials.gov/"];

    private readonly MarkdownText text;
    private readonly OrderedDictionary<LeafBlock, BlockText> blocks;
    private readonly DiagnosticBag diagnostics;
    private readonly Lazy<HashSet<string>> sourcedLabels;

    private ClaimCheck(MarkdownText text, OrderedDictionary<LeafBlock, BlockText> blocks, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.blocks = blocks;
        this.diagnostics = diagnostics;
        sourcedLabels = new(SourcedLabels);
    }

    /// <param name="blocks">Those of the text.</param>
    /// <param name="lang">The text's, as BCP 47 writes it.</param>
    public static void Check(MarkdownText text, OrderedDictionary<LeafBlock, BlockText> blocks, string lang, DiagnosticBag diagnostics)
    {
        if (lang == "en" || lang.StartsWith("en-", StringComparison.OrdinalIgnoreCase)) new ClaimCheck(text, blocks, diagnostics).Visit(text.Tree);
    }

    private HashSet<string> SourcedLabels() =>
        [.. text.Tree.Descendants().Where(node => node.TryGetAttributes()?.Id is { } id && Label.IsNumbered(id) && (IsOfData(node) || CitesReference(node))).Select(node => node.GetAttributes().Id ?? "")];

    private void Visit(Block block)
    {
        switch (block)
        {
            case HeadingBlock or TableRow { IsHeader: true }: break;
            case ListItemBlock or TableRow or DefinitionItem or Footnote or ParagraphBlock:
                if (!HasSource(block)) ReportFirst(block);
                break;
            case Table table when table.Parent is CustomContainer directive && directive.Any(child => child != table && HasSource(child)): break;
            case CustomContainer directive:
                CheckCaption(directive);
                foreach (Block child in directive) Visit(child);
                break;
            case ContainerBlock container:
                foreach (Block child in container) Visit(child);
                break;
        }
    }

    private void ReportFirst(Block unit)
    {
        foreach (LeafBlock leaf in unit is LeafBlock itself ? [itself] : unit.Descendants<LeafBlock>())
        {
            if (!blocks.TryGetValue(leaf, out BlockText? words) || ClaimWords.FirstIn(words.Text) is not var (start, length)) continue;
            Report(words.Text.Substring(start, length), text.At(words.SpanOf(start, length, text)));
            return;
        }
    }

    private void CheckCaption(CustomContainer directive)
    {
        if (directive.TryGetAttributes()?.Properties?.Find(property => property.Key == "caption").Value is not { } caption || ClaimWords.FirstIn(caption) is not var (start, length)) return;
        if (IsOfData(directive) || HasSource(directive)) return;
        int at = Math.Max(0, text.Written(directive.Span).IndexOf(caption, StringComparison.Ordinal));
        Report(caption.Substring(start, length), text.At(new SourceSpan(directive.Span.Start + at + start, directive.Span.Start + at + start + length - 1)));
    }

    private void Report(string words, Location place) =>
        diagnostics.Add(Rules.ClaimUnsourced, place, $"`{words}` is said without a source", "cite one beside it, `[@key]`; or show the number from the data; or leave it out");

    private bool HasSource(Block block) => Holds(block, IsSource);

    private bool IsSource(Inline inline) => inline switch
    {
        CitationInline citation => citation.Keys.Any(cited => !Label.IsKey(cited.Key) || sourcedLabels.Value.Contains(cited.Key)),
        ValueInline => true,
        FootnoteLink { IsBackLink: false } call => CitesReference(call.Footnote),
        LinkInline { IsImage: false, Url: { } url } => Records.Any(record => url.StartsWith(record, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool IsOfData(MarkdownObject node) => node.TryGetAttributes()?.Properties?.Exists(property => property.Key == "data") == true;

    private static bool CitesReference(MarkdownObject node) =>
        Holds(node, inline => inline is ValueInline || (inline is CitationInline citation && citation.Keys.Any(cited => !Label.IsKey(cited.Key))));

    private static bool Holds(MarkdownObject node, Func<Inline, bool> isSource)
    {
        switch (node)
        {
            case LeafBlock { Inline: { } inlines }: return Holds(inlines, isSource);
            case ContainerBlock blocks:
                foreach (Block child in blocks)
                    if (Holds(child, isSource)) return true;
                return false;
            case ContainerInline inlines:
                foreach (Inline child in inlines)
                    if (isSource(child) || Holds(child, isSource)) return true;
                return false;
            default: return false;
        }
    }
}
