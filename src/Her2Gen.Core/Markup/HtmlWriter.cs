using System.Text;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Her2Gen.Markup;

/// <summary>What the drawing of a text needs of the site around it.</summary>
/// <param name="Link">The href for an address as the author wrote it.</param>
/// <param name="File">The file below <c>content/</c> that such an address names, if there is one.</param>
/// <param name="Inline">An SVG file as markup to put into the page, its ids under a prefix and with a text alternative; null when it is refused, which is reported.</param>
/// <param name="Directive">The HTML for a directive.</param>
/// <param name="Value">The text of a value that an attribute names.</param>
/// <param name="ValueLink">Where the row of a value is drawn, if anywhere.</param>
/// <param name="InContents">Told of each level-2 heading as it is drawn, for the list of contents.</param>
public sealed record Surroundings(
    Func<string, string> Link,
    Func<string, (FilePath Path, ReadOnlyMemory<byte> Bytes)?> File,
    Func<FilePath, ReadOnlyMemory<byte>, string, string?, string?> Inline,
    Func<Directive, string> Directive,
    Func<ValueName, string> Value,
    Func<FoundValue, string?> ValueLink,
    Action<Heading> InContents);

/// <summary>Draws a text as HTML, and notes where each of its addresses and ids was written.</summary>
/// <param name="text">What to draw.</param>
/// <param name="library">The references by key.</param>
/// <param name="around">The site around the text.</param>
/// <param name="sources">Where to note the places.</param>
public sealed class HtmlWriter(MarkdownText text, IReadOnlyDictionary<string, Reference> library, Surroundings around, PageSources sources)
{
    // Kept by each thread for its next text. Directives are drawn into writers of their own.
    [ThreadStatic]
    private static StringBuilder? keptBuffer;

    private readonly Lazy<HtmlRenderer> citing = new(() => new HtmlRenderer(new StringWriter { NewLine = "\n" }));

    internal MarkdownText Text => text;

    /// <summary>The article's language, for words around names.</summary>
    public CslLocale Words { get; init; } = CslLocale.Empty;

    internal PageSources Sources => sources;

    internal Surroundings Around => around;

    internal IReadOnlyDictionary<string, Reference> Library => library;

    /// <summary>The id of the numbered directive that is being drawn: its caption names what stands in it.</summary>
    internal string? Enclosing { get; set; }

    /// <summary>What the page cites, numbered as it is drawn.</summary>
    public CitationList Citations { get; } = new();

    /// <summary>The id that a template gives the caption of a numbered directive.</summary>
    public static string CaptionId(string id) => id + "-caption";

    /// <summary>The HTML of a citation that stands in no text: a template asks for it.</summary>
    /// <param name="key">Of a reference; one that the library does not know is shown as missing.</param>
    public string Cite(string key, Location place)
    {
        StringWriter output = new() { NewLine = "\n" };
        citing.Value.Writer = output;
        if (library.ContainsKey(key)) CitationRenderer.WriteCall(citing.Value, this, key, place);
        else CitationRenderer.WriteMissing(citing.Value, key);
        return output.ToString();
    }

    public string Write()
    {
        StringBuilder buffer = keptBuffer ??= new StringBuilder(1 << 16);
        using StringWriter output = new(buffer.Clear()) { NewLine = "\n" };
        HtmlRenderer renderer = new(output);
        MarkdownReader.Pipeline.Setup(renderer);
        ObjectRendererCollection renderers = renderer.ObjectRenderers;
        renderers.ReplaceOrAdd<HeadingRenderer>(new SectionHeadingRenderer(this));
        renderers.ReplaceOrAdd<ParagraphRenderer>(new FigureOrParagraphRenderer(this));
        renderers.ReplaceOrAdd<LinkInlineRenderer>(new SiteLinkRenderer(this));
        renderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SiteAutolinkRenderer(this));
        renderers.ReplaceOrAdd<HtmlAbbreviationRenderer>(new AbbreviationRenderer());
        renderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer(this));
        renderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteCallRenderer(this));
        renderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new NotesRenderer(this));
        renderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new DirectiveRenderer(this));
        renderers.Add(new CitationRenderer(this));
        renderers.Add(new ValueRenderer(this));
        renderers.Add(new UndefinedFootnoteRenderer());
        renderers.Add(new TermRenderer(this));
        renderers.Add(new TodoRenderer());
        renderer.Render(text.Tree);
        return output.ToString();
    }
}
