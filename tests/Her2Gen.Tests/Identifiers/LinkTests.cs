using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

/// <summary>Each identifier leads to its registry, and none is made of anything else.</summary>
public sealed class LinkTests
{
    [Fact]
    public void An_identifier_resolves_at_its_registry()
    {
        Assert.True(Pmid.TryParse("11248153", out Pmid pmid) & Pmcid.TryParse("PMC1234567", out Pmcid pmcid) & NctNumber.TryParse("NCT01234567", out NctNumber nct) & Isrctn.TryParse("ISRCTN12345678", out Isrctn isrctn));
        Assert.True(Orcid.TryParse("0000-0002-1825-0097", out Orcid orcid) & Ror.TryParse("03yrm5c26", out Ror ror) & Issn.TryParse("0378-5955", out Issn issn) & Isbn.TryParse("978-3-16-148410-0", out Isbn isbn));
        Assert.Equal(
            [
                "https://pubmed.ncbi.nlm.nih.gov/11248153/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", "https://clinicaltrials.gov/study/NCT01234567", "https://www.isrctn.com/ISRCTN12345678",
                "https://orcid.org/0000-0002-1825-0097", "https://ror.org/03yrm5c26", "https://portal.issn.org/resource/ISSN/0378-5955", "urn:isbn:9783161484100",
            ],
            [pmid.Url, pmcid.Url, nct.Url, isrctn.Url, orcid.Url, ror.Url, issn.Url, isbn.Url]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PMC")]
    [InlineData("PMC123456789")]
    [InlineData("NCT1234567")]
    [InlineData("NCT 12345678")]
    [InlineData("nct12345678")]
    [InlineData("ISRCTN1234567")]
    [InlineData("pmc1")]
    [InlineData("NCT0123456٧")]
    public void Anything_else_is_none(string text) => Assert.False(Pmcid.TryParse(text, out _) || NctNumber.TryParse(text, out _) || Isrctn.TryParse(text, out _) || Pmid.TryParse(text, out _));

    [Theory]
    [InlineData("doi:10.1000/A", "10.1000/A")]
    [InlineData(" DOI: 10.1000/a ", "10.1000/a")]
    [InlineData("http://dx.doi.org/10.1000/a%3Cb%3E", "10.1000/a<b>")]
    [InlineData("10.1000/a", "10.1000/a")]
    [InlineData("https://example.org/10.1000/a", "https://example.org/10.1000/a")]
    public void A_DOI_is_freed_of_what_reference_managers_put_before_it(string text, string bare) => Assert.Equal(bare, Doi.Bare(text));

    [Fact]
    public void DOIs_are_one_whatever_their_case() =>
        Assert.True(Doi.TryParse("10.1000/AbC", out Doi one) && Doi.TryParse("10.1000/aBc", out Doi other) && one == other && one.GetHashCode() == other.GetHashCode());
}
