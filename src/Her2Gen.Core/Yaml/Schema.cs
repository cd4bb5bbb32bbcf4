using System.Text;
using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>One key of a <see cref="Schema"/>.</summary>
public sealed record SchemaKey(string Name, SchemaType Type, bool Required, string Description)
{
    /// <summary>Why a required key is required, where its name does not say so: a half sentence for who left it out.</summary>
    public string? Why { get; init; }
}

/// <summary>The keys that a mapping may have: what the reader checks against, and what <c>her2gen schema</c> prints.</summary>
/// <param name="Title">What the mapping is: <c>article front matter</c>.</param>
/// <param name="Keys">A closed list: any other key is a mistake.</param>
/// <param name="ExactlyOneOf">Keys of which one and only one must be there.</param>
public sealed record Schema(string Title, IReadOnlyList<SchemaKey> Keys, IReadOnlyList<string> ExactlyOneOf)
{
    public Schema(string title, IReadOnlyList<SchemaKey> keys) : this(title, keys, [])
    {
    }

    /// <summary>Reports each unknown, missing and ill-typed key.</summary>
    public void Check(YamlMap map, DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in map.Entries)
        {
            if (Keys.FirstOrDefault(key => key.Name == entry.Key) is { } key)
            {
                key.Type.Check(key.Name, entry.Value, diagnostics);
            }
            else
            {
                diagnostics.Add(Rules.UnknownKey, entry.KeyLocation, $"{Title} has no key `{entry.Key}`", Nearest.Hint(entry.Key, Keys.Select(k => k.Name)));
            }
        }

        foreach (SchemaKey key in Keys.Where(key => key.Required && map.Entry(key.Name) is null))
            diagnostics.Add(Rules.MissingKey, map.Location, $"{Title} needs `{key.Name}`", key.Why is null ? key.Description : $"{key.Description}: {key.Why}");
        if (ExactlyOneOf.Count > 0 && ExactlyOneOf.Count(name => map.Entry(name) is not null) != 1)
            diagnostics.Add(Rules.MissingKey, map.Location, $"{Title} needs exactly one of {string.Join(", ", ExactlyOneOf.Select(name => $"`{name}`"))}");
    }

    /// <summary>This schema as a JSON Schema document (draft 2020-12), indented, ending in a line feed.</summary>
    public string ToJsonSchema()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", Title);
            WriteKeywords(writer, JsonSchema());
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    internal IEnumerable<(string Keyword, object Value)> JsonSchema()
    {
        yield return ("type", "object");
        yield return ("additionalProperties", false);
        string[] required = [.. Keys.Where(key => key.Required).Select(key => key.Name)];
        if (required.Length > 0) yield return ("required", required);
        if (ExactlyOneOf.Count > 0) yield return ("oneOf", ExactlyOneOf);
        yield return ("properties", Keys);
    }

    private static void WriteKeywords(Utf8JsonWriter writer, IEnumerable<(string Keyword, object Value)> keywords)
    {
        foreach ((string keyword, object value) in keywords)
        {
            writer.WritePropertyName(keyword);
            switch (value)
            {
                case bool flag: writer.WriteBooleanValue(flag); break;
                case int number: writer.WriteNumberValue(number); break;
                case string text: writer.WriteStringValue(text); break;
                case IReadOnlyList<string> alternatives when keyword == "oneOf": WriteOneOf(writer, alternatives); break;
                case IReadOnlyList<string> texts:
                    writer.WriteStartArray();
                    foreach (string text in texts) writer.WriteStringValue(text);
                    writer.WriteEndArray();
                    break;
                case SchemaType type:
                    writer.WriteStartObject();
                    WriteKeywords(writer, type.JsonSchema());
                    writer.WriteEndObject();
                    break;
                case IReadOnlyList<SchemaKey> keys: WriteProperties(writer, keys); break;
                default: throw new InvalidOperationException($"no JSON for {value.GetType()}");
            }
        }
    }

    private static void WriteOneOf(Utf8JsonWriter writer, IReadOnlyList<string> alternatives)
    {
        writer.WriteStartArray();
        foreach (string name in alternatives)
        {
            writer.WriteStartObject();
            WriteKeywords(writer, [("required", new[] { name })]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, IReadOnlyList<SchemaKey> keys)
    {
        writer.WriteStartObject();
        foreach (SchemaKey key in keys)
        {
            writer.WritePropertyName(key.Name);
            writer.WriteStartObject();
            writer.WriteString("description", key.Description);
            WriteKeywords(writer, key.Type.JsonSchema());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
