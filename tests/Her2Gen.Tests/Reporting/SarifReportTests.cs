using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class SarifReportTests
{
    [Fact]
    public void A_result_names_its_rule_its_place_and_the_others_of_its_cause()
    {
        JsonElement result = Results(Runs.Of([Runs.Finding(Rules.UnknownCitation, 1, "no reference `a`", "a hint", "index.html"), Runs.Finding(Rules.UnknownCitation, 2, "no reference `a`")]))[0];
        Assert.Equal("HG301", result.GetProperty("ruleId").GetString());
        Assert.Equal(Rules.UnknownCitation, Rules.All[result.GetProperty("ruleIndex").GetInt32()]);
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("no reference `a`\na hint\nfound on `index.html`", result.GetProperty("message").GetProperty("text").GetString());
        const string Place = """{{"physicalLocation":{{"artifactLocation":{{"uri":"content/article.md","uriBaseId":"%SRCROOT%"}},"region":{{"startLine":{0},"startColumn":1,"endColumn":4}}}}}}""";
        Assert.Equal($"[{string.Format(null, Place, 1)}]", result.GetProperty("locations").GetRawText());
        Assert.Equal($"[{string.Format(null, Place, 2)}]", result.GetProperty("relatedLocations").GetRawText());
    }

    [Fact]
    public void Every_rule_is_described_with_the_severity_that_it_has_unless_told()
    {
        JsonElement rules = Run(Runs.Of([])).GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(Rules.All.Select(rule => (rule.Id, rule.Name)), rules.EnumerateArray().Select(rule => (rule.GetProperty("id").GetString() ?? "", rule.GetProperty("name").GetString() ?? "")));
        Assert.All(rules.EnumerateArray(), rule => Assert.Contains("~~~~", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a b#c?.html", "a%20b%23c%3F.html")]
    [InlineData("é/100%.html", "%C3%A9/100%25.html")]
    [InlineData("a:b.html", "a%3Ab.html")]
    [InlineData(".", ".")]
    public void A_path_is_percent_encoded(string file, string uri) =>
        Assert.Equal(uri, Results(Runs.Of([new Diagnostic(Rules.FileName, Location.Of(file), "a")]))[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());

    [Fact]
    public void A_suppressed_finding_says_why_and_where()
    {
        JsonElement suppressed = Results(Runs.Mixed()).Single(result => result.TryGetProperty("suppressions", out _));
        Assert.Equal("HG401", suppressed.GetProperty("ruleId").GetString());
        Assert.StartsWith("a::error", suppressed.GetProperty("suppressions")[0].GetProperty("justification").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_stays_when_lines_move_and_tells_alike_findings_apart()
    {
        string[] before = Fingerprints("Two\nTwo\n", Runs.Finding(Rules.DuplicateId, 1, "id `a` stands already at content/article.md:9:1"), Runs.Finding(Rules.RawHtml, 1, "a"), Runs.Finding(Rules.RawHtml, 2, "a"));
        string[] after = Fingerprints("New\nTwo\nTwo\n", Runs.Finding(Rules.DuplicateId, 2, "id `a` stands already at content/article.md:10:1"), Runs.Finding(Rules.RawHtml, 2, "a"), Runs.Finding(Rules.RawHtml, 3, "a"));
        Assert.Equal(before, after);
        Assert.Equal(3, before.Distinct().Count());
        Assert.NotEqual(before, Fingerprints("Other\nTwo\n", Runs.Finding(Rules.DuplicateId, 1, "id `a` stands already at content/article.md:9:1"), Runs.Finding(Rules.RawHtml, 1, "a"), Runs.Finding(Rules.RawHtml, 2, "a")));
    }

    [Fact]
    public void No_more_results_are_written_than_code_scanning_keeps_and_the_worst_stay()
    {
        ReportedRun run = Runs.Of(Enumerable.Range(0, 5200).Select(i => Runs.Finding(i < 100 || i >= 5100 ? Rules.RawHtml : Rules.UncitedReference, 1, $"message {i:0000}")));
        JsonElement[] results = Results(run);
        Assert.Equal((5000, 200), (results.Length, results.Count(result => result.GetProperty("level").GetString() == "error")));
        Assert.Equal("200 more findings are left out: code scanning keeps 5000", Run(run).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal([], Schemas.FaultsOfSarif(Runs.Print(ReportFormat.Sarif, run)));
    }

    [Fact]
    public void No_more_places_are_written_than_a_result_may_have()
    {
        JsonElement result = Results(Runs.Of(Enumerable.Range(1, 1200).Select(line => Runs.Finding(Rules.UnknownCitation, line, "no reference `a`"))))[0];
        Assert.Equal(1000, result.GetProperty("locations").GetArrayLength() + result.GetProperty("relatedLocations").GetArrayLength());
        Assert.Equal("no reference `a`\nand at 200 more places", result.GetProperty("message").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("a [link](1) in it", @"a \[link\](1) in it")]
    [InlineData("write `[@key]`", "write `[@key]`")]
    public void A_message_holds_no_link_by_accident(string message, string written) =>
        Assert.Equal(written, Results(Runs.Of([Runs.Finding(Rules.RawHtml, 1, message)]))[0].GetProperty("message").GetProperty("text").GetString());

    private static string[] Fingerprints(string text, params Diagnostic[] found) =>
        [.. Results(Runs.Of(found, text)).Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString() ?? "")];

    private static JsonElement[] Results(ReportedRun run) => [.. Run(run).GetProperty("results").EnumerateArray()];

    private static JsonElement Run(ReportedRun run) => JsonDocument.Parse(Runs.Print(ReportFormat.Sarif, run)).RootElement.GetProperty("runs")[0];
}
