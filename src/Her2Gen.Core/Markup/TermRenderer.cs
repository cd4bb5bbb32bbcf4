using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Her2Gen.Markup;

internal sealed class TermRenderer(HtmlWriter page) : HtmlObjectRenderer<TermInline>
{
    protected override void Write(HtmlRenderer renderer, TermInline term)
    {
        if (term.IsUnknown)
        {
            renderer.Write("<strong class=\"missing\">").WriteChildren(term);
            renderer.Write("</strong>");
            return;
        }

        if (term.Target is not { } target)
        {
            renderer.WriteChildren(term);
            return;
        }

        HtmlAttributes attributes = term.GetAttributes();
        attributes.AddClass("term");
        string href = "#" + Addresses.Encode(target);
        page.Sources.Note(href, page.Text.At(term.Span));
        if (attributes.Id is { } id) page.Sources.NoteId(id, page.Text.At(term.Span));
        renderer.Write("<a").WriteAttributes(attributes).Write(" href=\"").WriteEscape(href).Write("\">").WriteChildren(term);
        renderer.Write("</a>");
    }
}
