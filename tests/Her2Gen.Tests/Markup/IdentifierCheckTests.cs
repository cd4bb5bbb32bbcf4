namespace Her2Gen.Tests.Markup;

/// <summary>Identifiers in a text: their form, and whether they are those of what is cited beside them.</summary>
public sealed class IdentifierCheckTests
{
    private const string Library = """
        [
          {"id": "a", "type": "article-journal", "title": "A", "DOI": "10.1000/a", "PMID": "11"},
          {"id": "b", "type": "article-journal", "title": "B (NCT01234567)", "DOI": "10.1000/b(1)2"},
          {"id": "c", "type": "article-journal", "title": "C"}
        ]
        """;

    private static string Said(string body) => string.Join('\n', TestSite.WithBody($"\n{body}\n").With("content/references.json", Library)
        .Said().Split('\n').Where(line => !line.Contains("HG302", StringComparison.Ordinal)));

    [Theory]
    [InlineData("The trial (doi:10.1000/a) [@a].")]
    [InlineData("The trial, DOI 10.1000/A [@a].")]
    [InlineData("The trial [@a] (https://doi.org/10.1000/a).")]
    [InlineData("The trial, PMID: 11 [@a].")]
    [InlineData("[The trial](https://doi.org/10.1000/b(1)2) [@b].")]
    [InlineData("Trial NCT01234567 [@b].")]
    [InlineData("Trial NCT99999999 [@a].")]
    [InlineData("Its data (doi:10.1000/z) were published apart, as the authors say [@a].")]
    [InlineData("See doi:10.1000/z [@c].")]
    [InlineData("ORCID 0000-0002-1825-0097, ISSN 0378-5955, ISBN 978-3-16-148410-0, ISBN 0-306-40615-2, ISRCTN12345678, PMC1234567, PMCID: PMC1.")]
    [InlineData("In 2001, 10.5 of 100 and 2020-01-01, version 10.2.")]
    public void Identifiers_that_agree_are_silent(string body) => Assert.Equal("", Said(body));

    [Theory]
    [InlineData("The trial (doi:10.1000/z) [@a].", "16: error HG340 identifier-mismatch: DOI `10.1000/z` stands beside `a`, with `10.1000/a`")]
    [InlineData("The trial [@a] (doi:10.1000/z).", "21: error HG340 identifier-mismatch: DOI `10.1000/z` stands beside `a`, with `10.1000/a`")]
    [InlineData("The trial, PMID 12 [@a].", "17: error HG340 identifier-mismatch: PMID `12` stands beside `a`, with `11`")]
    [InlineData("[The trial](https://doi.org/10.1000/z) [@a].", "13: error HG340 identifier-mismatch: DOI `10.1000/z` stands beside `a`, with `10.1000/a`")]
    [InlineData("Trial NCT99999999 [@b].", "7: error HG340 identifier-mismatch: ClinicalTrials.gov number `NCT99999999` stands beside `b`, with `NCT01234567`")]
    public void One_that_is_not_its_citations_is_told(string body, string said) => Assert.Equal("content/article.md:19:" + said, Said(body));

    [Theory]
    [InlineData("ORCID 0000-0002-1825-0098.", "7: error HG305 identifier-malformed: `0000-0002-1825-0098` is not an ORCID iD")]
    [InlineData("ISSN 0378-5954.", "6: error HG305 identifier-malformed: `0378-5954` is not an ISSN")]
    [InlineData("ISBN 978-3-16-148410-1.", "6: error HG305 identifier-malformed: `978-3-16-148410-1` is not an ISBN")]
    [InlineData("Trial NCT0123456.", "7: error HG305 identifier-malformed: `NCT0123456` is not a ClinicalTrials.gov number")]
    [InlineData("ISRCTN1234567 it was.", "1: error HG305 identifier-malformed: `ISRCTN1234567` is not an ISRCTN")]
    [InlineData("PMID: 123456789.", "7: error HG305 identifier-malformed: `123456789` is not a PMID")]
    [InlineData("PMCID: 12345.", "8: error HG305 identifier-malformed: `12345` is not a PMCID")]
    [InlineData("See doi:11.1000/a now.", "9: error HG305 identifier-malformed: `11.1000/a` is not a DOI")]
    [InlineData("See [it](https://doi.org/10.10/a).", "5: error HG328 doi-malformed: `10.10/a` is no DOI: the number behind `10.` has four to nine digits")]
    public void One_of_the_wrong_form_is_told(string body, string said) => Assert.Equal("content/article.md:19:" + said, Said(body));
}
