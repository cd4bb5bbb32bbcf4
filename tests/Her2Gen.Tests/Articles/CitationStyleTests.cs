using Her2Gen.Articles;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Articles;

/// <summary>Which style a site's references are set in.</summary>
public sealed class CitationStyleTests
{
    private const string Library = """
        [{"id": "a", "type": "article-journal", "title": "A <i>title</i> & more", "container-title": "J", "author": [{"family": "Doe", "given": "Jane"}],
          "issued": {"date-parts": [[2001]]}, "volume": "3", "page": "10-12", "DOI": "10.1000/a", "PMID": "123"}]
        """;

    private const string Style = """
        <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <citation><layout><text variable="citation-number"/></layout></citation>
        <bibliography><layout suffix="."><text variable="citation-number"/><text variable="title" prefix=" "/></layout></bibliography>
        </style>
        """;

    private static TestSite Cited(string settings) => TestSite.WithBody("## One {#one}\n\nText [@a].\n").With("content/references.json", Library).With("content/site.yml", TestSite.Settings + settings);

    [Theory]
    [InlineData("", "Doe J. A <i>title</i> &#38; more. J. 2001;3:10–2. doi:<a href=\"https://doi.org/10.1000/a\">10.1000/a</a> PubMed PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/123/\">123</a>.")]
    [InlineData("citation-style: american-medical-association\n", "Doe J. A <i>title</i> &#38; more. <i>J</i>. 2001;3:10-12. doi:<a href=\"https://doi.org/10.1000/a\">10.1000/a</a> PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/123/\">123</a>.")]
    [InlineData("citation-style: own.csl\n", "A <i>title</i> &#38; more. doi: <a href=\"https://doi.org/10.1000/a\">10.1000/a</a>. PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/123/\">123</a>.")]
    public void An_entry_is_set_in_the_style_that_the_site_names_and_its_identifiers_are_links(string settings, string expected)
    {
        TestSite site = Cited(settings).With("content/own.csl", Style);
        Assert.Equal("", site.Said());
        string page = site.Output("index.html");
        int start = page.IndexOf("<li id=\"ref-a\">", StringComparison.Ordinal) + "<li id=\"ref-a\">".Length;
        string entry = page[start..page.IndexOf(" <a class=\"back\"", start, StringComparison.Ordinal)];
        Assert.Equal(expected, string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("nlm-citation-sequense", "content/site.yml:5:17: error HG327 style-unreadable: no citation style `nlm-citation-sequense`\n  = did you mean `nlm-citation-sequence`?")]
    [InlineData("apa", "content/site.yml:5:17: error HG327 style-unreadable: no citation style `apa`\n  = there are `american-medical-association`, `nlm-citation-sequence`; or name a `.csl` file below `content/`")]
    [InlineData("styles/x.csl", "content/site.yml:5:17: error HG327 style-unreadable: there is no `content/styles/x.csl`\n  = there are `american-medical-association`, `nlm-citation-sequence`; or name a `.csl` file below `content/`")]
    [InlineData("broken.csl", "content/broken.csl:2:1: error HG327 style-unreadable: `citation` has no `layout`")]
    public void A_style_that_is_not_there_or_cannot_be_read_is_an_error(string name, string said)
    {
        TestSite site = Cited($"citation-style: {name}\n").With("content/broken.csl", "<style xmlns=\"http://purl.org/net/xbiblio/csl\">\n<citation/></style>");
        DiagnosticBag diagnostics = new();
        ArticleReader.Read(site.Sources(), diagnostics);
        Assert.Equal(said, Saying.Of(diagnostics));
    }
}
