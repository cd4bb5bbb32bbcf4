using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>What the authors of a text say together: where they work, whom to write to, and what each declares.</summary>
internal static class ContributorCheck
{
    private const string Nothing = "none";

    public static void Check(FrontMatter front, DiagnosticBag diagnostics)
    {
        string[] known = [.. front.Affiliations.Select(affiliation => affiliation.Id)];
        foreach (YamlText affiliation in front.Authors.SelectMany(author => author.Affiliations).Where(affiliation => !known.Contains(affiliation.Value)))
            diagnostics.Add(Rules.WrongType, affiliation.Location, $"no affiliation `{affiliation.Value}`", Nearest.Hint(affiliation.Value, known));
        foreach (Contributor author in front.Authors.Where(author => author.IsCorresponding && author.Email is null))
            diagnostics.Add(Rules.MissingKey, author.Location, $"{author.Name} is a corresponding author without `email`", "give the address that readers may write to");
        CheckInterests(front, diagnostics);
    }

    // ICMJE: each author declares. A list that names some authors would read as if the others had nothing to declare.
    private static void CheckInterests(FrontMatter front, DiagnosticBag diagnostics)
    {
        if (front.Authors.FirstOrDefault(author => author.CompetingInterests is not null) is not { } first) return;
        foreach (Contributor author in front.Authors.Where(author => author.CompetingInterests is null))
            diagnostics.Add(Rules.MissingKey, author.Location, $"{author.Name} declares no `competing-interests`, and {first.Name} does", "write `none` where there is nothing to declare");
        if (front.Statements.GetValueOrDefault("competing-interests") != Nothing) return;
        foreach (YamlText declared in front.Authors.Select(author => author.CompetingInterests).OfType<YamlText>().Where(declared => declared.Value != Nothing))
            diagnostics.Add(Rules.WrongType, declared.Location, "an author declares an interest, and the article's `competing-interests` is `none`", "say in the article's statement what its authors declare");
    }
}
