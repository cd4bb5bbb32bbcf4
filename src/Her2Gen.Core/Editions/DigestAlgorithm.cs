using System.Security.Cryptography;

namespace Her2Gen.Editions;

/// <summary>A digest as manifests name it (RFC 8493, 2.4).</summary>
/// <param name="Name">As in <c>manifest-NAME.txt</c>.</param>
/// <param name="Length">In bytes.</param>
public sealed record DigestAlgorithm(string Name, int Length)
{
    public static readonly DigestAlgorithm Sha256 = new("sha256", SHA256.HashSizeInBytes);
    public static readonly DigestAlgorithm Sha512 = new("sha512", SHA512.HashSizeInBytes);

    // The strongest first: what it finds is what is told.
    public static readonly IReadOnlyList<DigestAlgorithm> All = [Sha512, new("sha384", SHA384.HashSizeInBytes), Sha256, new("sha1", SHA1.HashSizeInBytes), new("md5", MD5.HashSizeInBytes)];

    public static DigestAlgorithm? Of(string name) => All.FirstOrDefault(algorithm => algorithm.Name == name);

    /// <summary>In lower-case hexadecimal digits.</summary>
    public string Of(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(Name switch
    {
        "sha512" => SHA512.HashData(bytes.Span),
        "sha384" => SHA384.HashData(bytes.Span),
        "sha256" => SHA256.HashData(bytes.Span),
        "sha1" => SHA1.HashData(bytes.Span),
        _ => MD5.HashData(bytes.Span),
    });
}
