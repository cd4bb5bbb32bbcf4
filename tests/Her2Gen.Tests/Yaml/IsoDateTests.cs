using Her2Gen.Yaml;

namespace Her2Gen.Tests.Yaml;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("2025-01-03")]
    [InlineData("2024-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_date_of_the_calendar_is_read_and_written_alike(string text)
    {
        Assert.True(IsoDate.TryParse(text, out DateOnly date));
        Assert.Equal(text, IsoDate.Format(date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-1-3")]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025/01/03")]
    [InlineData("20250103")]
    [InlineData(" 2025-01-03")]
    [InlineData("2025-01-03 ")]
    [InlineData("2025-01-03T00:00:00Z")]
    [InlineData("٢٠٢٥-٠١-٠٣")]
    public void Anything_else_is_not_a_date(string text) => Assert.False(IsoDate.TryParse(text, out _));
}
