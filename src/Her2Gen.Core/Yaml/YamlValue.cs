using Her2Gen.Diagnostics;

namespace Her2Gen.Yaml;

/// <summary>A YAML value and where it stands.</summary>
public abstract record YamlValue(Location Location);

/// <summary>A scalar, as written; what type it has is for its <see cref="Schema"/> to say.</summary>
public sealed record YamlText(string Value, Location Location) : YamlValue(Location);

public sealed record YamlList(IReadOnlyList<YamlValue> Items, Location Location) : YamlValue(Location);

public sealed record YamlEntry(string Key, Location KeyLocation, YamlValue Value);

/// <summary>A mapping, its keys in the order written.</summary>
/// <remarks>The getters answer with nothing for a value of another type: that has been reported by <see cref="Schema.Check"/>.</remarks>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, Location Location) : YamlValue(Location)
{
    public YamlEntry? Entry(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    public string? Text(string key) => (Entry(key)?.Value as YamlText)?.Value;

    public DateOnly? Date(string key) => Text(key) is { } text && IsoDate.TryParse(text, out DateOnly date) ? date : null;

    public bool Flag(string key) => Text(key) == "true";

    public IReadOnlyList<YamlText> Texts(string key) => [.. Items(key).OfType<YamlText>()];

    public IReadOnlyList<YamlMap> Maps(string key) => [.. Items(key).OfType<YamlMap>()];

    private IReadOnlyList<YamlValue> Items(string key) => (Entry(key)?.Value as YamlList)?.Items ?? [];
}
