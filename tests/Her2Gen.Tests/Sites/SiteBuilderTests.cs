namespace Her2Gen.Tests.Sites;

public sealed class SiteBuilderTests
{
    private static string Page(string title) => $"---\ntitle: {title}\nsummary: Another page.\n---\n\n## There\n\nText.\n";

    private static TestSite With(string page) => new TestSite().With($"content/pages/{page}.md", Page(page));

    [Theory]
    [InlineData("index", "content/pages/index.md:1:1: error HG111 output-collision: `index.html` is made by content/article.md too")]
    [InlineData("INDEX", "content/pages/INDEX.md:1:1: error HG111 output-collision: `INDEX.html` is made by content/article.md too")]
    [InlineData("404", "templates/not-found.html:1:1: error HG111 output-collision: `404.html` is made by content/pages/404.md too")]
    public void Two_sources_of_one_file_collide(string page, string said) => Assert.Equal(said, With(page).Said());

    [Fact]
    public void Pages_that_differ_by_case_collide() => Assert.Equal(
        "content/pages/other.md:1:1: error HG111 output-collision: `other.html` is made by content/pages/Other.md too",
        With("other").With("content/pages/Other.md", Page("Twin")).Said());

    [Fact]
    public void A_file_template_collides_with_a_page() => Assert.Equal(
        "templates/files/Index.html:1:1: error HG111 output-collision: `Index.html` is made by content/article.md too",
        new TestSite().With("templates/files/Index.html", "x").Said());

    [Fact]
    public void Only_what_is_used_is_published()
    {
        TestSite site = TestSite.WithBody("\n![Used.](figures/used.svg){alt=\"A\"} \n\n[Notes](data/used.txt)\n")
            .With("content/figures/used.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>").With("content/figures/unused.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>").With("content/data/used.txt", "a\n").With("content/data/unused.txt", "a\n")
            .With("templates/assets/unused.js", "x");
        Assert.Equal("", site.Said());
        Assert.Equal(["data/used", "figures/used"], Named(site, "used").Concat(Named(site, "unused")));
    }

    [Fact]
    public void A_table_of_data_is_offered_whether_a_text_links_to_it_or_not() =>
        Assert.Equal(["data/offered"], Named(new TestSite().With("content/data/offered.csv", "a\n"), "offered"));

    [Fact]
    public void A_fingerprint_changes_with_the_bytes_and_with_nothing_else()
    {
        static string Figure(TestSite site) => Assert.Single(site.Paths(), path => path.StartsWith("assets/figures/a.", StringComparison.Ordinal));
        TestSite Site(string svg, string text) => TestSite.WithBody($"\n![A.](figures/a.svg){{alt=\"A\"}}\n\n{text}\n").With("content/figures/a.svg", svg);
        Assert.Equal(Figure(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>", "One.")), Figure(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>", "Two.")));
        Assert.NotEqual(Figure(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>", "One.")), Figure(Site("<svg />", "One.")));
        Assert.Matches("^assets/figures/a\\.[0-9a-f]{10}\\.svg$", Figure(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>", "One.")));
    }

    [Fact]
    public void A_style_sheet_has_the_fingerprint_of_what_is_drawn_of_it()
    {
        static string Style(TestSite site) => Assert.Single(site.Paths(), path => path.StartsWith("assets/style.", StringComparison.Ordinal));
        TestSite Site(string image) => new TestSite().With("templates/assets/style.css", "a{background:url({{ asset 'b.svg' }})}").With("templates/assets/b.svg", image);
        Assert.NotEqual(Style(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")), Style(Site("<svg />")));
        Assert.Matches("^a\\{background:url\\(b\\.[0-9a-f]{10}\\.svg\\)\\}$", Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>").Output(Style(Site("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>"))));
    }

    [Fact]
    public void A_link_of_a_page_beside_the_article_leads_from_its_own_file()
    {
        TestSite site = new TestSite().With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")
            .With("content/pages/other.md", "---\ntitle: Other\nsummary: Another page.\n---\n\n[Up](../article.md#one), [self](other.md), [figure](../figures/a.svg), [none](article.md)\n");
        Assert.Equal("content/pages/other.md:6:72: error HG401 link-target-missing: no file `article.html`", site.Said());
        Assert.Contains("<a href=\"index.html#one\">Up</a>, <a href=\"other.html\">self</a>", site.Output("other.html"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(TestSite site, string name) =>
        site.Paths().Where(path => path.Contains($"/{name}.", StringComparison.Ordinal)).Select(path => $"{path.Split('/')[1]}/{name}");
}
