namespace Her2Gen.Tests.Markup;

public sealed class FigureTests
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\"><defs><circle id=\"dot\" r=\"4\"/></defs><use href=\"#dot\"/></svg>";

    private static TestSite Site(string attributes, string svg = Svg) =>
        TestSite.WithBody($"\n@fig-a\n\n![Caption.](figures/a.svg){{#fig-a {attributes}}}\n").With("content/figures/a.svg", svg);

    [Fact]
    public void A_figure_has_the_size_of_its_file_so_that_nothing_shifts() =>
        Assert.Matches("<a class=\"file\" href=\"assets/figures/a\\.[0-9a-f]+\\.svg\"><img src=\"assets/figures/a\\.[0-9a-f]+\\.svg\" alt=\"A\" width=\"300\" height=\"200\"></a>", Site("alt=\"A\"").Body());

    [Fact]
    public void Credit_licence_and_a_long_description_stand_under_it()
    {
        string body = Site("alt=\"A\" credit=\"By <us>\" licence=\"CC-BY-4.0\"").Body();
        Assert.Contains("<span class=\"credit\">By &lt;us&gt;, <a href=\"https://creativecommons.org/licenses/by/4.0/\">Creative Commons Attribution 4.0 International</a>.</span>", body);
    }

    [Fact]
    public void A_long_description_can_be_unfolded() =>
        Assert.Contains("<details class=\"data\"><summary>What the figure shows</summary><p>All of it.</p></details></figcaption>", Site("alt=\"A\" description=\"All of it.\"").Body());

    [Fact]
    public void An_SVG_is_put_into_the_page_with_ids_of_its_own_and_a_link_to_the_file()
    {
        TestSite site = Site("alt=\"A\" inline=true");
        Assert.Equal("", site.Said());
        string body = site.Body();
        Assert.Contains("<circle id=\"fig-a-dot\"", body);
        Assert.Contains("href=\"#fig-a-dot\"", body);
        Assert.Contains("aria-label=\"A\"", body);
        Assert.Matches("<a href=\"assets/figures/a\\.[0-9a-f]+\\.svg\">The figure as a file</a>", body);
        Assert.DoesNotContain("<img", body);
    }

    [Fact]
    public void An_SVG_that_could_run_is_refused_at_its_place() => Assert.StartsWith(
        "content/figures/a.svg:1:66: error HG323 svg-unsafe: ",
        Site("alt=\"A\" inline=true", Svg.Replace("<defs>", "<script>alert(1)</script><defs>", StringComparison.Ordinal)).Said());

    [Theory]
    [InlineData("")]
    [InlineData("inline=true")]
    public void A_figure_without_an_alternative_is_told_once(string attributes) =>
        Assert.Equal("content/article.md:21:1: error HG504 image-alt-missing: image without `alt`", Site(attributes).Said());
}
