using System.Text;
using Her2Gen.Files;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

internal sealed class DirectiveRenderer(HtmlWriter page) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        HtmlAttributes? attributes = container.TryGetAttributes();
        Dictionary<string, string> values = Values(attributes, page);
        if (attributes?.Id is { } id) page.Sources.NoteId(id, page.Text.At(container.Span));
        // Markdig adds the directive's name to the classes.
        IReadOnlyList<string> classes = [.. (attributes?.Classes ?? []).Where(name => name != container.Info)];
        string? label = LabelOf(attributes, page);
        Lazy<string> content = new(() =>
        {
            string? outer = page.Enclosing;
            page.Enclosing = label is null ? outer : attributes?.Id;
            string inner = Inner(renderer, () => renderer.WriteChildren(container));
            page.Enclosing = outer;
            return inner;
        });
        Directive directive = new(container.Info ?? "", attributes?.Id, label, classes, values, container.Count > 0, content, page.Text.At(container.Span));
        renderer.EnsureLine();
        renderer.Write(page.Around.Directive(directive)).EnsureLine();
    }

    internal static string? LabelOf(HtmlAttributes? attributes, HtmlWriter page) =>
        attributes?.Id is { } id && Label.IsNumbered(id) ? page.Text.Labels.Of(id)?.Text : null;

    internal static Dictionary<string, string> Values(HtmlAttributes? attributes, HtmlWriter page)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach ((string name, string? value) in attributes?.Properties ?? []) values.TryAdd(name, ValueParser.Expand(value ?? "", page.Around.Value));
        return values;
    }

    // What is drawn meanwhile, apart from the page.
    internal static string Inner(HtmlRenderer renderer, Action draw)
    {
        TextWriter outer = renderer.Writer;
        using StringWriter inner = new(new StringBuilder()) { NewLine = "\n" };
        renderer.Writer = inner;
        draw();
        renderer.Writer = outer;
        return inner.ToString();
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
        Dictionary<string, string> values = DirectiveRenderer.Values(attributes, page);
        if (attributes?.Id is { } id) page.Sources.NoteId(id, page.Text.At(image.Span));
        string url = Addresses.IsSafe(image.Url ?? "") ? image.Url ?? "" : "";
        string src = page.Around.Link(url);
        page.Sources.Note(src, page.Text.At(image.Span));
        values["src"] = src;
        (FilePath Path, ReadOnlyMemory<byte> Bytes)? file = page.Around.File(url);
        string? svg = values.Remove("inline") && file is { } drawing ? page.Around.Inline(drawing.Path, drawing.Bytes, Slug.Of(attributes?.Id ?? drawing.Path.Stem), SiteLinkRenderer.Alternative(image)) : null;
        if (svg is not null)
        {
            // It has its alternative and its size in itself.
            foreach (string name in (string[])["alt", "width", "height"]) values.Remove(name);
        }
        else if (file is { } known && ImageSize.Of(known.Bytes.Span) is { } size && !values.ContainsKey("width") && !values.ContainsKey("height"))
        {
            // Known sizes keep the text from jumping when the image arrives.
            values["width"] = size.Width.ToString();
            values["height"] = size.Height.ToString();
        }

        Lazy<string> caption = new(() => DirectiveRenderer.Inner(renderer, () => renderer.WriteChildren(image)));
        Directive directive = new(Directive.Figure, attributes?.Id, DirectiveRenderer.LabelOf(attributes, page), attributes?.Classes ?? [], values, image.FirstChild is not null, caption, page.Text.At(image.Span))
        {
            Svg = svg,
        };
        renderer.EnsureLine();
        renderer.Write(page.Around.Directive(directive)).EnsureLine();
    }
}
