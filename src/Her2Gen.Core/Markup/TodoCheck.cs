using Her2Gen.Diagnostics;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>Reports each note of what is still to do.</summary>
public static class TodoCheck
{
    public static void Check(MarkdownText text, DiagnosticBag diagnostics)
    {
        if (!TodoParser.HasNotes(text.Tree)) return;
        foreach (TodoInline todo in text.Tree.Descendants<TodoInline>())
            diagnostics.Add(Rules.Draft, text.At(todo.Span), $"a note says what is still to do: {todo.Note}", "do it, and take the note out");
    }
}
