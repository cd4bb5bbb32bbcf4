using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

public sealed class RorTests
{
    // IDs that ROR's own pages and the registry's users show.
    [Theory]
    [InlineData("03yrm5c26")]
    [InlineData("02mhbdp94")]
    [InlineData("05dxps055")]
    [InlineData("00f54p054")]
    [InlineData("04wxnsj81")]
    [InlineData("01k4yrm29")]
    public void An_ID_with_its_check_digits_is_valid(string text) => Assert.True(Ror.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("03yrm5c27")]
    [InlineData("03yrm5c62")]
    [InlineData("03ymr5c26")]
    [InlineData("11k4yrm29")]
    [InlineData("01k34yrm29")]
    [InlineData("01kOyrm29")]
    [InlineData("01k4yrl29")]
    [InlineData("03YRM5C26")]
    [InlineData("03yrm5c2x")]
    [InlineData("03yrm5c٢٦")]
    [InlineData("https://ror.org/03yrm5c26")]
    public void Anything_else_is_not(string text) => Assert.False(Ror.TryParse(text, out _));

    [Fact]
    public void Of_all_check_digits_one_pair_fits() =>
        Assert.Equal(["26"], Enumerable.Range(0, 100).Select(number => number.ToString("00")).Where(check => Ror.TryParse("03yrm5c" + check, out _)));
}
