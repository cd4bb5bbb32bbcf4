using System.Text;
using Her2Gen.Terms;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>The words of one paragraph, heading or cell as one text, and which inline each stretch of it came from.</summary>
internal sealed class BlockText
{
    /// <param name="Start">In <see cref="Text"/>.</param>
    /// <param name="CanLink">Whether a link may be put around it.</param>
    internal readonly record struct Piece(int Start, int Length, Inline Inline, bool CanLink)
    {
        public int End => Start + Length;
    }

    // What stands for code and the like: no letter, so that words end at it.
    private const char Other = '\uFFFC';

    private readonly StringBuilder text;
    private readonly List<Piece> pieces = [];
    private readonly List<(int Offset, TermInline Inline, bool CanLink)> marks = [];
    private int openTags;

    // The builder is empty, and is so again in the end: blocks that are made one after another share it.
    private BlockText(ContainerInline inlines, bool canLink, StringBuilder text)
    {
        this.text = text;
        Append(inlines, canLink);
        Text = Spelling.Plain(text.ToString());
        text.Clear();
    }

    /// <summary>In its plain form.</summary>
    public string Text { get; }

    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>The terms that the author marked, with where they begin.</summary>
    public IReadOnlyList<(int Offset, TermInline Inline, bool CanLink)> Marks => marks;

    /// <param name="canLink">Whether the block as a whole may hold links to terms.</param>
    public static BlockText Of(ContainerInline inlines, bool canLink) => new(inlines, canLink, new StringBuilder());

    /// <summary>The text of each block that has one, in the order of the page: made once for all checks of a tree that is complete.</summary>
    public static OrderedDictionary<LeafBlock, BlockText> OfAll(MarkdownText page)
    {
        OrderedDictionary<LeafBlock, BlockText> blocks = [];
        StringBuilder text = new();
        foreach (LeafBlock leaf in page.Tree.Descendants<LeafBlock>())
            if (leaf.Inline is { } inlines) blocks.Add(leaf, new BlockText(inlines, canLink: false, text));
        return blocks;
    }

    /// <summary>Where a stretch was written.</summary>
    public SourceSpan SpanOf(int start, int length, MarkdownText page)
    {
        int index = pieces.FindIndex(piece => piece.End > start);
        if (index < 0 || pieces[index].Inline is not LiteralInline literal) return index < 0 ? SourceSpan.Empty : pieces[index].Inline.Span;
        // The span of a cell's literal starts at the blank in front of it, that of an escaped one at the backslash.
        int before = page.Written(literal.Span).IndexOf(literal.Content.AsSpan(), StringComparison.Ordinal);
        int from = literal.Span.Start + Math.Max(0, before) + start - pieces[index].Start;
        return new SourceSpan(from, from + length - 1);
    }

    private void Append(ContainerInline container, bool canLink)
    {
        foreach (Inline inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: Append(literal, literal.Content.AsSpan(), canLink); break;
                case AbbreviationInline abbreviation: Append(abbreviation, abbreviation.Abbreviation.Label, canLink); break;
                case HtmlEntityInline entity: Append(entity, entity.Transcoded.AsSpan(), canLink); break;
                case LineBreakInline: Append(inline, " ", canLink); break;
                case HtmlInline html: AppendTag(html); break;
                // A number set above the line is no part of the sentence.
                case CitationInline { InSentence: false } or UndefinedFootnoteInline or FootnoteLink: Append(inline, "", canLink: false); break;
                case TermInline mark:
                    marks.Add((text.Length, mark, canLink && openTags == 0));
                    Append(mark, canLink: false);
                    break;
                case LinkInline { IsImage: true } image when !Figure.Is(image): Append(inline, [Other], canLink: false); break;
                case LinkInline { IsImage: false } link: Append(link, canLink: false); break;
                case ContainerInline inner: Append(inner, canLink); break;
                default: Append(inline, [Other], canLink: false); break;
            }
        }
    }

    private void Append(Inline inline, ReadOnlySpan<char> words, bool canLink)
    {
        pieces.Add(new Piece(text.Length, words.Length, inline, canLink && openTags == 0));
        text.Append(words);
    }

    // Where raw HTML is allowed, it may hold links too.
    private void AppendTag(HtmlInline html)
    {
        Append(html, "", canLink: false);
        if (html.Tag.StartsWith("<a ", StringComparison.OrdinalIgnoreCase)) openTags++;
        if (html.Tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase)) openTags = Math.Max(0, openTags - 1);
    }
}
