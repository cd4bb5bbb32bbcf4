using Her2Gen.Tests.Sites;

namespace Her2Gen.Tests.Checks;

public sealed class PermalinkCheckTests
{
    private static TestSite Changed(string settings = "") => new TestSite()
        .With("content/article.md", TestSite.FrontMatter + "\n## One {#one}\n\nText.[^a] See [more](pages/more.md).\n\n## Old {#old}\n\nText.\n\n[^a]: A note.\n")
        .With("content/pages/more.md", "---\ntitle: More\nsummary: More of it.\n---\n\nText.\n")
        .Sealed("2025-01-03")
        .With("content/article.md", TestSite.FrontMatter + "\n## One {#one}\n\nText.\n\n## New {#new}\n\nText.\n")
        .Without("content/pages/more.md")
        .With("content/site.yml", TestSite.Settings + settings);

    [Fact]
    public void What_an_edition_published_may_not_vanish()
    {
        string[] lost = [.. Changed().Said().Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
        Assert.Equal(
            [
                "error HG630 permalink-lost: the edition `2025-01-03` published `index.html#old`, and the current page has no `old`",
                "error HG630 permalink-lost: the edition `2025-01-03` published `more.html`, and the current site has no such page",
            ],
            lost.Where(line => line.Contains("HG630", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_redirect_covers_what_is_gone()
    {
        TestSite site = Changed("redirects:\n  more.html: index.html#new\n  index.html#old: index.html#new\n");
        Assert.Equal("", site.Said());
        Assert.Equal("/more.html /#new 301\n", site.Output("_redirects"));
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=index.html#new\">", site.Output("more.html"), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"new\"><span id=\"old\"></span>", site.Output("index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  more.html: ../x.html\n", "content/site.yml:6:14: error HG405 url-malformed: `more.html: ../x.html` is no redirect")]
    [InlineData("  index.html#old: other.html\n", "content/site.yml:6:19: error HG405 url-malformed: `index.html#old` cannot lead to `other.html`: a host never sees what stands behind `#`")]
    [InlineData("  index.html#old: index.html#none\n", "content/site.yml:6:19: error HG402 fragment-missing: `index.html` has no `none`")]
    public void A_redirect_leads_to_a_page_or_to_a_place_of_the_same_page(string line, string expected) =>
        Assert.Equal(expected, new TestSite().With("content/site.yml", TestSite.Settings + "redirects:\n" + line).Said());
}
