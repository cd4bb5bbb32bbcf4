namespace Her2Gen.Tests.Markup;

/// <summary>Which sentences claim something, and what counts as their source. The body starts at line 19.</summary>
public sealed class ClaimCheckTests
{
    private const string Library = """[{"id": "a", "type": "article-journal", "title": "T"}]""";

    private static string Said(string body, string lang = "en") => string.Join('\n', TestSite.WithBody($"\n{body}\n")
        .With("content/site.yml", TestSite.Settings.Replace("lang: en", $"lang: {lang}", StringComparison.Ordinal))
        .With("content/article.md", TestSite.FrontMatter.Replace("lang: en", $"lang: {lang}", StringComparison.Ordinal) + $"{body}\n")
        .With("content/references.json", Library)
        .With("content/data/counts.csv", "id,value\nn,5\n")
        .Said().Split('\n').Where(line => line.Contains("HG336", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Studies show that it helps.", "1: warning HG336 claim-unsourced: `Studies show` is said without a source")]
    [InlineData("Some trials have clearly demonstrated it.", "6: warning HG336 claim-unsourced: `trials have clearly demonstrated` is said without a source")]
    [InlineData("The evidence suggests a gain.", "5: warning HG336 claim-unsourced: `evidence suggests` is said without a source")]
    [InlineData("Today experts agree on it.", "7: warning HG336 claim-unsourced: `experts agree` is said without a source")]
    [InlineData("It is well known.", "1: warning HG336 claim-unsourced: `It is well known` is said without a source")]
    [InlineData("It has been proven to work.", "4: warning HG336 claim-unsourced: `has been proven` is said without a source")]
    [InlineData("A clinically proven drug.", "3: warning HG336 claim-unsourced: `clinically proven` is said without a source")]
    [InlineData("Of all, 30 percent live.", "9: warning HG336 claim-unsourced: `30 percent` is said without a source")]
    [InlineData("It rose to 3.5%.", "12: warning HG336 claim-unsourced: `3.5%` is said without a source")]
    [InlineData("One in eight women has it.", "1: warning HG336 claim-unsourced: `One in eight` is said without a source")]
    [InlineData("It enrolled 1,486 patients.", "13: warning HG336 claim-unsourced: `1,486 patients` is said without a source")]
    [InlineData("Of 808 patients, some lived.", "4: warning HG336 claim-unsourced: `808 patients` is said without a source")]
    [InlineData("Two million women have it.", "1: warning HG336 claim-unsourced: `Two million women` is said without a source")]
    [InlineData("Thousands of young women have it.", "1: warning HG336 claim-unsourced: `Thousands of young women` is said without a source")]
    [InlineData("The drug improves overall survival.", "10: warning HG336 claim-unsourced: `improves overall survival` is said without a source")]
    [InlineData("It reduced the risk.", "4: warning HG336 claim-unsourced: `reduced the risk` is said without a source")]
    [InlineData("The drug halves it.", "10: warning HG336 claim-unsourced: `halves` is said without a source")]
    [InlineData("It is significantly better.", "7: warning HG336 claim-unsourced: `significantly` is said without a source")]
    [InlineData("Patients live much longer.", "10: warning HG336 claim-unsourced: `live much longer` is said without a source")]
    [InlineData("It is **highly effective** here.", "9: warning HG336 claim-unsourced: `highly effective` is said without a source")]
    public void A_claim_without_a_source_is_told_at_its_words(string body, string said) => Assert.Equal("content/article.md:19:" + said, Said(body));

    [Theory]
    [InlineData("Do studies show that it helps?")]
    [InlineData("It may reduce the risk.")]
    [InlineData("Nobody knows whether it improves survival.")]
    [InlineData("It has not been shown to help.")]
    [InlineData("No trial has shown it.")]
    [InlineData("The trial compared two drugs.")]
    [InlineData("Beside it stands the 95% confidence interval (CI), and where it spans 1, nothing is settled.")]
    [InlineData("The word “significant” is used only where a planned test was passed.")]
    [InlineData("Rates are told for 100 people.")]
    [InlineData("In 2001, phase 3 began.")]
    [InlineData("Each is followed by what the evidence supports.")]
    [InlineData("This review found nothing of the kind.")]
    [InlineData("## Studies show that it works")]
    public void A_sentence_that_claims_nothing_is_silent(string body) => Assert.Equal("", Said(body));

    [Theory]
    [InlineData("Studies show it [@a].")]
    [InlineData("Studies show it. A second sentence names the source [@a].")]
    [InlineData("Of {=counts.n.value} patients, 30% lived.")]
    [InlineData("Studies show it.[^n]\n\n[^n]: See there [@a].")]
    [InlineData("Studies show it, as [the report](https://doi.org/10.1000/x) says.")]
    [InlineData("- Studies show it [@a].\n- Nothing.")]
    [InlineData("| Group | Share |\n|---|---|\n| One [@a] | 30% |")]
    [InlineData("::: table {#tbl-x caption=\"Shares\"}\n| Group | Share |\n|---|---|\n| One | 30% |\n\nFrom one report [@a].\n:::\n\nSee @tbl-x: studies show it.")]
    [InlineData("See @tbl-x: 30% lived.\n\n::: table {#tbl-x data=\"counts.csv\" columns=\"value\" caption=\"Counts\"}\n:::")]
    public void A_source_in_the_same_paragraph_item_row_or_note_is_enough(string body) => Assert.Equal("", Said(body));

    [Theory]
    [InlineData("Cited [@a].\n\nStudies show it.", "21:1")]
    [InlineData("- Cited [@a].\n- Studies show it.", "20:3")]
    [InlineData("| Group | Share |\n|---|---|\n| One | 30% |\n| Two [@a] | 40% |", "21:9")]
    [InlineData("Studies show it, as @fig-a does.\n\n![A drawing.](figures/a.svg){#fig-a alt=\"A\"}", "19:1")]
    [InlineData("Text, see @tbl-x.\n\n::: table {#tbl-x caption=\"Of 200 patients, some lived\"}\n| A |\n|---|\n| b |\n:::", "21:31")]
    [InlineData("One studied.\nStudies show it, and 30% live.", "20:1")]
    public void A_source_elsewhere_is_not_and_one_finding_a_paragraph_is(string body, string place) =>
        Assert.StartsWith($"content/article.md:{place}: warning HG336", Assert.Single(Said(body).Split('\n')));

    [Fact]
    public void Only_English_is_read() => Assert.Equal("", Said("Studies show that it helps.", lang: "de"));
}
