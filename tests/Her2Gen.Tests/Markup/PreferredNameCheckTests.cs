namespace Her2Gen.Tests.Markup;

public sealed class PreferredNameCheckTests
{
    private const string Glossary = "Trastuzumab:\n  definition: An antibody.\n  avoid: [Herceptin, Herclon]\nT-DM1:\n  long: trastuzumab emtansine\n  definition: A conjugate.\n  avoid: [Kadcyla]\n";

    private static string Said(string body) => string.Join('\n', TestSite.WithBody($"\n{body}\n").With("content/glossary.yml", Glossary)
        .Said().Split('\n').Where(line => line.Contains("HG338", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Trastuzumab (Herceptin) is an antibody.")]
    [InlineData("It is trastuzumab (Herceptin or Herclon).")]
    [InlineData("Trastuzumab emtansine (Kadcyla) and T-DM1 (Kadcyla).")]
    [InlineData("Trastuzumab, and not Herceptina.")]
    [InlineData("In code, `Herceptin`.")]
    public void A_preferred_name_and_one_explained_behind_it_are_silent(string body) => Assert.Equal("", Said(body));

    [Theory]
    [InlineData("Herceptin is given.", "content/article.md:19:1: warning HG338 term-avoided: `Herceptin` is a name to avoid")]
    [InlineData("Give **herceptin** now.", "content/article.md:19:8: warning HG338 term-avoided: `herceptin` is a name to avoid")]
    [InlineData("An antibody (Herceptin) is given.", "content/article.md:19:14: warning HG338 term-avoided: `Herceptin` is a name to avoid")]
    [InlineData("Trastuzumab (an antibody), Kadcyla.", "content/article.md:19:28: warning HG338 term-avoided: `Kadcyla` is a name to avoid")]
    [InlineData("## On Herceptin", "content/article.md:19:7: warning HG338 term-avoided: `Herceptin` is a name to avoid")]
    public void A_name_to_avoid_is_told(string body, string said) => Assert.Equal(said, Said(body));

    [Fact]
    public void One_name_is_one_finding_with_its_other_places() =>
        Assert.Single(Said("Herceptin is given.\n\nHerceptin is given again.").Split('\n'));
}
