using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

public sealed class PmidTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("11248153")]
    public void One_to_eight_digits_are_a_PMID(string text)
    {
        Assert.True(Pmid.TryParse(text, out Pmid pmid));
        Assert.Equal((text, $"https://pubmed.ncbi.nlm.nih.gov/{text}/", text), (pmid.Value, pmid.Url, pmid.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("123456789")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData(" 1")]
    [InlineData("PMC123")]
    [InlineData("١٢٣")]
    public void Anything_else_is_not(string? text) => Assert.False(Pmid.TryParse(text, out _));
}
