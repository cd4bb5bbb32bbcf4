namespace Her2Gen.Tests.Templates;

/// <summary>The default theme, and what a site's own files change of it.</summary>
public sealed class ThemeTests
{
    private const string Address = "address: https://example.org/review/\n";
    private const string Other = "---\ntitle: Other\nsummary: Another page.\n---\n\n## There {#there}\n\nText.\n";

    private static TestSite Addressed => new TestSite().With("content/site.yml", TestSite.Settings + Address + "navigation: [other]\n").With("content/pages/other.md", Other);

    [Fact]
    public void A_site_without_an_address_names_none()
    {
        Assert.DoesNotContain("canonical", new TestSite().Output("index.html"), StringComparison.Ordinal);
        Assert.Equal("User-agent: *\nAllow: /\n", new TestSite().Output("robots.txt"));
        Assert.DoesNotContain("sitemap.xml", new TestSite().Paths());
    }

    [Fact]
    public void A_site_with_an_address_names_it()
    {
        Assert.Equal("", Addressed.Said());
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/review/\">", Addressed.Output("index.html"), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/review/other.html\">", Addressed.Output("other.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("canonical", Addressed.Output("404.html"), StringComparison.Ordinal);
        Assert.Equal("User-agent: *\nAllow: /\nSitemap: https://example.org/review/sitemap.xml\n", Addressed.Output("robots.txt"));
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://example.org/review/</loc><lastmod>2025-01-03</lastmod></url>
            <url><loc>https://example.org/review/other.html</loc></url>
            </urlset>

            """,
            Addressed.Output("sitemap.xml"));
    }

    [Fact]
    public void The_page_for_no_address_links_from_the_root_when_the_root_is_known()
    {
        string page = Addressed.Output("404.html");
        Assert.Contains("<a class=\"brand\" href=\"/review/index.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/review/other.html\">Other</a>", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"stylesheet\" href=\"/review/assets/style.", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"brand\" href=\"index.html\">", new TestSite().Output("404.html"), StringComparison.Ordinal);
        Assert.Contains("<a class=\"brand\" href=\"index.html\">", Addressed.Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_overrides_the_theme_file_by_file()
    {
        TestSite site = new TestSite().With("templates/partials/byline.html", "OWN {{ page.authors[0].name }}").With("templates/partials/new.html", "NEW");
        Assert.Equal("", site.Said());
        Assert.Contains("<dd class=\"byline\">OWN Nobody</dd>", site.Output("index.html"), StringComparison.Ordinal);
        Assert.Contains("<a class=\"brand\"", site.Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_a_directive()
    {
        TestSite site = TestSite.WithBody("\n::: box {#me .wide data-set=\"a & b\"}\n*Text*\n:::\n")
            .With("templates/directives/box.html", "<div id=\"{{ directive.id }}\" class=\"{{ directive.classes[0] }}\" title=\"{{ directive.attributes.data_set }}\">{{ directive.content }}</div>");
        Assert.Equal("", site.Said());
        Assert.Equal("<div id=\"me\" class=\"wide\" title=\"a &amp; b\"><p><em>Text</em></p>\n</div>", site.Body());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{{ if site.address }}x{{ end }}")]
    public void A_file_template_that_draws_nothing_makes_no_file(string template) =>
        Assert.DoesNotContain("sub/t.txt", new TestSite().With("templates/files/sub/t.txt", template).Paths());

    [Fact]
    public void A_file_that_is_no_template_is_copied() =>
        Assert.Equal("{{ copied }}", new TestSite().With("templates/files/.well-known/a.webmanifest", "{{ copied }}").Output(".well-known/a.webmanifest"));
}
