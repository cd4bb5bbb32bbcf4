using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>An image that is a paragraph of its own.</summary>
internal static class Figure
{
    public static bool Is(LinkInline image) =>
        image is { IsImage: true, Parent: { ParentBlock: ParagraphBlock } inlines } && inlines.FirstChild == image && inlines.LastChild == image;
}
