using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Her2Gen.Markup;

internal sealed class TodoRenderer : HtmlObjectRenderer<TodoInline>
{
    protected override void Write(HtmlRenderer renderer, TodoInline todo) => renderer.Write("<mark class=\"todo\">").WriteEscape(todo.Note).Write("</mark>");
}
