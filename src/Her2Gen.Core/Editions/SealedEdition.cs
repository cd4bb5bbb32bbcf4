using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>An edition as it lies in its bag.</summary>
/// <param name="Facts">What it says of itself; what could not be read, and was reported, is as in a first edition.</param>
/// <param name="SealDigest">The SHA-512 of its tag manifest, by which the next edition names it; empty when there is none.</param>
/// <param name="IsSound">Whether nothing is wrong with it, the chain aside.</param>
public sealed record SealedEdition(Bag Bag, EditionFacts Facts, string SealDigest, bool IsSound)
{
    public EditionId Id => Facts.Id;

    /// <summary>The whole microsite with its sources, by paths below the edition's folder.</summary>
    public FileTree Payload => Bag.Contents.Files.Under(BagContents.Payload);
}
