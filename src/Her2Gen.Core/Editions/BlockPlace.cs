namespace Her2Gen.Editions;

/// <summary>Where a block stands in its edition.</summary>
/// <param name="Section">Which section of the edition, from 0.</param>
/// <param name="Index">Which block of the section, from 0.</param>
public readonly record struct BlockPlace(int Section, int Index);
