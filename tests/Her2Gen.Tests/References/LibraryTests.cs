namespace Her2Gen.Tests.References;

/// <summary>A site's references, in one file or in several.</summary>
public sealed class LibraryTests
{
    private const string Cites = "## One {#one}\n\nText [@a; @b; @c; @pmid4].\n";

    [Fact]
    public void References_of_all_formats_are_cited_alike()
    {
        TestSite site = TestSite.WithBody(Cites)
            .With("content/references.json", """[{"id": "a", "type": "book", "title": "First"}]""")
            .With("content/references.bib", "@book{b, title = {The {Second}}}\n")
            .With("content/references.ris", "TY  - BOOK\nID  - c\nTI  - Third\nER  - \n")
            .With("content/references.nbib", "PMID- 4\nTI  - Fourth.\nTA  - J Made Up\n");
        Assert.Equal("", site.Said());
        string page = site.Output("index.html");
        Assert.All(["First", "The Second", "Third", "Fourth"], title => Assert.Contains(title, page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_is_told_at_its_place_in_its_file() => Assert.Equal(
        """
        content/article.md:21:7: error HG301 unknown-citation: no reference `a`
        content/article.md:21:11: error HG301 unknown-citation: no reference `b`
        content/article.md:21:15: error HG301 unknown-citation: no reference `c`
        content/article.md:21:19: error HG301 unknown-citation: no reference `pmid4`
        content/references.bib:2:10: error HG303 duplicate-reference: `k` stands already at content/references.json:1:9
        content/references.bib:3:7: warning HG302 uncited-reference: nothing cites `twin`
        content/references.bib:3:33: error HG303 duplicate-reference: `twin` and `k` have the same DOI 10.1000/X
        content/references.json:1:9: warning HG302 uncited-reference: nothing cites `k`
        content/references.nbib:2:7: warning HG302 uncited-reference: nothing cites `pmid5`
        """,
        TestSite.WithBody(Cites)
            .With("content/references.json", """[{"id": "k", "type": "book", "title": "First", "DOI": "10.1000/x"}]""")
            .With("content/references.bib", "\n@article{k, title = {Again}}\n@book{twin, title = {T}, doi = {doi:10.1000/X}}\n")
            .With("content/references.nbib", "\nPMID- 5\nTI  - T.\n").Said());

    [Fact]
    public void A_title_that_calls_itself_retracted_does_so_in_braces_too() => Assert.Equal(
        "content/references.bib:1:7: error HG333 retracted-work-cited: `a` calls itself retracted",
        TestSite.WithBody("## One {#one}\n\nText [@a].\n").With("content/references.bib", "@misc{a, title = {{RETRACTED}: {A} title}, year = 2001}\n").Said());

    [Fact]
    public void A_work_without_authors_is_named_by_its_title_in_plain_words() => Assert.Contains(
        "As Use of HER2 in vivo",
        TestSite.WithBody("## One {#one}\n\nAs @a says.\n").With("content/references.bib", "@misc{a, title = {Use of {HER2} \\emph{in vivo}}, year = 2001}\n").Output("index.html"),
        StringComparison.Ordinal);

    [Fact]
    public void The_whole_that_a_crossref_names_need_not_be_cited() => Assert.Equal(
        "",
        TestSite.WithBody("## One {#one}\n\nText [@part].\n").With("content/references.bib", "@inbook{part, title = {P}, crossref = {whole}}\n@book{whole, title = {W}, year = 2001}\n").Said());
}
