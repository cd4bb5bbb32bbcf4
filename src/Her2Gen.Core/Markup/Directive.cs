using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>A block that a template draws: <c>::: name {#id key=value}</c> … <c>:::</c>, or a figure.</summary>
/// <param name="Label">The text of its label, <c>Figure 2</c>; null when it is not numbered.</param>
/// <param name="HasContent">Whether anything stands inside.</param>
/// <param name="Content">What stands inside, as HTML; drawn when the template asks for it, so that citations are numbered in the order of the page.</param>
public sealed record Directive(
    string Name, string? Id, string? Label, IReadOnlyList<string> Classes, IReadOnlyDictionary<string, string> Attributes, bool HasContent, Lazy<string> Content, Location Location)
{
    /// <summary>The directive that draws an image which is a paragraph of its own.</summary>
    public const string Figure = "figure";

    /// <summary>The picture of a figure, as markup to put into the page; null when it is linked.</summary>
    public string? Svg { get; init; }
}
