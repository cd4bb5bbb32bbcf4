using System.Text;
using Her2Gen.Files;
using Her2Gen.References;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Her2Gen.Markup;

/// <summary>Draws a text as HTML, and notes where each of its addresses and ids was written.</summary>
/// <param name="text">What to draw.</param>
/// <param name="library">The references by key.</param>
/// <param name="link">The href for an address as the author wrote it.</param>
/// <param name="directive">The HTML for a directive.</param>
/// <param name="inContents">Told of each level-2 heading as it is drawn, for the list of contents.</param>
/// <param name="sources">Where to note the places.</param>
public sealed class HtmlWriter(
    MarkdownText text,
    IReadOnlyDictionary<string, Reference> library,
    Func<string, string> link,
    Func<Directive, string> directive,
    Action<Heading> inContents,
    PageSources sources)
{
    // Kept by each thread for its next text. Directives are drawn into writers of their own.
    [ThreadStatic]
    private static StringBuilder? keptBuffer;

    internal MarkdownText Text => text;

    internal PageSources Sources => sources;

    internal Func<string, string> Link => link;

    internal Func<Directive, string> Directive => directive;

    internal Action<Heading> InContents => inContents;

    internal IReadOnlyDictionary<string, Reference> Library => library;

    /// <summary>The numbers that the citations get.</summary>
    public CitationList Citations { get; } = new(text.Citations, library.ContainsKey);

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
        renderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteCallRenderer(this));
        renderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new NotesRenderer(this));
        renderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new DirectiveRenderer(this));
        renderers.Add(new CitationRenderer(this));
        renderers.Add(new UndefinedFootnoteRenderer());
        renderers.Add(new TermRenderer(this));
        renderer.Render(text.Tree);
        return output.ToString();
    }
}
