using Her2Gen.Diagnostics;
using Her2Gen.Terms;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Links each term of the glossary where a section first uses it, and checks marks and abbreviations on the way.</summary>
/// <remarks>A level-2 heading starts a section; a directive is one of its own, and so is a note. Headings, links, code and the alternatives of images get no links.</remarks>
public sealed class TermLinker
{
    private readonly MarkdownText page;
    private readonly TermIndex index;
    private readonly DiagnosticBag diagnostics;
    private readonly AbbreviationCheck abbreviations;
    private readonly HashSet<Term> used = [];
    private readonly HashSet<Term> linked = [];
    private HashSet<Term> inSection = [];

    private TermLinker(MarkdownText page, TermIndex index, DiagnosticBag diagnostics)
    {
        this.page = page;
        this.index = index;
        this.diagnostics = diagnostics;
        abbreviations = new AbbreviationCheck(page, diagnostics);
    }

    /// <summary>Puts the links into the tree of a text.</summary>
    /// <param name="index">Null where there is no glossary: then nothing is linked, and no mark can be right.</param>
    public static PageTerms Link(MarkdownText page, TermIndex? index, DiagnosticBag diagnostics)
    {
        AbbreviationCheck.ReportUnused(page, diagnostics);
        if (index is null)
        {
            if (TermParser.HasMarks(page.Tree)) TermCheck.ReportMarks(page, diagnostics);
            return PageTerms.None;
        }

        TermLinker linker = new(page, index, diagnostics);
        linker.Visit(page.Tree, isRunningText: true);
        return new PageTerms(linker.used, linker.linked);
    }

    private void Visit(Block block, bool isRunningText)
    {
        switch (block)
        {
            case Abbreviation: break;
            case HeadingBlock heading:
                if (heading.Level <= 2) inSection = [];
                if (heading.Inline is { } title) Read(title, canLink: false, isRunningText: false);
                break;
            case CustomContainer or Footnote:
                HashSet<Term> outer = inSection;
                inSection = [];
                foreach (Block child in (ContainerBlock)block) Visit(child, isRunningText: false);
                inSection = outer;
                break;
            case ContainerBlock container:
                foreach (Block child in container) Visit(child, isRunningText && container is not (Table or FootnoteGroup));
                break;
            case LeafBlock { Inline: { } inlines }:
                Read(inlines, canLink: true, isRunningText && !(inlines.FirstChild is LinkInline image && Figure.Is(image)));
                break;
        }
    }

    private void Read(ContainerInline inlines, bool canLink, bool isRunningText)
    {
        BlockText block = BlockText.Of(inlines, canLink);
        IReadOnlyList<TermMatch> matches = index.Matches(block.Text);
        if (isRunningText) abbreviations.Check(block, matches);
        CheckCapitals(block, matches);

        List<(TermMatch Match, int First, int Last)> links = [];
        int mark = 0;
        int piece = 0;
        foreach (TermMatch match in matches)
        {
            while (mark < block.Marks.Count && block.Marks[mark].Offset <= match.Start) Resolve(block.Marks[mark].Inline, block.Marks[mark++].CanLink);
            if (match.Term is not { } term) continue;
            used.Add(term);
            while (block.Pieces[piece].End <= match.Start) piece++;
            if (inSection.Contains(term) || LastPiece(block.Pieces, piece, match) is not { } last) continue;
            inSection.Add(term);
            linked.Add(term);
            links.Add((match, piece, last));
        }

        for (; mark < block.Marks.Count; mark++) Resolve(block.Marks[mark].Inline, block.Marks[mark].CanLink);
        // From the end, so that what is cut off stands behind all that is still to do.
        for (int i = links.Count - 1; i >= 0; i--) Enclose(block, links[i].Match, links[i].First, links[i].Last);
    }

    private void Resolve(TermInline mark, bool canLink)
    {
        string name = TermCheck.NameOf(mark);
        if (index.Find(name) is not { } term)
        {
            mark.IsUnknown = true;
            TermCheck.ReportUnknown(name, page.At(mark.Span), index.Spellings, TermCheck.AddIt, diagnostics);
            return;
        }

        used.Add(term);
        if (!canLink) return;
        mark.Target = index.IdOf(term);
        inSection.Add(term);
        linked.Add(term);
    }

    // The piece that a match ends in; null when a link cannot be put around it: it is in another, or begins and ends in different markup.
    private static int? LastPiece(IReadOnlyList<BlockText.Piece> pieces, int first, TermMatch match)
    {
        int last = first;
        for (int i = first; i < pieces.Count && pieces[i].Start < match.End; i++)
        {
            BlockText.Piece piece = pieces[i];
            if (!piece.CanLink || piece.Inline.Parent != pieces[first].Inline.Parent) return null;
            if ((piece.Start < match.Start || piece.End > match.End) && piece.Inline is not LiteralInline) return null;
            last = i;
        }

        return last;
    }

    private void Enclose(BlockText block, TermMatch match, int first, int last)
    {
        if (match.Term is not { } term) return;
        SourceSpan span = block.SpanOf(match.Start, match.Length, page);
        TermInline link = new() { Target = index.IdOf(term), Span = span, IsClosed = true };
        BlockText.Piece end = block.Pieces[last];
        if (end.End > match.End) Cut((LiteralInline)end.Inline, match.End - end.Start);
        BlockText.Piece start = block.Pieces[first];
        Inline from = match.Start > start.Start ? Cut((LiteralInline)start.Inline, match.Start - start.Start) : start.Inline;
        Inline to = last == first ? from : end.Inline;
        // Markdig's InsertBefore leaves the new inline without its own previous one, and all that is read backwards would end there.
        if (from.PreviousSibling is { } before) before.InsertAfter(link);
        else from.InsertBefore(link);
        for (Inline? inline = from; inline is not null;)
        {
            Inline? next = inline == to ? null : inline.NextSibling;
            inline.Remove();
            link.AppendChild(inline);
            inline = next;
        }
    }

    // Ends a literal at an offset, and puts the rest behind it.
    private static LiteralInline Cut(LiteralInline literal, int length)
    {
        StringSlice content = literal.Content;
        int written = literal.Span.Start + length + (literal.IsFirstCharacterEscaped ? 1 : 0);
        LiteralInline rest = new(new StringSlice(content.Text, content.Start + length, content.End)) { Span = new SourceSpan(written, literal.Span.End), IsClosed = true };
        literal.Content.End = content.Start + length - 1;
        literal.InsertAfter(rest);
        return rest;
    }

    private void CheckCapitals(BlockText block, IReadOnlyList<TermMatch> matches)
    {
        foreach ((int start, int length) in CapitalWords.In(Unmatched(block, matches)))
        {
            string word = block.Text.Substring(start, length);
            if (!abbreviations.Defines(word))
                TermCheck.ReportUnknown(word, page.At(block.SpanOf(start, length, page)), index.Spellings, "add it, or list it under `names` in site.yml if it is a name and no abbreviation", diagnostics);
        }
    }

    // The text with blanks where terms, names, identifiers and defined abbreviations stand, and marks, which are looked up by themselves.
    private static string Unmatched(BlockText block, IReadOnlyList<TermMatch> matches)
    {
        const char Blank = ' ';
        char[] text = block.Text.ToCharArray();
        foreach (TermMatch match in matches) text.AsSpan(match.Start, match.Length).Fill(Blank);
        foreach (FoundIdentifier identifier in IdentifierWords.In(block.Text)) text.AsSpan(identifier.Start, identifier.Length).Fill(Blank);
        foreach (BlockText.Piece piece in block.Pieces)
            if (piece.Inline is AbbreviationInline || (block.Marks.Count > 0 && piece.Inline.FirstParentOfType<TermInline>() is { Key: null })) text.AsSpan(piece.Start, piece.Length).Fill(Blank);
        return new string(text);
    }
}
