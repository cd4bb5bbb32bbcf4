using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>A text for each of any number of names.</summary>
/// <param name="Form">What a line is like, for who wrote another: <c>old.html: new.html</c>.</param>
internal sealed record TextMapType(string Form) : SchemaType
{
    public override void Check(string key, YamlValue value, DiagnosticBag diagnostics)
    {
        if (value is not YamlMap map)
        {
            diagnostics.Add(Rules.WrongType, value.Location, $"`{key}` must be lines of two texts", $"for example `{Form}`");
            return;
        }

        foreach (YamlEntry entry in map.Entries) Text.Check(entry.Key, entry.Value, diagnostics);
    }

    public override IEnumerable<(string Keyword, object Value)> JsonSchema() => [("type", "object"), ("additionalProperties", Text)];
}
