using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Her2Gen.Markup;

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

internal sealed class UndefinedFootnoteRenderer : HtmlObjectRenderer<UndefinedFootnoteInline>
{
    protected override void Write(HtmlRenderer renderer, UndefinedFootnoteInline call) =>
        renderer.Write("<strong class=\"missing\">[^").WriteEscape(call.Label).Write("]</strong>");
}
