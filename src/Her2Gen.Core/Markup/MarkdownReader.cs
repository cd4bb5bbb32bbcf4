using System.Net;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <param name="RawHtml">Whether the text may hold HTML.</param>
/// <param name="NumberSections">Whether its level-2 headings are numbered.</param>
/// <param name="Data">The tables that values are taken from.</param>
public sealed record MarkdownOptions(bool RawHtml, bool NumberSections, IReadOnlyDictionary<string, DataTable> Data);

/// <summary>Parses Markdown: CommonMark with tables, footnotes, definition lists, abbreviations, attributes, directives and Pandoc's citations.</summary>
public sealed class MarkdownReader
{
    internal static readonly MarkdownPipeline Pipeline = BuildPipeline();

    // What an author may set. Event handlers and styles are not among it.
    private static readonly string[] AllowedAttributes = ["alt", "title", "lang", "dir", "width", "height", "start"];

    // What a figure has besides: they go to its template.
    private static readonly string[] FigureAttributes = ["description", "credit", "licence", "inline"];

    private readonly SourceText source;
    private readonly int start;
    private readonly MarkdownOptions options;
    private readonly DiagnosticBag diagnostics;
    private readonly List<Heading> headings = [];
    private readonly List<CitationInline> citations = [];
    private readonly LabelList labels = new();
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private int words;
    private int numbered;

    private MarkdownReader(SourceText source, int start, MarkdownOptions options, DiagnosticBag diagnostics)
    {
        this.source = source;
        this.start = start;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /// <summary>Parses the text from <paramref name="start"/> on, and reports what an author may not write.</summary>
    public static MarkdownText Read(SourceText source, int start, MarkdownOptions options, DiagnosticBag diagnostics)
    {
        MarkdownDocument tree;
        try
        {
            tree = Markdown.Parse(source.Text[start..], Pipeline);
        }
        catch (ArgumentException refused)
        {
            // Markdig's guard against nesting that would end the process.
            diagnostics.Add(Rules.MarkdownRefused, source.At(start, 0), refused.Message.ToLowerInvariant().TrimEnd('.'));
            tree = new MarkdownDocument();
        }

        MarkdownReader reader = new(source, start, options, diagnostics);
        foreach (HeadingBlock heading in tree.Descendants<HeadingBlock>())
            if (heading.TryGetAttributes()?.Id is { } id) reader.ids[id] = 1;
        SortNotes(tree);
        reader.Visit(tree, isRunningText: true);
        reader.ReportFootnotes(tree);
        reader.labels.Check(reader.CrossReferences(), diagnostics);
        return new MarkdownText(source, start, tree, reader.headings, reader.citations, reader.labels, reader.words);
    }

    private static MarkdownPipeline BuildPipeline()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations()
            .UseCustomContainers()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Subscript | Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Superscript)
            .UseGenericAttributes();
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new ValueParser());
        builder.InlineParsers.Insert(0, new TermParser());
        builder.InlineParsers.Insert(0, new TodoParser());
        return builder.Build();
    }

    private void Visit(MarkdownObject node, bool isRunningText)
    {
        if (node.TryGetAttributes() is { } attributes) ReadAttributes(node, attributes);
        switch (node)
        {
            case HeadingBlock heading: ReadHeading(heading, isRunningText); break;
            case HtmlInline inline when !options.RawHtml: RefuseHtml(inline); break;
            case HtmlBlock html when !options.RawHtml: RefuseHtml(html); break;
            case LinkInline { Url: { } url } link:
                RefuseScheme(url, link.UrlSpan.Length > 1 ? link.UrlSpan : link.Span);
                if (url.StartsWith('#')) labels.Mention(url[1..]);
                if (Figure.Is(link)) ReadFigure(link);
                break;
            case AutolinkInline link: RefuseScheme(link.IsEmail ? "mailto:" + link.Url : link.Url, link.Span); break;
            case CitationInline citation: citations.Add(citation); break;
            case UndefinedFootnoteInline call: diagnostics.Add(Rules.FootnoteWithoutText, At(call.Span), $"footnote `{call.Label}` has no text", $"add a line `[^{call.Label}]: …`"); break;
            case ValueInline value:
                value.Found = DataLookup.Find(options.Data, value.Name, At(value.Span), diagnostics);
                if (isRunningText) words++;
                break;
            case LiteralInline literal when isRunningText: CountWords(literal.Content.AsSpan()); break;
            case CustomContainer directive:
                ReportDirective(directive);
                ReadLabel(directive, directive.Span);
                isRunningText = false;
                break;
            case FootnoteGroup or Table: isRunningText = false; break;
        }

        switch (node)
        {
            case ContainerBlock block:
                foreach (Block child in block) Visit(child, isRunningText);
                break;
            case LeafBlock { Inline: { } inlines }:
                Visit(inlines, isRunningText);
                break;
            // The alternative of an image in the text is plain: what it cites is not drawn.
            case LinkInline { IsImage: true } image when !Figure.Is(image): break;
            case ContainerInline container:
                foreach (Inline child in container) Visit(child, isRunningText);
                break;
        }
    }

    private void ReadHeading(HeadingBlock block, bool isRunningText)
    {
        string text = block.Inline is null ? "" : PlainText.Of(block.Inline).Trim();
        HtmlAttributes attributes = block.GetAttributes();
        string id = attributes.Id ?? Unused(Slug.Of(text));
        attributes.Id = id;
        int number = options.NumberSections && isRunningText && block.Level == 2 ? ++numbered : 0;
        Heading heading = new(block, block.Level, id, text, number);
        headings.Add(heading);
        labels.AddSection(heading, At(block.Span));
    }

    // A picture that is put into the page is no `img`, whose alternative the checks of the page look for.
    private void ReadFigure(LinkInline image)
    {
        ReadLabel(image, image.Span);
        List<KeyValuePair<string, string?>> properties = image.TryGetAttributes()?.Properties ?? [];
        if (properties.Exists(property => property.Key == "inline") && !properties.Exists(property => property.Key == "alt"))
            diagnostics.Add(Rules.ImageAltMissing, At(image.Span), "image without `alt`", "write `{alt=\"…\"}` behind it");
    }

    private void ReadLabel(MarkdownObject node, SourceSpan span)
    {
        if (node.TryGetAttributes()?.Id is { } id && Label.IsNumbered(id)) labels.AddNumbered(id, At(span));
    }

    private IEnumerable<(string, Location)> CrossReferences() =>
        citations.SelectMany(citation => citation.Keys).Where(cited => Label.IsKey(cited.Key)).Select(cited => (cited.Key, At(cited.Span)));

    // Two headings of one text get -2, -3 …: counted per text, so that a heading elsewhere changes nothing.
    private string Unused(string slug)
    {
        if (ids.TryAdd(slug, 1)) return slug;
        string numberedSlug;
        do numberedSlug = $"{slug}-{++ids[slug]}";
        while (!ids.TryAdd(numberedSlug, 1));
        return numberedSlug;
    }

    private void ReadAttributes(MarkdownObject node, HtmlAttributes attributes)
    {
        if (attributes.Properties is not { } properties) return;
        // As in CommonMark's own texts: `&quot;` is a quotation mark.
        for (int i = 0; i < properties.Count; i++) properties[i] = KeyValuePair.Create(properties[i].Key, WebUtility.HtmlDecode(properties[i].Value));
        // A directive's attributes go to its template, which is ours to trust.
        if (node is CustomContainer) return;
        foreach ((string name, _) in properties.ToArray())
        {
            if (AllowedAttributes.Contains(name) || (node is LinkInline { IsImage: true } image && Figure.Is(image) && FigureAttributes.Contains(name))) continue;
            diagnostics.Add(Rules.AttributeRefused, At(node.Span), $"attribute `{name}` is not allowed", "allowed are #id, .class, " + string.Join(", ", AllowedAttributes));
            properties.RemoveAll(property => property.Key == name);
        }
    }

    // Reported, and drawn as the text that it is: a preview shows a site with faults too.
    private void RefuseHtml(HtmlInline html)
    {
        // An end tag is the same mistake as its start.
        if (!html.Tag.StartsWith("</", StringComparison.Ordinal)) ReportHtml(html);
        html.Tag = WebUtility.HtmlEncode(html.Tag);
    }

    private void RefuseHtml(HtmlBlock html)
    {
        ReportHtml(html);
        html.Lines = new StringLineGroup(WebUtility.HtmlEncode(html.Lines.ToString()));
    }

    private void ReportHtml(MarkdownObject html) =>
        diagnostics.Add(Rules.RawHtml, At(html.Span), "raw HTML is not allowed here", "write Markdown or a directive, or set `raw-html: true` in site.yml");

    private void ReportDirective(CustomContainer directive)
    {
        Location place = source.At(start + directive.Span.Start, directive.Span.Length);
        if (directive.ClosingFencedCharCount == 0) diagnostics.Add(Rules.DirectiveMalformed, place, $"`{directive.Info}` is not closed", $"end it with a line `{new string(':', directive.OpeningFencedCharCount)}`");
        if (!string.IsNullOrWhiteSpace(directive.Arguments)) diagnostics.Add(Rules.DirectiveMalformed, place, $"`{directive.Arguments.Trim()}` would be lost", "write `key=\"value\"` in braces, or put it inside");
    }

    private void RefuseScheme(string address, SourceSpan span)
    {
        if (!Addresses.IsSafe(address)) diagnostics.Add(Rules.UnsafeUrlScheme, At(span), $"a link may not use `{Addresses.Scheme(address)}:`", "use https, http, mailto, tel or a file of the site");
    }

    // Markdig numbers a note that another note calls behind the rest, and leaves it where it was.
    private static void SortNotes(MarkdownDocument tree)
    {
        foreach (FootnoteGroup notes in tree.OfType<FootnoteGroup>())
            notes.Sort((a, b) => ((Footnote)a).Order.CompareTo(((Footnote)b).Order));
    }

    private void ReportFootnotes(MarkdownDocument tree)
    {
        foreach (LinkReferenceDefinition definition in tree.Descendants<LinkReferenceDefinition>())
        {
            if (definition is not FootnoteLinkReferenceDefinition { Footnote: { } note }) continue;
            string label = note.Label?.TrimStart('^') ?? "";
            if (note.Links.Count == 0) diagnostics.Add(Rules.FootnoteUncalled, At(note.LabelSpan), $"nothing calls footnote `{label}`", $"write `[^{label}]` where it belongs, or remove it");
            else if (!note.Descendants<LeafInline>().Any()) diagnostics.Add(Rules.FootnoteWithoutText, At(note.LabelSpan), $"footnote `{label}` has no text", "write its text behind the colon");
        }
    }

    private void CountWords(ReadOnlySpan<char> text)
    {
        bool inWord = false;
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c) || (inWord && c is '\'' or '’' or '-' or '‑' or '.' or ',');
            if (isWord && !inWord) words++;
            inWord = isWord;
        }
    }

    private Location At(SourceSpan span) => source.At(start + span.Start, span.Length);
}
