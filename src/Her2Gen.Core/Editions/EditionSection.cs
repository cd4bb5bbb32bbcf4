namespace Her2Gen.Editions;

/// <summary>A heading and what follows it up to the next heading.</summary>
/// <param name="Id">Of the heading; empty for what stands before the first heading.</param>
/// <param name="Heading">Its text.</param>
/// <param name="Level">2 to 6: a section belongs to the nearest one before it with a lower level. 1 for what stands before the first heading.</param>
/// <param name="Blocks">The heading first.</param>
public sealed record EditionSection(string Id, string Heading, int Level, IReadOnlyList<TextBlock> Blocks);
