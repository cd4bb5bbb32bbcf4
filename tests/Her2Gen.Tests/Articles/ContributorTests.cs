using Her2Gen.Articles;

namespace Her2Gen.Tests.Articles;

public sealed class ContributorTests
{
    [Theory]
    [InlineData("A Group", "", "", "A Group")]
    [InlineData(null, "Slamon", "Dennis", "Dennis Slamon")]
    [InlineData(null, "Plato", "", "Plato")]
    public void A_contributor_is_named_as_running_text_names_them(string? collective, string family, string given, string name) =>
        Assert.Equal(name, new Contributor(collective, family, given, Orcid: null, []).Name);
}
