using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class PolicyTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Location Entry = new("content/site.yml", 7, 5, 12);

    [Fact]
    public void A_rule_can_be_raised_lowered_and_turned_off() => Assert.Equal(
        """
        a.md:1:1: warning HG402 fragment-missing: one
        a.md:2:1: error HG302 uncited-reference: two
        """,
        Said(Policy.None with { Severities = Weights((Rules.FragmentMissing, Severity.Warning), (Rules.UncitedReference, Severity.Error), (Rules.NumberTyped, null)) }, Three));

    [Fact]
    public void What_is_suppressed_is_left_out_and_kept_apart()
    {
        Findings found = Apply(Suppressing(Suppress(Rules.FragmentMissing)), Three);
        Assert.Equal("a.md:2:1: warning HG302 uncited-reference: two\na.md:3:1: warning HG325 number-typed: three", string.Join('\n', found.Reported));
        Assert.Equal("a.md:1:1: error HG402 fragment-missing: one", found.Suppressed.Single().Diagnostic.ToString());
        Assert.Equal((0, 2), (found.Errors, found.Warnings));
    }

    [Fact]
    public void The_last_day_counts() => Assert.Equal("", Said(Suppressing(Suppress(Rules.FragmentMissing) with { Until = Today }), Three[..1]));

    [Fact]
    public void A_suppression_that_is_over_covers_nothing_and_is_an_error() => Assert.Equal(
        """
        a.md:1:1: error HG402 fragment-missing: one
        content/site.yml:7:5: error HG115 suppression-expired: the suppression of `HG402` in `a.md` ended on 2026-11-25
        """,
        Said(Suppressing(Suppress(Rules.FragmentMissing) with { Until = Today.AddDays(-1) }), Three[..1]));

    [Fact]
    public void A_suppression_of_what_only_the_network_tells_is_never_unused() =>
        Assert.Equal("", Said(Suppressing(Suppress(Rules.ExternalMoved), Suppress(Rules.ExternalDead) with { Until = Today.AddDays(-1) }), []));

    [Fact]
    public void A_suppression_that_covers_nothing_is_a_warning_whether_it_is_over_or_not() => Assert.Equal(
        "content/site.yml:7:5: warning HG114 suppression-unused: nothing is found that the suppression of `HG402` in `b.md` covers",
        Said(Suppressing(Suppress(Rules.FragmentMissing) with { File = "b.md", Until = Today.AddDays(-1) }), []));

    [Theory]
    [InlineData("a.md", null, null, true)]
    [InlineData("a.md", 1, null, true)]
    [InlineData("a.md", 2, null, false)]
    [InlineData("a.md", null, "n", true)]
    [InlineData("a.md", null, "ONE", false)]
    [InlineData("A.md", null, null, false)]
    public void A_suppression_covers_its_file_line_and_text(string file, int? line, string? text, bool covers) =>
        Assert.Equal(covers, (Suppress(Rules.FragmentMissing) with { File = file, Line = line, Text = text }).Covers(Three[0]));

    [Fact]
    public void One_place_of_a_cause_can_be_suppressed() => Assert.Equal(
        "b.md:1:1: error HG402 fragment-missing: one",
        Said(Suppressing(Suppress(Rules.FragmentMissing)), [Three[0], Three[0] with { Location = new Location("b.md", 1, 1, 2) }]));

    [Fact]
    public void Two_suppressions_may_cover_one_finding_and_both_are_used() =>
        Assert.Equal("", Said(Suppressing(Suppress(Rules.FragmentMissing), Suppress(Rules.FragmentMissing) with { Line = 1, Location = Entry with { Line = 9 } }), Three[..1]));

    [Fact]
    public void Only_the_rules_that_are_asked_for_speak_and_what_hinders_the_checks()
    {
        Diagnostic unreadable = new(Rules.FileUnreadable, Location.Of("c.md"), "the file cannot be read");
        Findings found = Policy.None.Apply(Bag([.. Three, unreadable]), Today, new HashSet<string> { "HG302" });
        Assert.Equal("a.md:2:1: warning HG302 uncited-reference: two\nc.md:1:1: error HG101 file-unreadable: the file cannot be read", string.Join('\n', found.Reported));
        Assert.Contains(Rules.UncitedReference, found.Rules);
        Assert.DoesNotContain(Rules.FragmentMissing, found.Rules);
    }

    [Fact]
    public void The_rules_of_a_run_have_the_weight_of_the_site_and_those_turned_off_are_none_of_them()
    {
        IReadOnlyList<Rule> rules = Apply(Policy.None with { Severities = Weights((Rules.FragmentMissing, Severity.Warning), (Rules.NumberTyped, null)) }, []).Rules;
        Assert.Equal(Rules.All.Count - 1, rules.Count);
        Assert.Equal(Severity.Warning, rules.Single(rule => rule.Id == "HG402").Severity);
    }

    [Fact]
    public void Rules_are_counted_most_often_first() => Assert.Equal(
        ["2 HG325", "1 HG302", "1 HG402"],
        Apply(Policy.None, [.. Three, Three[2] with { Message = "four" }]).ByRule.Select(count => $"{count.Value} {count.Key.Id}"));

    [Theory]
    [InlineData("HG101", true)]
    [InlineData("HG114", false)]
    [InlineData("HG115", true)]
    [InlineData("HG202", true)]
    [InlineData("HG301", true)]
    [InlineData("HG302", false)]
    [InlineData("HG406", true)]
    [InlineData("HG402", false)]
    public void What_no_build_can_mean_anything_without_is_fixed(string id, bool isFixed) => Assert.Equal(isFixed, Policy.IsFixed(Rules.Named(id) ?? throw new InvalidOperationException()));

    private static readonly Diagnostic[] Three =
    [
        new(Rules.FragmentMissing, new Location("a.md", 1, 1, 2), "one"),
        new(Rules.UncitedReference, new Location("a.md", 2, 1, 2), "two"),
        new(Rules.NumberTyped, new Location("a.md", 3, 1, 2), "three"),
    ];

    private static Suppression Suppress(Rule rule) => new(rule, "a.md", null, null, "a reason", Today.AddDays(1), Entry);

    private static Policy Suppressing(params Suppression[] suppressions) => Policy.None with { Suppressions = suppressions };

    private static Dictionary<string, Severity?> Weights(params (Rule Rule, Severity? Weight)[] weights) => weights.ToDictionary(weight => weight.Rule.Id, weight => weight.Weight);

    private static string Said(Policy policy, Diagnostic[] found) => string.Join('\n', Apply(policy, found).Reported);

    private static Findings Apply(Policy policy, Diagnostic[] found) => policy.Apply(Bag(found), Today);

    private static DiagnosticBag Bag(Diagnostic[] found)
    {
        DiagnosticBag bag = new();
        foreach (Diagnostic diagnostic in found) bag.Add(diagnostic.Rule, diagnostic.Location, diagnostic.Message, diagnostic.Hint);
        return bag;
    }
}
