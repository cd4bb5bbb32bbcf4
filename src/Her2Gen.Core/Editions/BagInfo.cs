using Her2Gen.Diagnostics;

namespace Her2Gen.Editions;

/// <summary>What <c>bag-info.txt</c> says: labels and values, in order; a label may stand several times.</summary>
/// <param name="File">As reports name it.</param>
public sealed record BagInfo(string File, IReadOnlyList<(string Label, string Value, Location Location)> Entries)
{
    /// <summary>The first value of a label, or null.</summary>
    public string? Value(string label) => Entries.FirstOrDefault(entry => entry.Label == label).Value;

    /// <summary>Where a label stands; the file's start where it does not.</summary>
    public Location Place(string label) => Entries.FirstOrDefault(entry => entry.Label == label) is { Value: not null } entry ? entry.Location : Location.Of(File);
}
