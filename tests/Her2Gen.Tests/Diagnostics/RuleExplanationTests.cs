using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class RuleExplanationTests
{
    [Fact]
    public void Every_rule_has_its_entry_and_every_entry_its_rule() =>
        Assert.Equal(Rules.All.Select(rule => $"{rule.Id} {rule.Name}"), RuleExplanation.Headings);

    [Fact]
    public void An_entry_has_a_reason_and_two_examples_that_differ() => Assert.All(Rules.All, rule =>
    {
        RuleExplanation explanation = RuleExplanation.Of(rule);
        Assert.Matches(@"^[A-Z“].*\.$", explanation.Reason);
        Assert.NotEqual(rule.Summary, explanation.Reason);
        Assert.NotEqual("", explanation.Bad);
        Assert.NotEqual("", explanation.Good);
        Assert.NotEqual(explanation.Bad, explanation.Good);
        Assert.DoesNotContain("\n\n\n", explanation.Bad + explanation.Good, StringComparison.Ordinal);
    });

    [Fact]
    public void An_example_keeps_its_lines_and_its_blank_ones() => Assert.Equal(
        ("A claim.[^dose]", "A claim.[^dose]\n\n[^dose]: Given every three weeks."),
        (RuleExplanation.Of(Rules.FootnoteWithoutText).Bad, RuleExplanation.Of(Rules.FootnoteWithoutText).Good));

    [Fact]
    public void The_readme_lists_every_rule()
    {
        const string Start = "<!-- rules -->\n";
        const string End = "<!-- end of rules -->";
        string file = Repository.Path("README.md");
        string readme = File.ReadAllText(file);
        int start = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.InRange(end, start, readme.Length);
        string table = "| rule | name | severity | what is wrong |\n|---|---|---|---|\n"
            + string.Concat(Rules.All.Select(rule => $"| {rule.Id} | `{rule.Name}` | {(rule.Severity == Severity.Error ? "error" : "warning")}{(Policy.IsFixed(rule) ? ", fixed" : "")} | {rule.Summary} |\n"));
        Cases.Compare(file, readme[..start] + table + readme[end..]);
    }
}
