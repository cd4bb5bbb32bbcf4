using System.Text;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;

namespace Her2Gen.Tests.Reporting;

/// <summary>Whatever is found, programs can read the report.</summary>
public sealed class ReportSchemaTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_report_is_valid(bool strict)
    {
        Assert.Equal([], Faults(Runs.Mixed(strict)));
        Assert.Equal([], Faults(Runs.Of([], strict: strict)));
    }

    [Fact]
    public void Each_report_of_any_text_is_valid_and_is_UTF8_whole() =>
        Gen.Select(Texts.Any, Texts.Any, Gen.Int[1, 3]).Array[0, 6].Sample(
            texts => Assert.Equal([], Faults(Runs.Of(texts.Select(text => Runs.Finding(Rules.RawHtml, text.Item3, text.Item1 + "x", text.Item2))))),
            iter: 40);

    [Fact]
    public void The_schemas_see_what_is_wrong()
    {
        string sarif = Runs.Print(ReportFormat.Sarif, Runs.Mixed());
        Assert.NotEqual([], Schemas.FaultsOfSarif(sarif.Replace("\"startLine\":1", "\"startLine\":0", StringComparison.Ordinal)));
        Assert.NotEqual([], Schemas.FaultsOfSarif(sarif.Replace("\"ruleIndex\"", "\"indexOfRule\"", StringComparison.Ordinal)));
        Assert.NotEqual([], Schemas.FaultsOfJson(Runs.Print(ReportFormat.Json, Runs.Mixed()).Replace("\"page\"", "\"pages\"", StringComparison.Ordinal)));
        Assert.NotEqual([], Schemas.FaultsOfJUnit(Runs.Print(ReportFormat.JUnit, Runs.Mixed()).Replace("classname", "class", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public void A_report_is_the_same_whatever_the_order_of_finding(string name)
    {
        ReportFormat format = ReportTarget.Parse(name)?.Format ?? throw new InvalidOperationException();
        Diagnostic[] found = [.. Enumerable.Range(0, 20).Select(i => Runs.Finding(i % 2 == 0 ? Rules.RawHtml : Rules.UncitedReference, i % 3 + 1, $"message {i % 7}"))];
        string expected = Runs.Print(format, Runs.Of(found));
        Gen.Shuffle(found).Sample(shuffled => Assert.Equal(expected, Runs.Print(format, Runs.Of(shuffled))), iter: 20);
    }

    private static IEnumerable<string> Faults(ReportedRun run)
    {
        string sarif = Whole(Runs.Print(ReportFormat.Sarif, run));
        string json = Whole(Runs.Print(ReportFormat.Json, run));
        string junit = Whole(Runs.Print(ReportFormat.JUnit, run));
        return Schemas.FaultsOfSarif(sarif).Concat(Schemas.FaultsOfJson(json)).Concat(Schemas.FaultsOfJUnit(junit));
    }

    // As a file would hold it, without a byte-order mark and with no half of a character.
    private static string Whole(string report)
    {
        Assert.EndsWith("\n", report, StringComparison.Ordinal);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(report));
    }
}
