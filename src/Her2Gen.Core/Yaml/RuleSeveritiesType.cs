using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>Rules, by id or name, and the severity that each has in this site.</summary>
internal sealed record RuleSeveritiesType : SchemaType
{
    private static readonly SchemaType Weight = Choice("error", "warning", "off");

    public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
    {
        if (value is not YamlMap map)
        {
            diagnostics.Add(Rules.WrongType, value.Location, $"`{key}` must be `rule: severity` lines", "for example `number-typed: off`");
            return;
        }

        Dictionary<string, YamlEntry> first = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in map.Entries)
        {
            Weight.Check(entry.Key, entry.Value, diagnostics);
            if (RuleName.Check(entry.Key, entry.KeyLocation, diagnostics) is not { } rule) continue;
            if (!first.TryAdd(rule.Id, entry))
                diagnostics.Add(Rules.DuplicateKey, entry.KeyLocation, $"`{entry.Key}` is `{first[rule.Id].Key}` at line {first[rule.Id].KeyLocation.Line}", "keep one of them");
            if (Policy.IsFixed(rule) && entry.Value is YamlText { Value: var weight } && weight is "off" or "warning")
                RuleName.Refuse(rule, weight == "off" ? "turned off" : "a warning", entry.Value.Location, diagnostics);
        }
    }

    public override IEnumerable<(string Keyword, object Value)> JsonSchema() => [("type", "object"), ("additionalProperties", Weight)];
}
