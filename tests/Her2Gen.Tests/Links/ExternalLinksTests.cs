using System.Text;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Links;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen.Tests.Links;

public sealed class ExternalLinksTests
{
    private static string Shown(IReadOnlyList<ExternalLink> links) => string.Join('\n', links.Select(link =>
        $"{link.Address}{(link.Doi is { } doi ? $" ({doi})" : "")} {string.Join(' ', link.Uses.Select(use => $"{use.Place}{(use.Fragment.Length > 0 ? "#" + use.Fragment : "")}"))}"));

    private static (string Links, string? Own, string Said) Of(params (string Path, string Html)[] pages)
    {
        DiagnosticBag diagnostics = new();
        FileTree files = new(pages.Select(page => KeyValuePair.Create(FilePath.Parse(page.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(page.Html))));
        string shown = Shown(ExternalLinks.Of(files, SourceMap.Empty, [], out string? own, diagnostics));
        return (shown, own, Saying.Of(diagnostics));
    }

    [Theory]
    [InlineData("<a href='https://a.example'>", "https://a.example/ a.html:1:10")]
    [InlineData("<a href=' HTTPS://A.Example/x '>", "https://a.example/x a.html:1:10")]
    [InlineData("<a href='//a.example/x'>", "https://a.example/x a.html:1:10")]
    [InlineData("<a href='http://a.example/?q=1&amp;r=ä#b'>", "http://a.example/?q=1&r=%C3%A4 a.html:1:10#b")]
    [InlineData("<a href='http://me:secret@a.example/'>", "http://a.example/ a.html:1:10")]
    [InlineData("<img src='https://a.example/i.png'>", "https://a.example/i.png a.html:1:11")]
    [InlineData("<a href='https://a.example/#b'><a href='https://a.example/#c'>", "https://a.example/ a.html:1:10#b a.html:1:41#c")]
    [InlineData("<a href='https://doi.org/10.1000/X'><a href='http://dx.doi.org/10.1000%2FX'>", "https://doi.org/10.1000/X (10.1000/X) a.html:1:10 a.html:1:46")]
    [InlineData("<a href='https://doi.org/the-identifier'>", "https://doi.org/the-identifier a.html:1:10")]
    [InlineData("<a href='b.html'><a href='#x'><a href='mailto:a@b.example'><a href='httpd.html'><template><a href='https://a.example/'></template>", "")]
    [InlineData("<link rel='type' href='https://schema.org/Article'><link rel='profile' href='https://a.example/'>", "")]
    [InlineData("<link rel='license' href='https://a.example/'>", "https://a.example/ a.html:1:27")]
    [InlineData("<link rel='preconnect' href='https://a.example/'><!-- <a href='https://a.example/'> -->", "")]
    public void The_addresses_of_a_page_are_those_that_lead_to_another_site(string html, string links) => Assert.Equal((links, null, ""), Of(("a.html", html)));

    [Fact]
    public void An_address_that_is_none_is_reported() => Assert.Equal(
        ("", null, "a.html:1:10: error HG405 url-malformed: `https://[::1` is not an address\n  = an address has a scheme, a host, and percent-escapes for what they cannot hold"),
        Of(("a.html", "<a href='https://[::1'>")));

    [Theory]
    [InlineData("<link rel='canonical' href='https://own.example/base/'>", "https://own.example/base/", "https://own.example/ index.html:1:65")]
    [InlineData("<link rel='canonical' href='https://own.example/'>     ", "https://own.example/", "")]
    [InlineData("                                                       ", null, "https://own.example/ index.html:1:65\nhttps://own.example/base/x index.html:1:96")]
    public void The_sites_own_address_is_not_outside(string head, string? own, string links) => Assert.Equal(
        (links, own, ""),
        Of(("index.html", head + "<a href='https://own.example/'><a href='https://own.example/base/x'>")));

    [Fact]
    public void A_built_site_shows_where_its_author_wrote_them_and_its_references_are_looked_at_cited_or_not()
    {
        FileTree sources = TestSite.WithBody("""
            ## One

            A [link](https://a.example/b#c) and a claim [@cited].
            """)
            .With("content/references.json", """
            [
              {"id": "cited", "type": "webpage", "title": "A", "URL": "https://a.example/cited"},
              {"id": "other", "type": "article-journal", "title": "B", "DOI": "10.1000/other", "PMID": "123"}
            ]
            """).Sources();
        DiagnosticBag diagnostics = new();
        Article? article = ArticleReader.Read(sources, diagnostics);
        Assert.NotNull(article);
        Site site = SiteBuilder.Build(article, new TemplateSet(sources.Under("templates/"), diagnostics), diagnostics);
        string shown = Shown(ExternalLinks.Of(site.Files, site.Sources, article.Library.Values, out _, diagnostics));
        Assert.Equal(
            """
            https://a.example/b content/article.md:21:3#c
            https://a.example/cited content/references.json:2:10
            https://creativecommons.org/licenses/by/4.0/ PAGES
            https://doi.org/10.1000/other (10.1000/other) content/references.json:3:10
            https://pubmed.ncbi.nlm.nih.gov/123/ content/references.json:3:10
            """,
            System.Text.RegularExpressions.Regex.Replace(shown, "(?<=by/4.0/ ).*", "PAGES"));
    }
}
