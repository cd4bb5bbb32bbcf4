using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>A line of a manifest: a file's path in the bag, and its digest in lower-case hexadecimal digits.</summary>
public sealed record ManifestEntry(FilePath Path, string Digest, Location Location);
