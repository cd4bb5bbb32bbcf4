using Her2Gen.Files;
using Markdig.Extensions.Abbreviations;
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
        if (heading.Level == 2) page.Around.InContents(heading);
        renderer.EnsureLine();
        renderer.Write($"<h{block.Level}").WriteAttributes(block).Write('>');
        if (heading.Number > 0) renderer.Write($"<span class=\"n\">{heading.Number}</span>");
        renderer.WriteLeafInline(block);
        string name = heading.Number > 0 ? $"section {heading.Number}, {heading.Text}" : heading.Text;
        renderer.Write("<a class=\"anchor\" href=\"#").WriteEscape(Addresses.Encode(heading.Id)).Write("\" aria-label=\"Permalink to ").WriteEscape(name).Write("\">#</a>");
        renderer.Write($"</h{block.Level}>\n");
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

    /// <summary>Writes <c>&lt;a href="…"</c>; a link out of use when the address is refused.</summary>
    internal static void WriteStart(HtmlRenderer renderer, HtmlWriter page, string url, Diagnostics.Location place)
    {
        renderer.Write("<a");
        if (!Addresses.IsSafe(url))
        {
            renderer.Write(" role=\"link\" aria-disabled=\"true\"");
            return;
        }

        string href = page.Around.Link(url);
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
        string src = Addresses.IsSafe(image.Url ?? "") ? page.Around.Link(image.Url ?? "") : "";
        page.Sources.Note(src, page.Text.At(image.Span));
        renderer.WriteEscape(src).Write('"');
        if (alt is not null) renderer.Write(" alt=\"").WriteEscape(alt).Write('"');
        List<KeyValuePair<string, string?>> attributes = image.TryGetAttributes()?.Properties ?? [];
        foreach ((string name, string? value) in attributes)
            if (name != "alt") renderer.Write(' ').Write(name).Write("=\"").WriteEscape(value ?? "").Write('"');
        if (!attributes.Exists(attribute => attribute.Key is "width" or "height") && SizeOf(page, image) is { } size) renderer.Write($" width=\"{size.Width}\" height=\"{size.Height}\"");
        renderer.Write('>');
    }

    // A known size keeps the text from jumping when the image arrives.
    private static ImageSize? SizeOf(HtmlWriter page, LinkInline image) =>
        Addresses.IsSafe(image.Url ?? "") && page.Around.File(image.Url ?? "") is { } file ? ImageSize.Of(file.Bytes.Span) : null;
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
