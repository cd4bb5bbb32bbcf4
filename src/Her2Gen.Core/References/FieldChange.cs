using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>A variable of a record that a registry has otherwise.</summary>
/// <param name="Before">In CSL-JSON; null where the record has no such variable.</param>
/// <param name="After">In CSL-JSON.</param>
public sealed record FieldChange(string Name, string? Before, string After)
{
    /// <summary>What a newer record says otherwise, or more; what it does not say is no change.</summary>
    public static IReadOnlyList<FieldChange> Between(CslItem before, CslItem after) =>
    [
        .. from member in CslJsonWriter.Members(after)
           let old = CslJsonWriter.Members(before).FirstOrDefault(other => other.Name == member.Name).Value
           where member.Name != "id" && old != member.Value && !IsSameDoi(member.Name, old, member.Value)
           select new FieldChange(member.Name, old, member.Value),
    ];

    private static bool IsSameDoi(string name, string? before, string after) => name == "DOI" && string.Equals(before, after, StringComparison.OrdinalIgnoreCase);

    /// <summary>On one line, for people.</summary>
    public override string ToString() => Before is null ? $"+ {Name}: {After}" : $"~ {Name}: {Before} → {After}";
}
