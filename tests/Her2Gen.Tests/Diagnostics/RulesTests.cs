using System.Reflection;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class RulesTests
{
    [Fact]
    public void Every_rule_that_is_declared_is_in_the_table() => Assert.Equal(
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>(),
        Rules.All);

    [Fact]
    public void Ids_rise_and_no_name_is_given_twice()
    {
        Assert.Equal(Rules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Id));
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Name).Distinct().Count());
    }

    [Fact]
    public void An_id_is_HG_and_three_digits_a_name_is_words_and_a_summary_a_sentence() => Assert.All(Rules.All, rule =>
    {
        Assert.Matches("^HG[1-6][0-9]{2}$", rule.Id);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name);
        Assert.Matches(@"^[A-Z].*\.$", rule.Summary);
    });
}
