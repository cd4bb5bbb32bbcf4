using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Her2Gen.Tests.Pages;

/// <summary>What the head of a page tells machines, of a site with and without an address, a DOI and data.</summary>
public sealed class HeadTests
{
    private const string Authors = """
        authors:
          - {family: Doe, given: Jane, orcid: 0000-0002-1825-0097, affiliations: [clinic], roles: [conceptualization, writing-original-draft], corresponding: true, email: jane@example.org, competing-interests: none}
          - {collective: "The A Group", competing-interests: "Shares in <b>.", roles: [software]}
          - {family: Roe, given: Ann, competing-interests: none}
        affiliations: [{id: clinic, name: A clinic, ror: 03yrm5c26}]

        """;

    private static readonly string Front = TestSite.FrontMatter
        .Replace("authors: [{collective: Nobody}]\n", Authors, StringComparison.Ordinal)
        .Replace("\ndate: 2025-01-03", "\ndate: 2026-04-05", StringComparison.Ordinal)
        .Replace("competing-interests: none\nreview", "competing-interests: One group declares shares.\nreview", StringComparison.Ordinal)
        .Replace("whats-new: none", "whats-new: A trial was added.", StringComparison.Ordinal)
        .Replace("lang: en", "lang: en-GB", StringComparison.Ordinal);

    private static TestSite Bare => new TestSite().With("content/article.md", Front);

    private static TestSite Full => Bare
        .With("content/site.yml", TestSite.Settings + "address: https://example.org/review/\n")
        .With("content/article.md", Front.Replace("licence: ", "doi: 10.1000/a_b\nlicence: ", StringComparison.Ordinal))
        .With("content/data/trials.csv", "id,a\nx,1\n")
        .With("content/pages/other.md", "---\ntitle: Other\nsummary: Another page.\n---\n\nText.\n");

    private static IHtmlDocument Page(TestSite site, string path = "index.html")
    {
        Assert.Equal("", site.Said());
        return new HtmlParser().ParseDocument(site.Output(path));
    }

    private static string Metas(IHtmlDocument page, string prefix) => string.Join('\n',
        from meta in page.QuerySelectorAll("meta")
        let name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? ""
        where name.StartsWith(prefix, StringComparison.Ordinal)
        select $"{name}: {meta.GetAttribute("content")}");

    private static string Links(IHtmlDocument page) => string.Join('\n',
        from link in page.QuerySelectorAll("head link")
        where link.GetAttribute("rel") is not ("stylesheet" or "icon")
        select string.Join(' ', new[] { link.GetAttribute("rel"), link.GetAttribute("href"), link.GetAttribute("type") }.OfType<string>()));

    private static JsonElement Block(IHtmlDocument page, string type) => Assert.Single(Blocks(page), block => block.GetProperty("@type").GetString() == type);

    private static JsonElement[] Blocks(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement)];

    [Fact]
    public void Highwire_tags_name_the_article() => Assert.Equal(
        """
        citation_title: A title
        citation_author: Doe, Jane
        citation_author_institution: A clinic
        citation_author_orcid: https://orcid.org/0000-0002-1825-0097
        citation_author: The A Group
        citation_author: Roe, Ann
        citation_publication_date: 2026/04/05
        citation_publisher: Nobody
        citation_language: en-GB
        citation_keywords: one
        citation_keywords: two
        citation_doi: 10.1000/a_b
        citation_fulltext_html_url: https://example.org/review/
        """,
        Metas(Page(Full), "citation_"));

    [Fact]
    public void Open_Graph_and_Twitter_tags_are_on_every_page()
    {
        Assert.Equal(
            """
            og:title: A title
            og:type: article
            og:site_name: Test
            og:description: A summary.
            og:locale: en_GB
            og:url: https://example.org/review/
            """,
            Metas(Page(Full), "og:"));
        Assert.Equal("article:published_time: 2025-01-03\narticle:modified_time: 2026-04-05", Metas(Page(Full), "article:"));
        Assert.Equal("og:title: Other\nog:type: website\nog:site_name: Test\nog:description: Another page.\nog:url: https://example.org/review/other.html", Metas(Page(Full, "other.html"), "og:"));
        Assert.Equal("twitter:card: summary\ntwitter:title: Other\ntwitter:description: Another page.", Metas(Page(Full, "other.html"), "twitter:"));
    }

    [Fact]
    public void The_link_relations_lead_to_licence_authors_record_and_data()
    {
        string data = Assert.Single(Full.Paths(), path => path.EndsWith(".csv", StringComparison.Ordinal));
        Assert.Equal(
            $"""
            canonical https://example.org/review/
            license https://creativecommons.org/licenses/by/4.0/
            author https://orcid.org/0000-0002-1825-0097
            cite-as https://doi.org/10.1000/a_b
            type https://schema.org/MedicalScholarlyArticle
            describedby cite/article.bib application/x-bibtex
            describedby cite/article.ris application/x-research-info-systems
            describedby cite/article.csl.json application/vnd.citationstyles.csl+json
            item {data} text/csv
            """,
            Links(Page(Full)));
    }

    [Theory]
    [InlineData("other.html")]
    [InlineData("404.html")]
    public void Only_the_article_is_an_article(string path)
    {
        IHtmlDocument page = Page(Full, path);
        Assert.Equal(("", "", 0), (Metas(page, "citation_"), Metas(page, "article:"), Blocks(page).Length));
        Assert.DoesNotContain("describedby", Links(page), StringComparison.Ordinal);
        if (path == "404.html") Assert.Equal("", Metas(page, "og:") + Metas(page, "twitter:"));
    }

    [Fact]
    public void Without_an_address_nothing_is_absolute_but_what_lies_elsewhere()
    {
        IHtmlDocument page = Page(Bare);
        Assert.DoesNotContain("url", Metas(page, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("cite-as", Links(page), StringComparison.Ordinal);
        Assert.Equal(2, Blocks(page).Length);
        Assert.All(Blocks(page), block => Assert.False(block.TryGetProperty("url", out _)));
        Assert.DoesNotContain("URL", Bare.Output("cite/article.csl.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_cited_where_there_is_no_DOI()
    {
        TestSite site = Bare.With("content/site.yml", TestSite.Settings + "address: https://example.org/review/\n");
        Assert.Contains("cite-as https://example.org/review/", Links(Page(site)), StringComparison.Ordinal);
        Assert.Contains("UR  - https://example.org/review/\n", site.Output("cite/article.ris"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_is_shown_beside_links_to_a_site_that_has_an_address()
    {
        const string Card = "card: figures/card.png\ncard-alt: A ring.\n";
        // The head of a PNG of 7 by 5 pixels.
        byte[] png = [0x89, .. "PNG\r\n\u001A\n\0\0\0\rIHDR\0\0\0\u0007\0\0\0\u0005"u8];
        TestSite site = Full.With("content/site.yml", TestSite.Settings + Card + "address: https://example.org/review/\n").With("content/figures/card.png", png);
        IHtmlDocument page = Page(site, "other.html");
        string address = Assert.Single(page.QuerySelectorAll("meta[property='og:image']")).GetAttribute("content") ?? "";
        Assert.Matches("^https://example.org/review/assets/figures/card\\.[0-9a-f]{10}\\.png$", address);
        Assert.Contains("og:image:type: image/png\nog:image:width: 7\nog:image:height: 5\nog:image:alt: A ring.", Metas(page, "og:"), StringComparison.Ordinal);
        Assert.Contains($"twitter:card: summary_large_image\ntwitter:image: {address}\ntwitter:image:alt: A ring.", Metas(page, "twitter:"), StringComparison.Ordinal);
        Assert.Equal(address, Block(Page(site), "MedicalScholarlyArticle").GetProperty("image").GetString());
        Assert.DoesNotContain("image", Metas(Page(Bare.With("content/site.yml", TestSite.Settings + Card).With("content/figures/card.png", png)), ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("card: figures/cart.png\ncard-alt: A ring.\n", "content/site.yml:5:7: error HG401 link-target-missing: there is no `content/figures/cart.png`")]
    [InlineData("card: figures/card.svg\ncard-alt: A ring.\n", "content/site.yml:5:7: error HG324 image-unreadable: `figures/card.svg` is no PNG or JPEG")]
    [InlineData("card: figures/card.png\ncard-alt: A ring.\n", "content/site.yml:5:7: error HG324 image-unreadable: `figures/card.png` is no PNG or JPEG")]
    [InlineData("card: figures/ring.jpg\n", "content/site.yml:5:7: error HG504 image-alt-missing: a card without `card-alt`")]
    public void A_card_is_a_picture_that_others_can_show(string card, string said) => Assert.Equal(said, new TestSite()
        .With("content/site.yml", TestSite.Settings + card)
        .With("content/figures/card.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")
        .With("content/figures/card.png", "text")
        .With("content/figures/ring.jpg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 5, 0, 7, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        .Said());

    [Fact]
    public void The_article_is_told_in_the_words_of_schema_org() => Assert.Equal(
        """
        {"@context":"https://schema.org","@type":"MedicalScholarlyArticle","url":"https://example.org/review/","description":"A summary.","inLanguage":"en-GB","datePublished":"2025-01-03","dateModified":"2026-04-05","publisher":{"@type":"Organization","name":"Nobody"},"license":"https://creativecommons.org/licenses/by/4.0/","isAccessibleForFree":true,"keywords":["one","two"],"headline":"A title","author":[{"@type":"Person","@id":"https://orcid.org/0000-0002-1825-0097","name":"Jane Doe","familyName":"Doe","givenName":"Jane","identifier":"https://orcid.org/0000-0002-1825-0097","affiliation":[{"@type":"Organization","@id":"https://ror.org/03yrm5c26","name":"A clinic","identifier":"https://ror.org/03yrm5c26"}]},{"@type":"Organization","name":"The A Group"},{"@type":"Person","name":"Ann Roe","familyName":"Roe","givenName":"Ann"}],"version":"2026-04-05","creativeWorkStatus":"Not reviewed","identifier":{"@type":"PropertyValue","propertyID":"DOI","value":"10.1000/a_b","url":"https://doi.org/10.1000/a_b"},"sameAs":"https://doi.org/10.1000/a_b","mainEntityOfPage":"https://example.org/review/"}
        """,
        Block(Page(Full), "MedicalScholarlyArticle").GetRawText());

    [Fact]
    public void The_page_and_its_data_are_told_too()
    {
        JsonElement page = Block(Page(Full), "MedicalWebPage");
        Assert.Equal(("A title", "Test"), (page.GetProperty("name").GetString(), page.GetProperty("isPartOf").GetProperty("name").GetString()));
        Assert.Equal(["one", "two"], page.GetProperty("about").EnumerateArray().Select(about => about.GetProperty("name").GetString()));
        JsonElement file = Assert.Single(Block(Page(Full), "Dataset").GetProperty("distribution").EnumerateArray());
        Assert.Matches("^https://example.org/review/assets/data/trials\\.[0-9a-f]{10}\\.csv$", file.GetProperty("contentUrl").GetString());
        Assert.DoesNotContain("contentUrl", Bare.With("content/data/trials.csv", "id,a\nx,1\n").Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_has_reviewed_what_is_not_reviewed_and_nothing_is_null()
    {
        string head = string.Concat(Blocks(Page(Full)).Select(block => block.GetRawText()));
        Assert.DoesNotMatch("reviewedBy|lastReviewed|null|\"\"|\\[\\]", head);
    }

    [Fact]
    public void Readers_see_what_is_new_who_did_what_and_whom_to_write_to()
    {
        IHtmlDocument page = Page(Full);
        string Text(string selector) => string.Join(' ', page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim()));
        Assert.Equal("Jane Doe (A clinic), The A Group and Ann Roe", Text(".byline"));
        Assert.Equal("What is new in this edition A trial was added.", Text("section.new > *"));
        Assert.Equal(["https://orcid.org/0000-0002-1825-0097", "https://ror.org/03yrm5c26"], page.QuerySelectorAll(".byline a").Select(a => a.GetAttribute("href")));
        Assert.Contains(
            "Competing interests One group declares shares. Jane Doe and Ann Roe: none declared. The A Group: Shares in <b>. Availability of data No data are offered. "
            + "Contributions Jane Doe: Conceptualization; Writing – original draft. The A Group: Software. Correspondence Jane Doe, jane@example.org",
            Text(".statements dt, .statements dd"), StringComparison.Ordinal);
        Assert.Equal("mailto:jane@example.org", page.QuerySelector(".statements a[href^='mailto:']")?.GetAttribute("href"));
    }

    [Fact]
    public void A_directive_draws_how_to_cite_the_article_on_any_page()
    {
        TestSite site = Full.With("content/pages/cite.md", "---\ntitle: Citing\nsummary: How to cite.\n---\n\n::: cite\nThank you.\n:::\n");
        IElement section = Assert.Single(Page(site, "cite.html").QuerySelectorAll("section.cite"));
        Assert.StartsWith("Doe J, The A Group, Roe A. A title. Nobody; 2026. Edition of 5 April 2026. doi: 10.1000/a_b.", string.Join(' ', section.QuerySelector("p")?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []));
        Assert.Equal(["cite/article.bib", "cite/article.ris", "cite/article.csl.json"], section.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")));
        Assert.Equal(site.Output("cite/article.bib"), section.QuerySelector("pre")?.TextContent);
        Assert.Equal(section.QuerySelector("pre")?.Id, section.QuerySelector("[data-copy]")?.GetAttribute("data-copy"));
        Assert.Contains("Thank you.", section.TextContent, StringComparison.Ordinal);
    }
}
