using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>A note of what is still to do, in the text itself: <c>[[todo: check the dose]]</c>.</summary>
public sealed class TodoInline(string note) : LeafInline
{
    public string Note { get; } = note;
}
