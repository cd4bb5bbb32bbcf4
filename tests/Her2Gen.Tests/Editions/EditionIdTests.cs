using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

public sealed class EditionIdTests
{
    private static readonly string[] Shuffled = ["2025-01-03.10", "2025-01-04", "2025-01-03.2", "2024-12-31", "2025-01-03"];

    [Theory]
    [InlineData("2025-01-03")]
    [InlineData("2025-01-03.2")]
    [InlineData("2025-01-03.10")]
    [InlineData("2024-02-29")]
    public void An_edition_is_named_by_its_day_and_an_ordinal_from_2_on(string text)
    {
        Assert.True(EditionId.TryParse(text, out EditionId id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-1-3")]
    [InlineData("2025-02-29")]
    [InlineData("2025-01-03.")]
    [InlineData("2025-01-03.0")]
    [InlineData("2025-01-03.1")]
    [InlineData("2025-01-03.02")]
    [InlineData("2025-01-03.+2")]
    [InlineData("2025-01-03.2.3")]
    [InlineData("2025-01-03-2")]
    [InlineData("2025-01-03.99999999999")]
    [InlineData(" 2025-01-03")]
    [InlineData("٢٠٢٥-٠١-٠٣")]
    public void Anything_else_names_none(string? text) => Assert.False(EditionId.TryParse(text, out _));

    [Fact]
    public void Editions_are_ordered_by_day_and_then_by_number() => Assert.Equal(
        ["2024-12-31", "2025-01-03", "2025-01-03.2", "2025-01-03.10", "2025-01-04"],
        Shuffled.Select(TestEditions.Id).Order().Select(id => id.ToString()));
}
