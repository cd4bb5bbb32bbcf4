namespace Her2Gen.Editions;

/// <summary>A bag as read: what its tag files say of its files.</summary>
/// <param name="Version">1.0 where <c>bagit.txt</c> does not say.</param>
/// <param name="Fetched">What <c>fetch.txt</c> would have brought from elsewhere, by path in the bag; nothing is ever fetched.</param>
public sealed record Bag(BagContents Contents, BagVersion Version, IReadOnlyList<BagManifest> Manifests, BagInfo Info, IReadOnlyList<ManifestEntry> Fetched)
{
    public IEnumerable<BagManifest> PayloadManifests => Manifests.Where(manifest => !manifest.IsTagManifest);

    public IEnumerable<BagManifest> TagManifests => Manifests.Where(manifest => manifest.IsTagManifest);
}
