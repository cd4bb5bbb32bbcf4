using Her2Gen.Diagnostics;

namespace Her2Gen.References;

/// <summary>The references that one citation of a text names.</summary>
/// <param name="Location">Of its first key.</param>
public sealed record CitedTogether(IReadOnlyList<string> Keys, Location Location);
