using CsCheck;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Tests.Yaml;

public sealed class PolicyReaderTests
{
    private const string Suppression = "suppress:\n  - { rule: HG402, file: content/article.md, line: 7, text: table, reason: being redrawn, until: 2027-01-31 }\n";

    [Fact]
    public void Severities_are_read_by_id_and_by_name() => Assert.Equal(
        [("HG302", Severity.Error), ("HG325", null), ("HG402", Severity.Warning)],
        Read("rules: { number-typed: off, HG302: error, fragment-missing: warning }\n").Severities.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => (weight.Key, weight.Value)));

    [Fact]
    public void A_suppression_is_read_whole() => Assert.Equal(
        [new Suppression(Rules.FragmentMissing, "content/article.md", 7, "table", "being redrawn", new DateOnly(2027, 1, 31), new Location("content/site.yml", 6, 13, 18))],
        Read(Suppression).Suppressions);

    [Theory]
    [InlineData("rules: { numbr-typed: off }", "content/site.yml:5:10: error HG106 unknown-key: there is no rule `numbr-typed`\n  = did you mean `number-typed`?")]
    [InlineData("rules: { HG42: off }", "content/site.yml:5:10: error HG106 unknown-key: there is no rule `HG42`\n  = did you mean `HG402`?")]
    [InlineData("rules: { number-typed: of }", "content/site.yml:5:24: error HG108 wrong-type: `number-typed` must be one of `error`, `warning`, `off`\n  = did you mean `off`?")]
    [InlineData("rules: { HG101: off }", "content/site.yml:5:17: error HG108 wrong-type: `HG101` file-unreadable may not be turned off\n  = without it no build means anything: mend what it finds")]
    [InlineData("rules: { unknown-citation: warning }", "content/site.yml:5:28: error HG108 wrong-type: `HG301` unknown-citation may not be a warning\n  = without it no build means anything: mend what it finds")]
    [InlineData("rules: { HG301: error }", "")]
    [InlineData("rules: { HG402: off, fragment-missing: error }", "content/site.yml:5:22: error HG105 duplicate-key: `fragment-missing` is `HG402` at line 5\n  = keep one of them")]
    [InlineData("rules: [HG402]", "content/site.yml:5:8: error HG108 wrong-type: `rules` must be `rule: severity` lines\n  = for example `number-typed: off`")]
    [InlineData("suppress: [{ rule: HG402, file: a.md, reason: x }]", "content/site.yml:5:12: error HG107 missing-key: a suppression needs `until`\n  = the last day on which it may, YYYY-MM-DD")]
    [InlineData("suppress: [{ rule: HG402, file: a.md, until: 2027-01-31 }]", "content/site.yml:5:12: error HG107 missing-key: a suppression needs `reason`\n  = why the finding may stand")]
    [InlineData("suppress: [{ rule: HG402, file: a.md, reason: x, until: 31/12/2027 }]", "content/site.yml:5:57: error HG108 wrong-type: `until` must be a date, YYYY-MM-DD\n  = write 2027-12-31")]
    [InlineData("suppress: [{ rule: HG402, file: a.md, reason: x, until: 2027-01-31, line: 0 }]", "content/site.yml:5:75: error HG108 wrong-type: `line` must be a number from 1")]
    [InlineData("suppress: [{ rule: HG101, file: a.md, reason: x, until: 2027-01-31 }]", "content/site.yml:5:20: error HG108 wrong-type: `HG101` file-unreadable may not be suppressed\n  = without it no build means anything: mend what it finds")]
    [InlineData("suppress: [{ rule: nothing-known, file: a.md, reason: x, until: 2027-01-31 }]", "content/site.yml:5:20: error HG106 unknown-key: there is no rule `nothing-known`\n  = `her2gen rules` lists them")]
    [InlineData("suppress: [{ rule: [], file: a.md, reason: x, until: 2027-01-31 }]", "content/site.yml:5:20: error HG108 wrong-type: `rule` must be the id or the name of a rule\n  = `her2gen rules` lists them")]
    public void What_is_wrong_is_said_at_its_place(string line, string said)
    {
        DiagnosticBag diagnostics = new();
        Policy policy = Read(line + "\n", diagnostics);
        Assert.Equal(said, Saying.Of(diagnostics));
        if (said.Length > 0 && !line.Contains("HG402: off", StringComparison.Ordinal)) Assert.Equal((0, 0), (policy.Severities.Count, policy.Suppressions.Count));
    }

    [Fact]
    public void Damaged_settings_weaken_no_fixed_rule() =>
        Texts.Damaged("rules: { HG101: error, HG402: off, unknown-citation: error }\n" + Suppression, "off", "warning", "HG101", "HG301", ":", ",", "{", "\n").Sample(text =>
        {
            Policy policy = Read(text);
            Assert.All(policy.Severities, weight => Assert.True(weight.Value == Severity.Error || !Policy.IsFixed(Rules.Named(weight.Key) ?? throw new InvalidOperationException())));
            Assert.All(policy.Suppressions, suppression => Assert.False(Policy.IsFixed(suppression.Rule)));
        });

    private static Policy Read(string lines) => Read(lines, new DiagnosticBag());

    private static Policy Read(string lines, DiagnosticBag diagnostics)
    {
        SourceText source = new("content/site.yml", TestSite.Settings + lines);
        YamlMap? map = YamlReader.Read(source, 0, source.Text.Length, diagnostics);
        if (map is not null) SiteSettings.Schema.Check(map, diagnostics);
        return SiteSettings.From(map ?? new YamlMap([], source.At(0, 0))).Policy;
    }
}
