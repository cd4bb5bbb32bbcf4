using Her2Gen.Data;

namespace Her2Gen.Tests.Data;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("13864", "#,##0", "13,864")]
    [InlineData("0.625", "0.00", "0.63")]
    [InlineData("-0.333", "0.0", "\u22120.3")]
    [InlineData("1234.5", "#,##0.00", "1,234.50")]
    [InlineData("7", "0", "7")]
    public void A_pattern_writes_a_number(string number, string pattern, string written)
    {
        Assert.True(NumberFormat.IsPattern(pattern));
        Assert.True(NumberFormat.TryParse(number, out decimal parsed));
        Assert.Equal(written, NumberFormat.By(parsed, pattern));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0,0")]
    [InlineData("#")]
    [InlineData("0.0%")]
    [InlineData("0;0")]
    [InlineData("0 'x'")]
    public void Nothing_else_is_a_pattern(string text) => Assert.False(NumberFormat.IsPattern(text));

    [Theory]
    [InlineData("+1")]
    [InlineData("1e5")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("\u22121")]
    [InlineData("")]
    public void A_cell_with_anything_but_digits_a_point_and_a_hyphen_is_no_number(string text) => Assert.False(NumberFormat.TryParse(text, out _));
}
