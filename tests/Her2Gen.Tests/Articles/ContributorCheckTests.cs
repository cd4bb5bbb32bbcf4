using Her2Gen.Articles;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Articles;

/// <summary>What the front matter may say of its authors; they start at line 9.</summary>
public sealed class ContributorCheckTests
{
    private static string Said(string authors, string interests = "none")
    {
        DiagnosticBag diagnostics = new();
        string front = TestSite.FrontMatter
            .Replace("authors: [{collective: Nobody}]\n", $"authors:\n{authors}\n", StringComparison.Ordinal)
            .Replace("competing-interests: none", $"competing-interests: {interests}", StringComparison.Ordinal);
        ArticleReader.Read(new TestSite().With("content/article.md", front).Sources(), diagnostics);
        return Saying.Of(diagnostics);
    }

    [Theory]
    [InlineData("  - {family: A, given: B, orcid: 0000-0002-1825-0097, roles: [conceptualization, writing-review-editing], corresponding: true, email: a@b.org}")]
    [InlineData("  - {collective: A, roles: [software], email: a@b.org}")]
    [InlineData("  - {family: A, affiliations: [c]}\naffiliations: [{id: c, name: C, ror: 03yrm5c26}]")]
    [InlineData("  - {family: A, competing-interests: none}\n  - {family: B, competing-interests: none}")]
    public void Sound_authors_say_nothing(string authors) => Assert.Equal("", Said(authors));

    [Theory]
    [InlineData(
        "  - {family: A, given: B, corresponding: true}",
        "content/article.md:10:5: error HG107 missing-key: B A is a corresponding author without `email`\n  = give the address that readers may write to")]
    [InlineData(
        "  - {family: A, email: a}",
        "content/article.md:10:24: error HG108 wrong-type: `email` must be an email address\n  = for example `author@example.org`")]
    [InlineData(
        "  - {family: A, orcid: 0000-0002-1825-0098}",
        "content/article.md:10:24: error HG305 identifier-malformed: `0000-0002-1825-0098` is not an ORCID iD: its form or its check digit is wrong\n  = four groups of four, as in `0000-0002-1825-0097`")]
    [InlineData(
        "  - {family: A, affiliations: [c]}\naffiliations: [{id: c, name: C, ror: 03yrm5c27}]",
        "content/article.md:11:38: error HG305 identifier-malformed: `03yrm5c27` is not a ROR ID: its form or its check digits are wrong\n  = the nine characters behind `https://ror.org/`, as in `03yrm5c26`")]
    [InlineData(
        "  - {family: A, competing-interests: none}\n  - {family: B}",
        "content/article.md:11:5: error HG107 missing-key: B declares no `competing-interests`, and A does\n  = write `none` where there is nothing to declare")]
    [InlineData(
        "  - {family: A, competing-interests: Shares in a company.}",
        "content/article.md:10:38: error HG108 wrong-type: an author declares an interest, and the article's `competing-interests` is `none`\n  = say in the article's statement what its authors declare")]
    public void A_fault_is_told_at_its_author(string authors, string said) => Assert.Equal(said, Said(authors));

    [Fact]
    public void An_interest_that_the_article_declares_too_says_nothing() =>
        Assert.Equal("", Said("  - {family: A, competing-interests: Shares in a company.}", "One author holds shares."));

    [Fact]
    public void A_role_is_one_of_the_fourteen()
    {
        Assert.Equal(14, CreditRole.Known.Count);
        Assert.StartsWith("content/article.md:10:25: error HG108 wrong-type: `roles` must be one of `conceptualization`, ", Said("  - {family: A, roles: [writing-original-drafts]}"));
        Assert.EndsWith("= did you mean `writing-original-draft`?", Said("  - {family: A, roles: [writing-original-drafts]}"));
    }

    [Theory]
    [InlineData("10.1000/x", "")]
    [InlineData("https://doi.org/10.1000/x", "content/article.md:11:6: error HG305 identifier-malformed: `https://doi.org/10.1000/x` is not a DOI\n  = write it bare, from `10.` on, without a final full stop")]
    public void A_DOI_is_written_bare(string doi, string said) => Assert.Equal(said, Said($"  - collective: A\ndoi: {doi}"));
}
