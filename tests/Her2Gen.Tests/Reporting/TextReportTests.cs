using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_has_its_line_and_a_caret() => Assert.Equal(
        """
        content/article.md:2:1: error HG308 raw-html: a message
          |
        2 | Two
          | ^^^
          = hint: a hint
        1 error, 0 warnings; 1 page checked

        """,
        Print(Runs.Finding(Rules.RawHtml, 2, "a message", "a hint")));

    [Fact]
    public void More_than_a_handful_is_counted_by_rule() => Assert.EndsWith(
        """
        10 × HG302 uncited-reference
         2 × HG308 raw-html
        2 errors, 10 warnings; 1 page checked

        """,
        Print([.. Enumerable.Range(0, 12).Select(i => Runs.Finding(i < 2 ? Rules.RawHtml : Rules.UncitedReference, 1, $"message {i}"))]), StringComparison.Ordinal);

    [Fact]
    public void A_handful_is_not_counted_by_rule() => Assert.DoesNotContain("×", Print([.. Enumerable.Range(0, 5).Select(i => Runs.Finding(Rules.RawHtml, 1, $"message {i}"))]), StringComparison.Ordinal);

    [Fact]
    public void Suppressed_findings_are_counted_and_not_shown()
    {
        string text = Runs.Print(ReportFormat.Text, Runs.Mixed());
        Assert.EndsWith("2 errors, 1 warning, 1 suppressed; 1 page checked\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HG401", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_text_reaches_the_terminal_but_what_can_be_seen()
    {
        string text = Runs.Print(ReportFormat.Text, Runs.Of([Runs.Finding(Rules.RawHtml, 1, Runs.Hostile, Runs.Hostile)], "O\u001B[2J\u0007e\n"));
        Assert.Equal(6, text.Count(c => c == '\n'));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.Contains("1 | O␛[2J␇e\n", text, StringComparison.Ordinal);
        Assert.Contains("��", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("😀 é", text, StringComparison.Ordinal);
    }

    private static string Print(params Diagnostic[] found) => Runs.Print(ReportFormat.Text, Runs.Of(found));
}
