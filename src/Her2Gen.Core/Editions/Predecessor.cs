namespace Her2Gen.Editions;

/// <summary>A link of the chain: an edition and its seal, as the next edition names them.</summary>
/// <param name="SealDigest">The SHA-512 of its <c>tagmanifest-sha512.txt</c>, in lower-case hexadecimal digits.</param>
public sealed record Predecessor(EditionId Id, string SealDigest);
