namespace Her2Gen.Editions;

/// <summary>A number that is another in the newer edition, or in one of the two only.</summary>
/// <param name="Older">As written; null when it was added.</param>
/// <param name="Newer">As written; null when it was removed.</param>
/// <param name="Before">The words before it, as the edition has them that has the number; both, in the newer.</param>
/// <param name="After">The words behind it.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Block">In which block of the section.</param>
/// <param name="Column">In which part of the block; empty where it has one part only.</param>
public sealed record NumberChange(string? Older, string? Newer, string Before, string After, SectionChange Section, BlockChange Block, string Column);
