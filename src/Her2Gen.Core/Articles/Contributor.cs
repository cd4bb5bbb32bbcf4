using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>Who wrote a text: a person, or a group that writes under one name (JATS: <c>contrib</c>, <c>collab</c>).</summary>
/// <param name="Affiliations">Keys of the front matter's affiliations.</param>
public sealed record Contributor(string? Collective, string Family, string Given, Orcid? Orcid, IReadOnlyList<YamlText> Affiliations)
{
    public static readonly Schema Schema = new("an author",
    [
        new("collective", SchemaType.Text, Required: false, "the name of a group that is the author"),
        new("family", SchemaType.Text, Required: false, "the family name of a person"),
        new("given", SchemaType.Text, Required: false, "the given names"),
        new("orcid", SchemaType.Orcid, Required: false, "the ORCID iD: 0000-0002-1825-0097"),
        new("affiliations", SchemaType.ListOf(SchemaType.Text), Required: false, "ids of affiliations"),
        new("roles", SchemaType.ListOf(SchemaType.Choice([.. CreditRole.Known.Select(role => role.Id)])), Required: false, "what the author did, as CRediT names it"),
        new("corresponding", SchemaType.Flag, Required: false, "whether readers may write to this author; needs email"),
        new("email", SchemaType.Email, Required: false, "the address to write to, shown for a corresponding author"),
        new("competing-interests", SchemaType.Text, Required: false, "this author's interests, or none; when one author declares, each does"),
    ], ExactlyOneOf: ["collective", "family"]);

    public string Name => Collective ?? (Given.Length > 0 ? $"{Given} {Family}" : Family);

    public IReadOnlyList<CreditRole> Roles { get; init; } = [];

    /// <summary>Whether readers may write to this author.</summary>
    public bool IsCorresponding { get; init; }

    public string? Email { get; init; }

    /// <summary>Of this author alone; null where only the article declares.</summary>
    public YamlText? CompetingInterests { get; init; }

    /// <summary>Where the author stands in the front matter.</summary>
    public Location Location { get; init; }

    public static Contributor From(YamlMap map) => new(
        map.Text("collective"), map.Text("family") ?? "", map.Text("given") ?? "", Identifiers.Orcid.TryParse(map.Text("orcid"), out Orcid orcid) ? orcid : null, map.Texts("affiliations"))
    {
        Roles = [.. map.Texts("roles").Select(role => CreditRole.Of(role.Value)).OfType<CreditRole>()],
        IsCorresponding = map.Flag("corresponding"),
        Email = map.Text("email"),
        CompetingInterests = map.Entry("competing-interests")?.Value as YamlText,
        Location = map.Location,
    };
}

/// <summary>Where authors work.</summary>
public sealed record Affiliation(string Id, string Name, Ror? Ror)
{
    public static readonly Schema Schema = new("an affiliation",
    [
        new("id", SchemaType.Text, Required: true, "what authors name it by"),
        new("name", SchemaType.Text, Required: true, "the institution, as it is to be printed"),
        new("ror", SchemaType.Ror, Required: false, "its ROR ID: 03yrm5c26"),
    ]);

    public static Affiliation From(YamlMap map) => new(map.Text("id") ?? "", map.Text("name") ?? "", Identifiers.Ror.TryParse(map.Text("ror"), out Ror ror) ? ror : null);
}
