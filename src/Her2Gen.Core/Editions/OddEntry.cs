namespace Her2Gen.Editions;

/// <summary>Something in a folder that is no file with a plain name.</summary>
/// <param name="Path">As found, with '/'.</param>
public sealed record OddEntry(string Path, OddKind Kind);
