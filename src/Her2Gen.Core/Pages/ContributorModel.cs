using Her2Gen.Articles;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>Authors, for templates.</summary>
internal static class ContributorModel
{
    public static ScriptObject Of(Contributor author, IReadOnlyList<Affiliation> affiliations) => new()
    {
        ["name"] = author.Name,
        ["indexed_name"] = IndexedName(author),
        ["family"] = author.Family,
        ["given"] = author.Given,
        ["collective"] = author.Collective,
        ["orcid"] = author.Orcid?.Value,
        ["orcid_url"] = author.Orcid?.Url,
        ["affiliations"] = PageModel.List(AffiliationsOf(author, affiliations), Of),
        ["roles"] = PageModel.List(author.Roles, role => new ScriptObject { ["id"] = role.Id, ["name"] = role.Name, ["url"] = role.Url }),
        ["corresponding"] = author.IsCorresponding,
        ["email"] = author.Email,
        ["competing_interests"] = author.CompetingInterests?.Value,
    };

    /// <summary>What authors declare, those who declare the same together; empty where only the article declares.</summary>
    public static ScriptArray Interests(IEnumerable<Contributor> authors) => PageModel.List(
        authors.Where(author => author.CompetingInterests is not null).GroupBy(author => author.CompetingInterests?.Value ?? ""),
        declared => new ScriptObject { ["names"] = PageModel.List(declared, author => author.Name), ["text"] = declared.Key });

    public static IEnumerable<Affiliation> AffiliationsOf(Contributor author, IReadOnlyList<Affiliation> affiliations) =>
        author.Affiliations.SelectMany(id => affiliations.Where(affiliation => affiliation.Id == id.Value));

    // Family name first, as indexes read it; a name with a comma of its own could not be told apart again.
    private static string IndexedName(Contributor author) =>
        author.Collective is null && author.Given.Length > 0 && !author.Name.Contains(',') ? $"{author.Family}, {author.Given}" : author.Name;

    private static ScriptObject Of(Affiliation affiliation) => new()
    {
        ["name"] = affiliation.Name,
        ["ror"] = affiliation.Ror?.Value,
        ["ror_url"] = affiliation.Ror?.Url,
    };
}
