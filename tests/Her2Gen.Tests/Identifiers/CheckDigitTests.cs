using Her2Gen.Identifiers;

namespace Her2Gen.Tests.Identifiers;

/// <summary>ISSN (ISO 3297) and ISBN (ISO 2108).</summary>
public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("0378-5955", true)]
    [InlineData("2434-561X", true)]
    [InlineData("0378-5956", false)]
    [InlineData("03785955", false)]
    [InlineData("X378-5955", false)]
    public void An_ISSN_has_its_check_character(string text, bool isValid) => Assert.Equal(isValid, Issn.TryParse(text, out _));

    [Theory]
    [InlineData("978-3-16-148410-0", true)]
    [InlineData("9783161484100", true)]
    [InlineData("0-306-40615-2", true)]
    [InlineData("0 8044 2957 X", true)]
    [InlineData("978-3-16-148410-1", false)]
    [InlineData("0-306-40615-3", false)]
    [InlineData("X-306-40615-2", false)]
    [InlineData("978-3-16-148410", false)]
    public void An_ISBN_has_its_check_digit(string text, bool isValid) => Assert.Equal(isValid, Isbn.TryParse(text, out _));
}
