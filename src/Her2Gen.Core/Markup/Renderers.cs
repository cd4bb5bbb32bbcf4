using Her2Gen.References;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

// What Markdig's own renderers do not do: link into the site, number, cite, and note the places. One small class a construct.

internal sealed class SectionHeadingRenderer(HtmlWriter page) : HtmlObjectRenderer<HeadingBlock>
{
    private Dictionary<HeadingBlock, Heading>? headings;

    protected override void Write(HtmlRenderer renderer, HeadingBlock block)
    {
        headings ??= page.Text.Headings.ToDictionary(heading => heading.Block);
        Heading heading = headings[block];
        page.Sources.NoteId(heading.Id, page.Text.At(block.Span));
        if (heading.Level == 2) page.InContents(heading);
        renderer.EnsureLine();
        renderer.Write($"<h{block.Level}").WriteAttributes(block).Write('>');
        if (heading.Number > 0) renderer.Write($"<span class=\"n\">{heading.Number}</span>");
        renderer.WriteLeafInline(block);
        string name = heading.Number > 0 ? $"section {heading.Number}, {heading.Text}" : heading.Text;
        renderer.Write("<a class=\"anchor\" href=\"#").WriteEscape(Addresses.Encode(heading.Id)).Write("\" aria-label=\"Permalink to ").WriteEscape(name).Write("\">#</a>");
        renderer.Write($"</h{block.Level}>\n");
    }
}

internal sealed class FigureOrParagraphRenderer(HtmlWriter page) : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is LinkInline image && Figure.Is(image)) WriteFigure(renderer, image);
        else base.Write(renderer, paragraph);
    }

    // The brackets hold the caption; the alternative is its own text, because it does another work.
    private void WriteFigure(HtmlRenderer renderer, LinkInline image)
    {
        HtmlAttributes? attributes = image.TryGetAttributes();
        renderer.EnsureLine();
        renderer.Write("<figure");
        if (attributes?.Id is { } id)
        {
            page.Sources.NoteId(id, page.Text.At(image.Span));
            renderer.Write(" id=\"").WriteEscape(id).Write('"');
        }

        if (attributes?.Classes is { Count: > 0 } classes) renderer.Write(" class=\"").WriteEscape(string.Join(' ', classes)).Write('"');
        renderer.Write('>');
        SiteLinkRenderer.WriteImage(renderer, page, image, SiteLinkRenderer.Alternative(image));
        if (image.FirstChild is not null)
        {
            renderer.Write("<figcaption>");
            renderer.WriteChildren(image);
            renderer.Write("</figcaption>");
        }

        renderer.Write("</figure>\n");
    }
}

internal sealed class SiteLinkRenderer(HtmlWriter page) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            WriteImage(renderer, page, link, Alternative(link) ?? PlainText.Of(link), link.TryGetAttributes());
            return;
        }

        string url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        WriteStart(renderer, page, url, page.Text.At(link.Span));
        renderer.WriteAttributes(link);
        if (!string.IsNullOrEmpty(link.Title)) renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        renderer.Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    /// <summary>Writes <c>&lt;a href="…"</c>; without the address when that is refused.</summary>
    internal static void WriteStart(HtmlRenderer renderer, HtmlWriter page, string url, Diagnostics.Location place)
    {
        renderer.Write("<a");
        if (!Addresses.IsSafe(url)) return;
        string href = page.Link(url);
        page.Sources.Note(href, place);
        renderer.Write(" href=\"").WriteEscape(href).Write('"');
    }

    /// <summary>What the attribute <c>alt</c> says.</summary>
    internal static string? Alternative(LinkInline image) => image.TryGetAttributes()?.Properties?.Find(property => property.Key == "alt").Value;

    /// <param name="named">Where the id and the classes are, when they are the image's and not its figure's.</param>
    internal static void WriteImage(HtmlRenderer renderer, HtmlWriter page, LinkInline image, string? alt, HtmlAttributes? named = null)
    {
        renderer.Write("<img");
        renderer.WriteAttributes(named is null ? null : new HtmlAttributes { Id = named.Id, Classes = named.Classes });
        renderer.Write(" src=\"");
        string src = Addresses.IsSafe(image.Url ?? "") ? page.Link(image.Url ?? "") : "";
        page.Sources.Note(src, page.Text.At(image.Span));
        renderer.WriteEscape(src).Write('"');
        if (alt is not null) renderer.Write(" alt=\"").WriteEscape(alt).Write('"');
        foreach ((string name, string? value) in image.TryGetAttributes()?.Properties ?? [])
            if (name != "alt") renderer.Write(' ').Write(name).Write("=\"").WriteEscape(value ?? "").Write('"');
        renderer.Write('>');
    }
}

internal sealed class SiteAutolinkRenderer(HtmlWriter page) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        SiteLinkRenderer.WriteStart(renderer, page, link.IsEmail ? "mailto:" + link.Url : link.Url, page.Text.At(link.Span));
        renderer.Write('>').WriteEscape(link.Url).Write("</a>");
    }
}

internal sealed class AbbreviationRenderer : HtmlObjectRenderer<AbbreviationInline>
{
    // Markdig writes the label as it stands: `*[<script>]: …` would be markup.
    protected override void Write(HtmlRenderer renderer, AbbreviationInline abbreviation) =>
        renderer.Write("<abbr").WriteAttributes(abbreviation).Write(" title=\"").WriteEscape(ref abbreviation.Abbreviation.Text).Write("\">")
            .WriteEscape(abbreviation.Abbreviation.Label).Write("</abbr>");
}

internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    // With more columns than this, a table may run into the margin where there is one.
    private const int MostColumnsInMeasure = 4;

    private int number;

    // A wide table scrolls in its own region, which the keyboard reaches (WCAG 2.1.1, 1.4.10).
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        string wide = table.OfType<TableRow>().Any(row => row.Count > MostColumnsInMeasure) ? " wide" : "";
        renderer.Write($"<section class=\"scroll{wide}\" aria-label=\"Table {++number}\" tabindex=\"0\"><table").WriteAttributes(table).Write(">\n");
        bool inHead = false;
        bool inBody = false;
        foreach (TableRow row in table.OfType<TableRow>())
        {
            if (row.IsHeader && !inHead) renderer.Write("<thead>\n");
            if (!row.IsHeader && !inBody) renderer.Write(inHead ? "</thead>\n<tbody>\n" : "<tbody>\n");
            inHead |= row.IsHeader;
            inBody |= !row.IsHeader;
            WriteRow(renderer, table, row);
        }

        if (inBody) renderer.Write("</tbody>\n");
        else if (inHead) renderer.Write("</thead>\n");
        renderer.Write("</table></section>\n");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        for (int i = 0; i < row.Count; i++)
        {
            TableCell cell = (TableCell)row[i];
            string element = row.IsHeader ? "th" : "td";
            renderer.Write('<').Write(element);
            if (row.IsHeader) renderer.Write(" scope=\"col\"");
            TableColumnAlign? align = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            if (align == TableColumnAlign.Right) renderer.Write(" class=\"num\"");
            if (align == TableColumnAlign.Center) renderer.Write(" class=\"mid\"");
            renderer.Write('>');
            bool implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write("</").Write(element).Write('>');
        }

        renderer.Write("</tr>\n");
    }
}

internal sealed class CitationRenderer(HtmlWriter page) : HtmlObjectRenderer<CitationInline>
{
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    protected override void Write(HtmlRenderer renderer, CitationInline citation)
    {
        CitedKey[] keys = [.. citation.Keys.OrderBy(key => page.Citations.Number(key.Key) ?? int.MaxValue)];
        for (int i = 0; i < keys.Length; i++)
        {
            CitedKey cited = keys[i];
            if (i > 0) renderer.Write("<span class=\"cc\">,</span>");
            if (page.Citations.Number(cited.Key) is not { } number)
            {
                renderer.Write("<strong class=\"missing\">@").WriteEscape(cited.Key).Write("</strong>");
                continue;
            }

            Reference reference = page.Library[cited.Key];
            if (citation.InSentence) renderer.WriteEscape(VancouverStyle.InText(reference));
            if (cited.Prefix.Length > 0) renderer.Write("<span class=\"cc\"> ").WriteEscape(cited.Prefix).Write(" </span>");
            calls[cited.Key] = calls.GetValueOrDefault(cited.Key) + 1;
            // A key may hold a '%', which an address reads as an escape.
            string href = "#" + Uri.EscapeDataString(CitationList.ReferenceId(cited.Key));
            page.Sources.Note(href, page.Text.At(cited.Span));
            renderer.Write("<a role=\"doc-biblioref\" href=\"").WriteEscape(href).Write("\" id=\"").WriteEscape(CitationList.CallId(cited.Key, calls[cited.Key]))
                .Write("\"><span class=\"vh\">Reference </span>").Write(number.ToString()).Write("</a>");
            if (cited.Locator.Length > 0) renderer.Write("<span class=\"cc\"> (").WriteEscape(cited.Locator).Write(")</span>");
        }
    }
}

internal sealed class NoteCallRenderer(HtmlWriter page) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        // A call and its back link share Markdig's index.
        string id = NotesRenderer.Id(link.Footnote);
        int call = link.Footnote.Links.FindIndex(other => other.Index == link.Index) + 1;
        string letter = NotesRenderer.Letter(link.Footnote.Order);
        if (link.IsBackLink)
        {
            string name = call > 1 ? $"Back to call {call} of note {letter}" : $"Back to the call of note {letter}";
            renderer.Write($"<a class=\"back\" role=\"doc-backlink\" href=\"#call-{id}-{call}\" aria-label=\"{name}\">↑</a>");
            return;
        }

        page.Sources.Note("#" + id, page.Text.At(link.Span));
        renderer.Write($"<a class=\"call\" role=\"doc-noteref\" href=\"#{id}\" id=\"call-{id}-{call}\"><span class=\"vh\">Note </span>{letter}</a>");
    }
}

internal sealed class NotesRenderer(HtmlWriter page) : HtmlObjectRenderer<FootnoteGroup>
{
    internal static string Id(Footnote note) => "note-" + Slug.Of(note.Label?.TrimStart('^') ?? "");

    // a … z, aa, ab …: numbers are for references.
    internal static string Letter(int order) => order <= 26 ? ((char)('a' + order - 1)).ToString() : Letter((order - 1) / 26) + Letter((order - 1) % 26 + 1);

    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        renderer.EnsureLine();
        renderer.Write("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\"><h2 class=\"label\" id=\"notes\">Notes</h2><ol type=\"a\">\n");
        foreach (Footnote note in notes.OfType<Footnote>())
        {
            page.Sources.NoteId(Id(note), page.Text.At(note.Span));
            renderer.Write($"<li id=\"{Id(note)}\">");
            renderer.WriteChildren(note);
            renderer.Write("</li>\n");
        }

        renderer.Write("</ol></section>\n");
    }
}

internal sealed class DirectiveRenderer(HtmlWriter page) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        TextWriter outer = renderer.Writer;
        using StringWriter inner = new() { NewLine = "\n" };
        renderer.Writer = inner;
        renderer.WriteChildren(container);
        renderer.Writer = outer;

        HtmlAttributes? attributes = container.TryGetAttributes();
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach ((string name, string? value) in attributes?.Properties ?? []) values.TryAdd(name, value ?? "");
        if (attributes?.Id is { } id) page.Sources.NoteId(id, page.Text.At(container.Span));
        // Markdig adds the directive's name to the classes.
        IReadOnlyList<string> classes = [.. (attributes?.Classes ?? []).Where(name => name != container.Info)];
        Directive directive = new(container.Info ?? "", attributes?.Id, classes, values, inner.ToString(), page.Text.At(container.Span));
        renderer.EnsureLine();
        renderer.Write(page.Directive(directive)).EnsureLine();
    }
}

internal sealed class UndefinedFootnoteRenderer : HtmlObjectRenderer<UndefinedFootnoteInline>
{
    protected override void Write(HtmlRenderer renderer, UndefinedFootnoteInline call) =>
        renderer.Write("<strong class=\"missing\">[^").WriteEscape(call.Label).Write("]</strong>");
}
