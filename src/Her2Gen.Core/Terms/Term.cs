using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Terms;

/// <summary>A term of the glossary.</summary>
/// <param name="Name">As it is printed, and as texts use it.</param>
/// <param name="Expansion">The words that an abbreviation stands for; null for any other term.</param>
/// <param name="Definition">Plain text.</param>
/// <param name="Forms">Other forms that texts use. A plural in <c>s</c> or <c>es</c> needs none.</param>
/// <param name="See">Names of other terms.</param>
/// <param name="Location">Of the name, in the glossary.</param>
public sealed record Term(string Name, string? Expansion, string Definition, IReadOnlyList<YamlText> Forms, IReadOnlyList<YamlText> See, Location Location)
{
    public static readonly Schema Schema = new("a glossary entry",
    [
        new("long", SchemaType.Text, Required: false, "the words that an abbreviation stands for"),
        new("definition", SchemaType.Text, Required: true, "what the term means, in plain text"),
        new("forms", SchemaType.ListOf(SchemaType.Text), Required: false, "other forms that texts use; a plural in s or es is found without"),
        new("avoid", SchemaType.ListOf(SchemaType.Text), Required: false, "names that texts should not use for it, such as trade names"),
        new("see", SchemaType.ListOf(SchemaType.Text), Required: false, "other terms of the glossary"),
    ]);

    /// <summary>Names that texts should not use for it.</summary>
    public IReadOnlyList<YamlText> Avoid { get; init; } = [];

    /// <summary>The name, then the other forms.</summary>
    public IEnumerable<string> Spellings => Forms.Select(form => form.Value).Prepend(Name);

    public static Term From(string name, YamlMap map, Location location) =>
        new(name, map.Text("long"), map.Text("definition") ?? "", map.Texts("forms"), map.Texts("see"), location) { Avoid = map.Texts("avoid") };
}
