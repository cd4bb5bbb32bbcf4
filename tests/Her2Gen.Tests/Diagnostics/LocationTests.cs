using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class LocationTests
{
    [Theory]
    [InlineData("B", 9, 9, 9, "a", 1, 1, 1)]
    [InlineData("a", 2, 9, 9, "a", 10, 1, 1)]
    [InlineData("a", 2, 2, 9, "a", 2, 10, 10)]
    [InlineData("a", 2, 2, 2, "a", 2, 2, 3)]
    public void Places_are_ordered_by_file_then_line_then_column(string file, int line, int column, int end, string file2, int line2, int column2, int end2)
    {
        Location before = new(file, line, column, end);
        Location behind = new(file2, line2, column2, end2);
        Assert.Equal(
            (true, true, true, true, false, false),
            (before < behind, before <= behind, behind > before, behind >= before, before > behind, before >= behind));
    }

    [Fact]
    public void A_file_as_a_whole_is_its_first_character() => Assert.Equal("content/a.md:1:1", Location.Of("content/a.md").ToString());
}
