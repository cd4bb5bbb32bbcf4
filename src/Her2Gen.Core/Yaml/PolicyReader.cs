using System.Globalization;
using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>Reads a <see cref="Policy"/> from the keys <c>rules</c> and <c>suppress</c>. What is wrong in them has been reported by their types.</summary>
public static class PolicyReader
{
    public static readonly SchemaKey RulesKey = new("rules", new RuleSeveritiesType(), Required: false, "the severity of rules, by id or name: error, warning or off");

    public static readonly SchemaKey SuppressKey = new("suppress", SchemaType.ListOf(SchemaType.MapOf(new Schema("a suppression",
    [
        new("rule", new SuppressibleRuleType(), Required: true, "the id or the name of the rule"),
        new("file", SchemaType.Text, Required: true, "the file, as the finding names it"),
        new("line", SchemaType.Ordinal, Required: false, "the line, when only that one is meant"),
        new("text", SchemaType.Text, Required: false, "a part of the message, when only some findings are meant"),
        new("reason", SchemaType.Text, Required: true, "why the finding may stand"),
        new("until", SchemaType.Date, Required: true, "the last day on which it may, YYYY-MM-DD"),
    ]))), Required: false, "findings that may stand for a time");

    public static Policy Read(YamlMap settings)
    {
        Dictionary<string, Severity?> severities = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in (settings.Entry(RulesKey.Name)?.Value as YamlMap)?.Entries ?? [])
        {
            if (Rules.Named(entry.Key) is not { } rule || entry.Value is not YamlText { Value: var weight }) continue;
            if (weight == "error") severities.TryAdd(rule.Id, Severity.Error);
            if (weight == "warning" && !Policy.IsFixed(rule)) severities.TryAdd(rule.Id, Severity.Warning);
            if (weight == "off" && !Policy.IsFixed(rule)) severities.TryAdd(rule.Id, null);
        }

        return new Policy(severities, [.. settings.Maps(SuppressKey.Name).Select(SuppressionOf).OfType<Suppression>()]);
    }

    // An entry with a fault lets nothing pass.
    private static Suppression? SuppressionOf(YamlMap map)
    {
        if (Rules.Named(map.Text("rule") ?? "") is not { } rule || Policy.IsFixed(rule)) return null;
        if (map.Text("file") is not { } file || map.Text("reason") is not { } reason || map.Date("until") is not { } until) return null;
        int? line = int.TryParse(map.Text("line"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
        if (map.Entry("line") is not null && line is null) return null;
        return new Suppression(rule, file, line, map.Text("text"), reason, until, map.Entry("rule")?.Value.Location ?? map.Location);
    }
}
