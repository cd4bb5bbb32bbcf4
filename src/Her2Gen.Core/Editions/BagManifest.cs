namespace Her2Gen.Editions;

/// <summary>A payload manifest or a tag manifest, as read.</summary>
/// <param name="File">Its path in the bag.</param>
public sealed record BagManifest(string File, DigestAlgorithm Algorithm, bool IsTagManifest, IReadOnlyList<ManifestEntry> Entries);
