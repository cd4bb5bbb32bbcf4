using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

public sealed class JsonReportTests
{
    [Fact]
    public void A_finding_has_its_page_its_hint_and_its_other_places() => Assert.Equal(
        """
        {"diagnostics":[{"rule":"HG301","name":"unknown-citation","severity":"error","file":"content/article.md","line":1,"column":1,"endColumn":4,"message":"no reference `a`","hint":"a hint","page":"index.html","also":[{"file":"content/article.md","line":2,"column":1,"endColumn":4}]}],"summary":{"errors":1,"warnings":0,"suppressed":0,"rules":{"HG301":1}}}

        """,
        Runs.Print(ReportFormat.Json, Runs.Of([Runs.Finding(Rules.UnknownCitation, 2, "no reference `a`"), Runs.Finding(Rules.UnknownCitation, 1, "no reference `a`", "a hint", "index.html")])));

    [Fact]
    public void A_message_comes_back_as_it_was_but_for_halves_of_characters()
    {
        using JsonDocument json = JsonDocument.Parse(Runs.Print(ReportFormat.Json, Runs.Of([Runs.Finding(Rules.RawHtml, 1, Runs.Hostile)])));
        Assert.Equal(
            Runs.Hostile.Replace("\uD800", "\uFFFD", StringComparison.Ordinal).Replace(" \uDC00", " \uFFFD", StringComparison.Ordinal),
            json.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void The_summary_counts_what_is_suppressed_and_each_rule_that_is_reported() => Assert.EndsWith(
        "\"summary\":{\"errors\":2,\"warnings\":1,\"suppressed\":1,\"rules\":{\"HG301\":1,\"HG402\":1,\"HG508\":1}}}\n",
        Runs.Print(ReportFormat.Json, Runs.Mixed()), StringComparison.Ordinal);
}
