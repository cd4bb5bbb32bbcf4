using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>The names of a reference as running text has them: <c>Slamon et al.</c>, <c>Clynes and Towers</c>.</summary>
public static class InTextNames
{
    /// <param name="words">The article's language, for "and" and "et al.".</param>
    public static string Of(Reference reference, CslLocale words)
    {
        IReadOnlyList<CslName> authors = reference.Authors;
        return authors.Count switch
        {
            0 => RichWords.Plain(reference.Title),
            1 => Family(authors[0]),
            2 when !authors[1].IsLiteral => $"{Family(authors[0])} {words.Word("and") ?? "and"} {Family(authors[1])}",
            _ => $"{Family(authors[0])} {words.Word("et-al") ?? "et al."}",
        };
    }

    private static string Family(CslName name) => name.IsLiteral ? name.Literal : name.FamilyWithParticles;
}
