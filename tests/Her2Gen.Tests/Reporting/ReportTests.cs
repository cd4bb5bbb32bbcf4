using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly string[] Locales = ["C", "en_US.UTF-8", "en_US.ISO-8859-1", "tr_TR.ISO-8859-9"];

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public void A_report_is_the_same_in_every_locale_and_in_a_file(string format)
    {
        using TemporaryFolder folder = new();
        folder.Write(TestSite.WithBody("## One\n\n[“Türkiye”](pages/tür😀.md)\n").Sources());
        string[] seen = [.. Locales.Select(locale => Her2GenProcess.Run(folder.Path, new Dictionary<string, string> { ["LC_ALL"] = locale, ["TZ"] = locale == "C" ? "UTC" : "Asia/Tokyo" }, "check", "--format", format).Output)];
        Assert.Contains("tür😀.html", Uri.UnescapeDataString(seen[0]).Replace(@"\uD83D\uDE00", "😀", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(seen.Distinct());
        Assert.Equal("", Her2GenProcess.Run(folder.Path, "check", "--format", $"{format}=report").Output);
        Assert.Equal(seen[0], File.ReadAllText(folder["report"]));
    }

    [Theory]
    [InlineData("2000-01-01", 1)]
    [InlineData("9999-12-31", 0)]
    public void Without_a_date_suppressions_end_by_the_day_of_the_run_and_the_site_has_the_same_bytes(string until, int exitCode)
    {
        using TemporaryFolder folder = new();
        folder.Write(TestSite.WithBody("## One\n\n[a](#b)\n").With("content/site.yml", $"{TestSite.Settings}suppress: [{{ rule: HG402, file: content/article.md, reason: x, until: {until} }}]\n").Sources());
        Assert.Equal(exitCode, Her2GenProcess.Run(folder.Path, "check").ExitCode);
        Assert.Equal(0, Her2GenProcess.Run(folder.Path, "build", "--output", "a", "--today", until).ExitCode);
        Assert.Equal(0, Her2GenProcess.Run(folder.Path, "build", "--output", "b", "--today", "1999-12-31").ExitCode);
        Assert.Equal(TemporaryFolder.Snapshot(folder["a"]), TemporaryFolder.Snapshot(folder["b"]));
    }

    [Theory]
    [InlineData("HG302", false, 0)]
    [InlineData("HG302", true, 1)]
    [InlineData("HG402", false, 1)]
    [InlineData("HG101", false, 2)]
    [InlineData("HG110", false, 2)]
    [InlineData("HG113", false, 1)]
    [InlineData("HG116", false, 2)]
    public void The_exit_code_tells_findings_from_what_could_not_be_done(string id, bool strict, int exitCode) =>
        Assert.Equal(exitCode, Runs.Of([Runs.Finding(Rules.Named(id) ?? throw new InvalidOperationException(), 1, "a")], strict: strict).ExitCode);

    [Theory]
    [InlineData("sarif=out/a=b.sarif", ReportFormat.Sarif, "out/a=b.sarif")]
    [InlineData("junit", ReportFormat.JUnit, null)]
    [InlineData("github=x", ReportFormat.GitHub, "x")]
    internal void A_target_is_a_format_and_perhaps_a_file(string written, ReportFormat format, string? file) => Assert.Equal(new ReportTarget(format, file), ReportTarget.Parse(written));

    [Theory]
    [InlineData("")]
    [InlineData("=x")]
    [InlineData("json=")]
    [InlineData("JSON")]
    [InlineData("xml=a")]
    public void What_is_no_format_is_none(string written) => Assert.Null(ReportTarget.Parse(written));
}
