namespace Her2Gen.Tests.Markup;

public sealed class LabelTests
{
    private static TestSite Site(string body) => TestSite.WithBody("\n" + body).With("content/figures/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"5\"/>");

    private static string Figure(string id) => $"![Caption.](figures/a.svg){{#{id} alt=\"A\"}}\n\n";

    private static string Reference(string text, string id) => $"<a class=\"xref\" href=\"#{id}\">{text.Replace(' ', '\u00A0')}</a>";

    [Fact]
    public void Figures_tables_and_sections_are_numbered_in_the_order_of_the_text()
    {
        string body = Site("## One {#one}\n\n@fig-b, [@fig-a], (see @tbl-x and @sec-two).\n\n" + Figure("fig-a") + Figure("fig-b") + "::: table {#tbl-x caption=\"C\"}\n\n| a |\n|---|\n| b |\n\n:::\n\n## Two {#two}\n\n### Three {#three}\n\n@sec-three\n").Body();
        Assert.Contains($"<p>{Reference("Figure 2", "fig-b")}, {Reference("Figure 1", "fig-a")}, (see {Reference("Table 1", "tbl-x")} and {Reference("Section 2", "two")}).</p>", body);
        Assert.Contains("<span class=\"no\">Figure 2.</span> Caption.", body);
        Assert.Contains($"<p>{Reference("Three", "three")}</p>", body);
    }

    [Fact]
    public void An_insertion_renumbers_what_follows_and_every_mention_of_it()
    {
        string body = "## One {#one}\n\n@fig-b and @fig-new.\n\n";
        Assert.Contains(Reference("Figure 1", "fig-b"), Site(body + Figure("fig-b")).Body());
        Assert.Contains($"{Reference("Figure 2", "fig-b")} and {Reference("Figure 1", "fig-new")}", Site(body + Figure("fig-new") + Figure("fig-b")).Body());
    }

    [Theory]
    [InlineData("@fig-c", "19:1: error HG312 unknown-cross-reference: no figure `fig-c` on this page")]
    [InlineData("[see @tbl-x; @sec-z]", "19:6: error HG312 unknown-cross-reference: no table `tbl-x` on this page\ncontent/article.md:19:14: error HG312 unknown-cross-reference: no section `sec-z` on this page")]
    [InlineData("@fig-c and @fig-c", "19:1: error HG312 unknown-cross-reference: no figure `fig-c` on this page")]
    public void A_reference_to_what_is_not_there_is_told_once(string text, string said) => Assert.Equal("content/article.md:" + said, Site(text + "\n").Said());

    [Fact]
    public void A_figure_that_nothing_mentions_is_told_and_a_plain_link_mentions_it_too()
    {
        Assert.Equal("content/article.md:19:1: warning HG313 unmentioned-figure: nothing mentions `fig-a`", Site(Figure("fig-a")).Said());
        Assert.Equal("", Site("[See](#fig-a).\n\n" + Figure("fig-a")).Said());
        Assert.Equal("", Site(Figure("plain")).Said());
    }

    [Fact]
    public void Two_figures_with_one_id_are_told_once() =>
        Assert.Equal("content/article.md:23:1: error HG501 duplicate-id: id `fig-a` stands already at content/article.md:21:1", Site("@fig-a\n\n" + Figure("fig-a") + "![C.](figures/a.svg){#fig-a alt=\"B\"}\n").Said().Split('\n')[0]);
}
