using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>Who wrote a text: a person, or a group that writes under one name (JATS: <c>contrib</c>, <c>collab</c>).</summary>
/// <param name="Affiliations">Keys of the front matter's affiliations.</param>
public sealed record Contributor(string? Collective, string Family, string Given, string? Orcid, IReadOnlyList<YamlText> Affiliations)
{
    public static readonly Schema Schema = new("an author",
    [
        new("collective", SchemaType.Text, Required: false, "the name of a group that is the author"),
        new("family", SchemaType.Text, Required: false, "the family name of a person"),
        new("given", SchemaType.Text, Required: false, "the given names"),
        new("orcid", SchemaType.Orcid, Required: false, "the ORCID iD: 0000-0002-1825-0097"),
        new("affiliations", SchemaType.ListOf(SchemaType.Text), Required: false, "ids of affiliations"),
    ], ExactlyOneOf: ["collective", "family"]);

    public string Name => Collective ?? (Given.Length > 0 ? $"{Given} {Family}" : Family);

    public static Contributor From(YamlMap map) => new(
        map.Text("collective"), map.Text("family") ?? "", map.Text("given") ?? "", map.Text("orcid"), map.Texts("affiliations"));
}

/// <summary>Where authors work.</summary>
public sealed record Affiliation(string Id, string Name)
{
    public static readonly Schema Schema = new("an affiliation",
    [
        new("id", SchemaType.Text, Required: true, "what authors name it by"),
        new("name", SchemaType.Text, Required: true, "the institution, as it is to be printed"),
    ]);

    public static Affiliation From(YamlMap map) => new(map.Text("id") ?? "", map.Text("name") ?? "");
}
