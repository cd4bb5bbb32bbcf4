using Her2Gen.Diagnostics;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>A name as CSL-JSON has it: either a literal (a group, or <c>et al.</c>) or its parts.</summary>
public sealed record ReferenceName(string? Literal, string Family, string Given, string Particle, string Suffix);

/// <summary>A work that can be cited: one item of a CSL-JSON library.</summary>
/// <param name="Key">What a citation names it by.</param>
/// <param name="Container">The journal or book it is part of, abbreviated as the author wants it printed.</param>
/// <param name="Issued">The date of publication as far as it is known: year, month, day.</param>
/// <param name="Location">Where its key stands.</param>
public sealed record Reference(
    string Key,
    string Type,
    string Title,
    string Container,
    IReadOnlyList<ReferenceName> Authors,
    IReadOnlyList<int> Issued,
    string Volume,
    string Issue,
    string Page,
    string Publisher,
    Doi? Doi,
    Pmid? Pmid,
    string? Url,
    Location Location)
{
    /// <summary>BCP 47; empty where it is not known.</summary>
    public string Language { get; init; } = "";

    /// <summary>The whole record, with the variables that only a citation style asks for.</summary>
    public CslItem Item { get; init; } = new(Key, Type);

    /// <summary>What CSL's <c>status</c> says: <c>in press</c>, <c>retracted</c>; empty where it says nothing.</summary>
    public string Status { get; init; } = "";
}
