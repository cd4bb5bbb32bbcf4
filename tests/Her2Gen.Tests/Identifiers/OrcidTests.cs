using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

public sealed class OrcidTests
{
    // The examples of support.orcid.org, "Structure of the ORCID Identifier".
    [Theory]
    [InlineData("0000-0002-1825-0097")]
    [InlineData("0000-0001-5109-3700")]
    [InlineData("0000-0002-1694-233X")]
    public void An_iD_with_its_check_character_is_valid(string text) => Assert.True(Orcid.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("0000-0002-1852-0097")]
    [InlineData("0000-0002-1694-2330")]
    [InlineData("0000-0002-1694-233x")]
    [InlineData("0000000218250097")]
    [InlineData("0000 0002 1825 0097")]
    [InlineData("https://orcid.org/0000-0002-1825-0097")]
    [InlineData("0000-0002-1825-009")]
    [InlineData("000X-0002-1825-0097")]
    [InlineData("٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧")]
    [InlineData("-------------------")]
    [InlineData("0000-0002-1825--097")]
    public void Anything_else_is_not(string text) => Assert.False(Orcid.TryParse(text, out _));

    [Fact]
    public void Of_all_check_characters_one_fits() =>
        Assert.Equal(["7"], "0123456789X".Select(c => c.ToString()).Where(c => Orcid.TryParse("0000-0002-1825-009" + c, out _)));
}
