namespace Her2Gen.Articles;

/// <summary>What a contributor did, as the CRediT taxonomy names it (ANSI/NISO Z39.104-2022).</summary>
/// <param name="Id">The last part of the role's address.</param>
/// <param name="Name">As it is printed.</param>
public sealed record CreditRole(string Id, string Name)
{
    /// <summary>All fourteen, in the standard's order.</summary>
    public static readonly IReadOnlyList<CreditRole> Known =
    [
        new("conceptualization", "Conceptualization"),
        new("data-curation", "Data curation"),
        new("formal-analysis", "Formal analysis"),
        new("funding-acquisition", "Funding acquisition"),
        new("investigation", "Investigation"),
        new("methodology", "Methodology"),
        new("project-administration", "Project administration"),
        new("resources", "Resources"),
        new("software", "Software"),
        new("supervision", "Supervision"),
        new("validation", "Validation"),
        new("visualization", "Visualization"),
        new("writing-original-draft", "Writing – original draft"),
        new("writing-review-editing", "Writing – review & editing"),
    ];

    /// <summary>Where the taxonomy describes it.</summary>
    public string Url => $"https://credit.niso.org/contributor-roles/{Id}/";

    public static CreditRole? Of(string id) => Known.FirstOrDefault(role => role.Id == id);
}
