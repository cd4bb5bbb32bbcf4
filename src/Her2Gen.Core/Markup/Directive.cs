using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>A block that a template draws: <c>::: name {#id key=value}</c> … <c>:::</c>.</summary>
/// <param name="Content">What stands inside, as HTML.</param>
public sealed record Directive(string Name, string? Id, IReadOnlyList<string> Classes, IReadOnlyDictionary<string, string> Attributes, string Content, Location Location);
