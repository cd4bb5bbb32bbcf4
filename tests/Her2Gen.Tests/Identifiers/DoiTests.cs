using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

public sealed class DoiTests
{
    [Theory]
    [InlineData("10.1056/NEJM200103153441101", "https://doi.org/10.1056/NEJM200103153441101")]
    [InlineData("10.123456789/a", "https://doi.org/10.123456789/a")]
    [InlineData("10.1002/(SICI)1097-0142(19970115)79:2<315::AID-CNCR15>3.0.CO;2-X", "https://doi.org/10.1002/%28SICI%291097-0142%2819970115%2979%3A2%3C315%3A%3AAID-CNCR15%3E3.0.CO%3B2-X")]
    [InlineData("10.1000/a/b#c?d%e", "https://doi.org/10.1000/a/b%23c%3Fd%25e")]
    [InlineData("10.1000/ä", "https://doi.org/10.1000/%C3%A4")]
    public void A_bare_DOI_resolves_at_its_address(string text, string url)
    {
        Assert.True(Doi.TryParse(text, out Doi doi));
        Assert.Equal((text, url, text), (doi.Value, doi.Url, doi.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.")]
    [InlineData("10.1056")]
    [InlineData("10.1056/")]
    [InlineData("10.123/a")]
    [InlineData("10.1234567890/a")]
    [InlineData("10.10a6/a")]
    [InlineData("11.1056/a")]
    [InlineData("doi:10.1056/a")]
    [InlineData("https://doi.org/10.1056/a")]
    [InlineData(" 10.1056/a")]
    [InlineData("10.1056/a b")]
    [InlineData("10.1056/a\n")]
    [InlineData("10.1056/a\0")]
    [InlineData("10.1056/a.")]
    [InlineData("10.1056/a,")]
    [InlineData("10.1056/a;")]
    [InlineData("10.١٠٥٦/a")]
    public void Anything_else_is_not_a_DOI(string? text) => Assert.False(Doi.TryParse(text, out _));
}
