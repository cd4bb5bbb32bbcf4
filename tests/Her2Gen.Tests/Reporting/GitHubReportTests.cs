using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class GitHubReportTests
{
    [Fact]
    public void A_message_with_colons_and_a_newline_is_one_command() => Assert.Equal(
        """
        ::error file=content/article.md,line=1,col=1,endColumn=4,title=HG308 raw-html::a::error file=x::b%0D%0A::warning::c 100%25,:%0A::set-output name=x::y
        1 error, 0 warnings; 1 page checked

        """,
        Print(Runs.Finding(Rules.RawHtml, 1, "a::error file=x::b\r\n::warning::c 100%,:", "::set-output name=x::y")));

    [Fact]
    public void A_file_name_cannot_end_its_property() => Assert.StartsWith(
        "::error file=a%2Cline=9%3A%3A%0A%25.md,line=1,",
        Print(new Diagnostic(Rules.FileName, Location.Of("a,line=9::\n%.md"), "a message")), StringComparison.Ordinal);

    [Fact]
    public void Each_line_is_a_command_but_the_last()
    {
        string[] lines = Runs.Print(ReportFormat.GitHub, Runs.Mixed()).TrimEnd('\n').Split('\n', '\r');
        Assert.Equal(["::error", "::error", "::warning"], lines[..^1].Select(line => line.Split(' ')[0]));
        Assert.Equal("2 errors, 1 warning, 1 suppressed; 1 page checked", lines[^1]);
    }

    [Theory]
    [InlineData(10, "10 errors, 0 warnings; 1 page checked\n")]
    [InlineData(11, "11 errors, 0 warnings; 1 page checked; of each kind GitHub shows the first 10 beside their lines\n")]
    public void What_GitHub_will_not_show_is_printed_and_told(int count, string last)
    {
        string text = Print([.. Enumerable.Range(0, count).Select(i => Runs.Finding(Rules.RawHtml, 1, $"message {i}"))]);
        Assert.Equal(count, text.Split('\n').Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.EndsWith(last, text, StringComparison.Ordinal);
    }

    private static string Print(params Diagnostic[] found) => Runs.Print(ReportFormat.GitHub, Runs.Of(found));
}
