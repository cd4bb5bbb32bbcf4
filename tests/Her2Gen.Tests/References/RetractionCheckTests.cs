namespace Her2Gen.Tests.References;

/// <summary>The works that an article of 2025-01-03 cites, and what a list in Retraction Watch's columns says of them.</summary>
public sealed class RetractionCheckTests
{
    private const string Header = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n";

    private const string Library = """
        [
          {"id": "a", "type": "article-journal", "title": "Work", "DOI": "10.1000/A", "PMID": "11"},
          {"id": "n", "type": "article-journal", "title": "Notice", "DOI": "10.1000/n"}
        ]
        """;

    private static string Row(string date, string nature, string original = "10.1000/a", string notice = "10.1000/other", string pmid = "0", string reason = "") =>
        $"1,T,S,I,J,P,C,A,,Article,{date},{notice},0,1/1/2010 0:00,{original},{pmid},{nature},{reason},No,\n";

    private static string Said(string csv, string body = "Text [@a], text [@n].", string library = Library, string file = "2024-12-01.csv") =>
        TestSite.WithBody($"\n{body}\n").With("content/references.json", library).With($"content/retractions/{file}", csv).Said();

    public static TheoryData<string, string> Lists => new()
    {
        { Row("2/28/2020 0:00", "Retraction", "10.1000/zzz"), "" },
        { Row("2/28/2020 0:00", "Retraction"), "content/references.json:2:10: error HG333 retracted-work-cited: `a` was retracted on 2020-02-28" },
        { Row("2/28/2020 0:00", "Retraction", "unavailable", pmid: "11", reason: "+Duplication of Image;+Error in Data;"), "content/references.json:2:10: error HG333 retracted-work-cited: `a` was retracted on 2020-02-28: duplication of image, error in data" },
        { Row("2/28/2020", "Retraction") + Row("2021-01-02", "Reinstatement"), "" },
        { Row("2021-01-02", "Reinstatement") + Row("2021-01-03", "Retraction"), "content/references.json:2:10: error HG333 retracted-work-cited: `a` was retracted on 2021-01-03" },
        { Row("2/28/2020", "Correction"), "content/references.json:2:10: warning HG334 corrected-work-cited: `a` has a correction of 2020-02-28" },
        { Row("2/28/2020", "Expression of concern"), "content/references.json:2:10: warning HG334 corrected-work-cited: `a` has an expression of concern of 2020-02-28" },
        { Row("2/28/2020", "Retraction", "10.1000/absent", "10.1000/n"), "content/references.json:3:10: warning HG334 corrected-work-cited: `n` is a retraction, and is cited without the work that it speaks of" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_list_speaks_of_works_and_of_notices(string rows, string said) => Assert.Equal(said, Said(Header + rows));

    [Fact]
    public void A_notice_that_is_cited_beside_its_work_is_in_its_place()
    {
        string rows = Header + Row("2/28/2020", "Correction", notice: "10.1000/n");
        const string Work = "content/references.json:2:10: warning HG334 corrected-work-cited: `a` has a correction of 2020-02-28";
        Assert.Equal(Work, Said(rows, "Text [@a; @n]."));
        Assert.Equal(Work + "\ncontent/references.json:3:10: warning HG334 corrected-work-cited: `n` is a correction, and is cited without the work that it speaks of", Said(rows));
    }

    [Theory]
    [InlineData("\"title\": \"Retracted: Work\"")]
    [InlineData("\"title\": \"RETRACTED ARTICLE: Work\"")]
    [InlineData("\"title\": \"Work\", \"status\": \"retracted\"")]
    public void A_work_that_calls_itself_retracted_needs_no_list(string fields) => Assert.Equal(
        "content/references.json:1:9: error HG333 retracted-work-cited: `a` calls itself retracted",
        TestSite.WithBody("\nText [@a].\n").With("content/references.json", $"[{{\"id\": \"a\", \"type\": \"article-journal\", {fields}}}]").Said());

    [Fact]
    public void The_newest_list_counts_and_one_that_is_old_is_told()
    {
        string old = Header + Row("2/28/2020", "Retraction");
        Assert.StartsWith("content/retractions/2023-12-01.csv:1:1: warning HG335 retractions-stale: the list of retractions is of 2023-12-01, and the article of 2025-01-03", Said(Header, file: "2023-12-01.csv"));
        Assert.Equal("", TestSite.WithBody("\nText [@a], text [@n].\n").With("content/references.json", Library).With("content/retractions/2020-12-01.csv", old).With("content/retractions/2024-12-01.csv", Header).Said());
    }

    [Theory]
    [InlineData("A,B\n1,2\n", "1:1: error HG315 data-column: no column `OriginalPaperDOI`")]
    [InlineData("short row\n", "2:1: error HG314 data-syntax: the row has 1 cells, and the table 20 columns")]
    public void A_malformed_list_is_told(string text, string said) =>
        Assert.Contains($"content/retractions/2024-12-01.csv:{said}", Said(text.Contains("A,B", StringComparison.Ordinal) ? text : Header + text).Split('\n'));

    [Fact]
    public void A_malformed_cell_is_told_at_its_place()
    {
        Assert.Equal("content/retractions/2024-12-01.csv:2:26: error HG316 data-value: `30/2/2020` is not a date", Said(Header + Row("30/2/2020", "Retraction")));
        Assert.Equal("content/retractions/2024-12-01.csv:2:78: error HG316 data-value: `Retracted` is no nature of a notice", Said(Header + Row("2/28/2020", "Retracted")));
        Assert.Contains("error HG316 data-value: `doi:10.1` is not a DOI", Said(Header + Row("2/28/2020", "Retraction", "doi:10.1")), StringComparison.Ordinal);
        Assert.Contains("error HG316 data-value: `x1` is not a PMID", Said(Header + Row("2/28/2020", "Retraction", pmid: "x1")), StringComparison.Ordinal);
        Assert.Equal("content/retractions/newest.csv:1:1: error HG112 file-name: a list of retractions is named by the day it is of", Said(Header, file: "newest.csv"));
    }
}
