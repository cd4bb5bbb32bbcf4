using System.Xml.Linq;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_finding_fails_a_silent_rule_passes_and_a_suppressed_finding_is_skipped()
    {
        XElement report = Read(Runs.Mixed());
        Assert.Equal(Rules.All.Select(rule => $"{rule.Id} {rule.Name}"), report.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
        Assert.Equal(
            ["HG301: 1 of 1 fail, 0 skipped", "HG401: 0 of 1 fail, 1 skipped", "HG402: 1 of 1 fail, 0 skipped", "HG508: 0 of 1 fail, 0 skipped"],
            report.Elements("testsuite").Where(suite => suite.Elements("testcase").Elements().Any()).Select(Counts));
        Assert.Equal(Rules.All.Count + ": 2, 1", $"{report.Attribute("tests")?.Value}: {report.Attribute("failures")?.Value}, {report.Attribute("skipped")?.Value}");
    }

    [Fact]
    public void A_warning_fails_when_it_keeps_the_site_from_being_sound() => Assert.Equal(
        ("system-out", "failure"),
        (Warning(strict: false).Name.LocalName, Warning(strict: true).Name.LocalName));

    [Fact]
    public void What_XML_cannot_hold_is_left_out_and_all_else_stays() => Assert.Equal(
        "a::error file=x::b\r\n::warning::c ]]> </failure> <!-- \"'&%0A%25,: [x](y) [31m\u0085\u2028   😀 é",
        Read(Runs.Of([Runs.Finding(Rules.RawHtml, 1, Runs.Hostile)])).Descendants("failure").Single().Attribute("message")?.Value);

    [Fact]
    public void No_two_cases_of_a_suite_share_a_name() => Assert.Equal(
        ["content/article.md:1:1 a", "content/article.md:1:1 a (2)", "content/article.md:1:1 a (3)"],
        Read(Runs.Of([Runs.Finding(Rules.RawHtml, 1, "a"), Runs.Finding(Rules.RawHtml, 1, "a", "a hint"), Runs.Finding(Rules.RawHtml, 1, "a\u0001")]))
            .Descendants("testcase").Where(test => test.Elements("failure").Any()).Select(test => test.Attribute("name")?.Value));

    [Fact]
    public void A_failure_says_what_the_text_report_says() => Assert.Equal(
        "content/article.md:1:1: error HG301 unknown-citation: no reference `a`\npage: index.html\nhint: a hint\nalso: content/article.md:2:1",
        Read(Runs.Of([Runs.Finding(Rules.UnknownCitation, 2, "no reference `a`"), Runs.Finding(Rules.UnknownCitation, 1, "no reference `a`", "a hint", "index.html")])).Descendants("failure").Single().Value);

    private static XElement Warning(bool strict) => Read(Runs.Of([Runs.Finding(Rules.PageDescription, 1, "a")], strict: strict)).Descendants("testcase").Elements().Single();

    private static string Counts(XElement suite) =>
        $"{suite.Attribute("name")?.Value[..5]}: {suite.Attribute("failures")?.Value} of {suite.Attribute("tests")?.Value} fail, {suite.Attribute("skipped")?.Value} skipped";

    private static XElement Read(ReportedRun run) => XDocument.Parse(Runs.Print(ReportFormat.JUnit, run)).Root ?? throw new InvalidOperationException();
}
