using System.Text;
using CsCheck;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>What a page says twice it says alike. A case is a page's head and body from line 2 on, and the downloads that describe it.</summary>
public sealed class AgreementCheckTests
{
    private const string Hint = "one of them is out of date: make both say the same";
    private const string Start = "<!DOCTYPE html><html lang='en-US'><title>T</title><meta name='description' content='D'>\n";
    private const string Heading = "<h1>A title</h1>";

    private const string BibTex = "@online{k,\n  author = {Doe, Jane and {A Group}},\n  title = {{A title}},\n  year = {2025},\n  month = jan,\n  day = {3},\n  language = {en-US},\n  doi = {10.1000/x},\n  url = {https://example.org/}\n}\n";
    private const string Ris = "TY  - ELEC\nAU  - Doe, Jane\nAU  - A Group\nTI  - A title\nDA  - 2025/01/03/\nLA  - en-US\nDO  - 10.1000/x\nUR  - https://example.org/\nER  - \n";
    private const string CslJson = """[{"id": "k", "title": "A title", "author": [{"family": "Doe", "given": "Jane"}, {"literal": "A Group"}], "issued": {"date-parts": [[2025, 1, 3]]}, "language": "en-US", "DOI": "10.1000/x", "URL": "https://example.org/"}]""";

    private const string Described = "<link rel=describedby href=cite/a.bib type=application/x-bibtex><link rel=describedby href=cite/a.ris type=application/x-research-info-systems>"
        + "<link rel='alternate describedby' href='/cite/a.csl.json' type='application/vnd.citationstyles.csl+json'>";

    private const string Whole = """
        <link rel=canonical href="https://example.org/"><link rel=license href="https://creativecommons.org/licenses/by/4.0/"><link rel=cite-as href="https://doi.org/10.1000/X">
        <meta name=citation_title content="A title"><meta name=citation_author content="Doe, Jane"><meta name=citation_author content="A Group">
        <meta name=citation_publication_date content=2025/01/03><meta name=citation_doi content=10.1000/x><meta name=citation_language content=en><meta name=citation_fulltext_html_url content="https://example.org/index.html">
        <meta property=og:title content="A  title"><meta name=twitter:title content="A title | Site"><meta property=og:site_name content=Site><meta property=og:locale content=en_US><meta property=og:url content="https://example.org/">
        <meta property=article:published_time content="2024-05-06T07:08:09Z"><meta property=article:modified_time content=2025-01-03>
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": ["MedicalScholarlyArticle"], "headline": "A title", "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "A Group"}],
        "datePublished": "2024-05-06", "dateModified": "2025-01-03", "inLanguage": "en-US", "license": {"@id": "http://creativecommons.org/licenses/by/4.0/deed.en"}, "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/x"}, "mainEntityOfPage": "https://example.org/"}]}</script>
        <script type="application/ld+json">[{"@context": "https://schema.org", "@type": "MedicalWebPage", "name": "A title", "url": "https://example.org/"}, {"@type": "Dataset", "name": "Other"}]</script>
        <h1>A
        <em>title</em></h1><p class="meta byline">By <span class=p-author><a href="https://orcid.org/0000-0002-1825-0097">Jane Doe</a></span> (a clinic) and <span class=p-author>A Group</span></p>
        <time class=dt-published datetime=2024-05-06>May</time><time class=dt-updated datetime=2025-01-03>January</time><a rel=license href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>
        """;

    private static string Said(string html, string bibTex = BibTex, string ris = Ris, string cslJson = CslJson)
    {
        FileTree files = new(
            from file in new[] { ("index.html", Start + html), ("cite/a.bib", bibTex), ("cite/a.ris", ris), ("cite/a.csl.json", cslJson) }
            select KeyValuePair.Create(FilePath.Parse(file.Item1), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Item2)));
        DiagnosticBag diagnostics = new();
        SiteChecker.Check(files, SourceMap.Empty, SiteAddress.Unknown, diagnostics);
        IEnumerable<Diagnostic> said = diagnostics.Sorted().Where(diagnostic => diagnostic.Rule.Id is not ("HG503" or "HG521" or "HG419"));
        Assert.All(said, diagnostic => Assert.Equal(diagnostic.Rule.Id == "HG511" ? Hint : null, diagnostic.Hint));
        return string.Join('\n', said.Select(diagnostic => diagnostic.ToString().Replace("error HG511 metadata-disagreement: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_page_that_says_all_and_says_it_alike_is_sound() => Assert.Equal("", Said(Described + Whole));

    [Theory]
    [InlineData("<meta name=citation_title content='Another title'>" + Heading, "index.html:2:1: `citation_title` says `Another title`, and the h1 `A title`")]
    [InlineData(Heading + "<meta property=og:title content='A titel'>", "index.html:2:17: `og:title` says `A titel`, and the h1 `A title`")]
    [InlineData(Heading + "<meta name=twitter:title content='Site'><meta property=og:site_name content=Site>", "index.html:2:17: `twitter:title` says `Site`, and the h1 `A title`")]
    [InlineData(Heading + "<script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"B\"}</script>", "index.html:2:83: `headline` says `B`, and the h1 `A title`")]
    [InlineData(Heading + "<script type=application/ld+json>{\"name\": \"B\",\n \"@type\": \"WebPage\"}</script>", "index.html:2:59: `name` of WebPage says `B`, and the h1 `A title`")]
    [InlineData("<meta name=citation_author content='Doe, Jane'><p class=byline>By John Doe</p>", "index.html:2:48: the byline says `By John Doe`, and `citation_author` names `Doe, Jane`")]
    [InlineData("<meta name=citation_author content='Doe, Jane'><p class=byline><b class=p-author>Jane Doe</b>, <b class=p-author>Ann Roe</b></p>", "index.html:2:1: `citation_author` says `Doe, Jane`, and the byline `Jane Doe; Ann Roe`")]
    [InlineData("<meta name=citation_author content='Doe, Jane'><script type=application/ld+json>{\"@type\": \"Article\", \"author\": {\"name\": \"J Doe\"}}</script>", "index.html:2:112: `author` says `J Doe`, and `citation_author` `Doe, Jane`")]
    [InlineData("<time class=dt-published datetime=2025-01-03></time><meta property=article:published_time content=2025-01-04>", "index.html:2:53: `article:published_time` says `2025-01-04`, and the date of publication `2025-01-03`")]
    [InlineData("<time itemprop=dateModified datetime=2025-01-03></time><script type=application/ld+json>{\"@type\": \"Article\", \"dateModified\": \"2025-01\"},</script>", "index.html:2:136: error HG512 structured-data-syntax: not JSON: `,` is invalid after a single JSON value")]
    [InlineData("<time itemprop=dateModified datetime=2025-01-03></time><script type=application/ld+json>{\"@type\": \"Article\", \"dateModified\": \"2025-02\"}</script>", "index.html:2:126: `dateModified` of Article says `2025-02`, and the date of the edition `2025-01-03`")]
    [InlineData("<meta name=citation_publication_date content=2025/01/04><time class=dt-published datetime=2024-01-03></time><time class=dt-updated datetime=2025-01-03></time>", "index.html:2:1: `citation_publication_date` says `2025/01/04`, and the date of the edition `2025-01-03`")]
    [InlineData("<meta name=citation_doi content=10.1000/x><link rel=cite-as href='https://doi.org/10.1000/y'>", "index.html:2:43: `cite-as` says `https://doi.org/10.1000/y`, and `citation_doi` `10.1000/x`")]
    [InlineData("<meta name=citation_language content=de>", "index.html:2:1: `citation_language` says `de`, and `lang` `en-US`")]
    [InlineData("<meta property=og:locale content=en_GB>", "index.html:2:1: `og:locale` says `en_GB`, and `lang` `en-US`")]
    [InlineData("<link rel=license href='https://creativecommons.org/licenses/by/4.0/'><a rel=license href='https://creativecommons.org/licenses/by-nc/4.0/'>CC</a>", "index.html:2:71: the license shown says `https://creativecommons.org/licenses/by-nc/4.0/`, and `rel=license` in the head `https://creativecommons.org/licenses/by/4.0/`")]
    [InlineData("<meta property=og:url content='https://example.org/b'><link rel=canonical href='https://example.org/a'>", "index.html:2:1: `og:url` says `https://example.org/b`, and `canonical` `https://example.org/a`")]
    public void What_the_page_says_twice_must_agree(string html, string said) => Assert.Equal(said, Said(html));

    [Theory]
    [InlineData("title = {{A title}}", "title = {{A titel}}", "cite/a.bib:3:12: `title` of cite/a.bib says `A titel`, and the h1 `A title`")]
    [InlineData("author = {Doe, Jane and {A Group}}", "author = {Doe, Jane}", "cite/a.bib:2:13: `author` of cite/a.bib says `Jane Doe`, and the byline `Jane Doe; A Group`")]
    [InlineData("day = {3}", "day = {4}", "cite/a.bib:4:11: `date` of cite/a.bib says `2025-01-04`, and `citation_publication_date` `2025/01/03`")]
    [InlineData("doi = {10.1000/x}", "doi = {10.1000/y}", "cite/a.bib:8:10: `doi` of cite/a.bib says `10.1000/y`, and `citation_doi` `10.1000/x`")]
    [InlineData("language = {en-US}", "language = {de}", "cite/a.bib:7:15: `language` of cite/a.bib says `de`, and `lang` `en-US`")]
    [InlineData("url = {https://example.org/}", "url = \"https://example.org/b\"", "cite/a.bib:9:10: `url` of cite/a.bib says `https://example.org/b`, and `canonical` `https://example.org/`")]
    public void A_BibTeX_file_agrees_with_the_page_it_describes(string right, string wrong, string said)
    {
        Assert.Contains(right, BibTex, StringComparison.Ordinal);
        Assert.Equal(said, Said(Described + Whole, bibTex: BibTex.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("TI  - A title", "TI  - A titel", "cite/a.ris:4:7: `TI` of cite/a.ris says `A titel`, and the h1 `A title`")]
    [InlineData("AU  - A Group", "AU  - B Group", "cite/a.ris:2:7: `AU` of cite/a.ris says `Doe, Jane; B Group`, and the byline `Jane Doe; A Group`")]
    [InlineData("2025/01/03/", "2024/05/06/", "cite/a.ris:5:7: `DA` of cite/a.ris says `2024/05/06/`, and `citation_publication_date` `2025/01/03`")]
    [InlineData("DO  - 10.1000/x", "DO  - 10.1000/y", "cite/a.ris:7:7: `DO` of cite/a.ris says `10.1000/y`, and `citation_doi` `10.1000/x`")]
    public void A_RIS_file_agrees_with_the_page_it_describes(string right, string wrong, string said)
    {
        Assert.Contains(right, Ris, StringComparison.Ordinal);
        Assert.Equal(said, Said(Described + Whole, ris: Ris.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"A title\"", "\"A titel\"", "cite/a.csl.json:1:23: `title` of cite/a.csl.json says `A titel`, and the h1 `A title`")]
    [InlineData("[[2025, 1, 3]]", "[[2024]]", "cite/a.csl.json:1:116: `issued` of cite/a.csl.json says `2024`, and `citation_publication_date` `2025/01/03`")]
    [InlineData("\"Jane\"", "\"Ann\"", "cite/a.csl.json:1:44: `author` of cite/a.csl.json says `Ann Doe; A Group`, and the byline `Jane Doe; A Group`")]
    [InlineData("}]", "}", "cite/a.csl.json:1:219: error HG512 structured-data-syntax: not JSON: expected depth to be zero at the end of the JSON payload")]
    public void A_CSL_JSON_file_agrees_with_the_page_it_describes(string right, string wrong, string said)
    {
        int at = CslJson.LastIndexOf(right, StringComparison.Ordinal);
        Assert.Equal(said, Said(Described + Whole, cslJson: CslJson[..at] + wrong + CslJson[(at + right.Length)..]));
    }

    [Theory]
    [InlineData("<script type=application/ld+json>{\n\"ü\": 1,}</script>", "3:8: error HG512 structured-data-syntax: not JSON: the JSON object contains a trailing comma at the end which is not supported in this mode")]
    [InlineData("<script type=' Application/LD+JSON '> </script>", "2:39: error HG512 structured-data-syntax: not JSON: the input does not contain any JSON tokens")]
    [InlineData("<script type=application/ld+json>[\"a\", \"\\ud800\"]</script>", "2:40: error HG512 structured-data-syntax: not JSON: half a surrogate pair")]
    [InlineData("<script type=application/ld+json>{\"\\ud800\": 1}</script>", "2:35: error HG512 structured-data-syntax: not JSON: half a surrogate pair")]
    [InlineData("<p><script type=\"application/ld+json\">&quot;</script>", "2:39: error HG512 structured-data-syntax: not JSON: `&` is an invalid start of a value")]
    public void Structured_data_is_JSON(string html, string said) => Assert.Equal("index.html:" + said, Said(html));

    [Theory]
    [InlineData(Heading)]
    [InlineData("<meta name=citation_title content='Another title'><h1>One</h1><h1>Two</h1>")]
    [InlineData("<meta property=og:title content='A title – Site'><meta property=og:site_name content=Site>" + Heading)]
    [InlineData("<script>{not JSON</script><script type=module>{</script><script type=text/template>{</script><template><script type=application/ld+json>{</script></template>")]
    [InlineData(Heading + "<script type=application/ld+json>[{\"@type\": \"NewsArticle\", \"headline\": \"One\"}, {\"@type\": \"NewsArticle\", \"headline\": \"Two\"}]</script>")]
    [InlineData(Heading + "<script type=application/ld+json>{\"@type\": \"Dataset\", \"name\": \"Other\"}</script><script type=application/ld+json>[1, \"a\", null]</script>")]
    [InlineData(Heading + "<script type=application/ld+json>{\"@type\": \"Article\", \"headline\": 1, \"author\": [{\"name\": 1}], \"license\": [1], \"identifier\": [{}, 1, \"x\"]}</script>")]
    [InlineData("<meta name=citation_author content='Doe, Jane'><p class=byline>By Jane Doe, MD</p>")]
    [InlineData("<meta name=citation_author content='A Group, Inc.'><p class=byline>A Group, Inc.</p>")]
    [InlineData("<meta name=citation_author content='Doe, Jane'><p class=byline>A</p><p class=byline>B</p>")]
    [InlineData("<meta name=citation_publication_date content=2025><time class=dt-published datetime=2025-01-03></time>")]
    [InlineData("<meta name=citation_publication_date content=2025/01/03><time datetime=1999-01-01></time>")]
    [InlineData("<meta name=citation_language content=eng>")]
    [InlineData("<link rel=license href='https://creativecommons.org/licenses/by/4.0/'><a rel=license href='https://creativecommons.org/licenses/by-nc/4.0/'>CC</a><a rel=license href='http://creativecommons.org/licenses/by/4.0/legalcode'>CC</a>")]
    [InlineData("<link rel=canonical href='https://example.org/'><meta property=og:url content='https://example.org/#top'>")]
    public void A_page_that_does_not_say_a_thing_does_not_say_it_wrongly(string html) => Assert.Equal("", Said(html));

    [Theory]
    [InlineData("", "")]
    [InlineData("not BibTeX", "not RIS")]
    [InlineData("@online{k, title = {{Other}}", "TI  - Other")]
    [InlineData("@online{a, title = {Other}}\n@online{b, title = {Another}}", "TY  - GEN\nTI  - Other\nER  - \nTY  - GEN\nTI  - Another\nER  - ")]
    [InlineData("@online{a, title = {Caf\\'e}, author = {Andr\\'e and others}}", "TY  - GEN\nER  - ")]
    public void A_download_that_is_no_single_record_says_nothing(string bibTex, string ris) =>
        Assert.Equal("", Said(Described + Whole, bibTex, ris, "[]"));

    [Fact]
    public void Any_download_and_any_block_gives_findings_and_never_an_exception()
    {
        string[] pieces = ["{", "}", "\"", "[", "]", ":", ",", "=", "@", "\\", "\\u", "title", "author", "@type", "Article", "TY  - ", "AU  -", "\n", "and", "--", "\"author\":", "\"\\ud800\"", "{\"name\":1}"];
        Gen.Select(Texts.Damaged(BibTex, pieces), Texts.Damaged(Ris, pieces), Texts.Damaged(CslJson, pieces), Texts.Of(pieces)).Sample(
            (bibTex, ris, cslJson, block) =>
            {
                FileTree files = new(
                    from file in new[] { ("index.html", Start + Described + Whole + $"<script type=application/ld+json>{block}</script>"), ("cite/a.bib", bibTex), ("cite/a.ris", ris), ("cite/a.csl.json", cslJson) }
                    select KeyValuePair.Create(FilePath.Parse(file.Item1), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Item2)));
                DiagnosticBag diagnostics = new();
                SiteChecker.Check(files, SourceMap.Empty, SiteAddress.Unknown, diagnostics);
                Assert.NotNull(diagnostics.Sorted());
            },
            iter: 2000);
    }
}
