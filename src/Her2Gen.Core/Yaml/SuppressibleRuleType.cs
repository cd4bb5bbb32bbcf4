using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>A rule, by id or name, whose findings a site may let pass.</summary>
internal sealed record SuppressibleRuleType : SchemaType
{
    public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
    {
        if (value is not YamlText { Value: var written })
            diagnostics.Add(Rules.WrongType, value.Location, $"`{key}` must be the id or the name of a rule", "`her2gen rules` lists them");
        else if (RuleName.Check(written, value.Location, diagnostics) is { } rule && Policy.IsFixed(rule))
            RuleName.Refuse(rule, "suppressed", value.Location, diagnostics);
    }

    public override IEnumerable<(string Keyword, object Value)> JsonSchema() => [("type", "string"), ("minLength", 1)];
}
