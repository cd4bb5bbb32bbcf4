using System.Collections.Concurrent;
using System.IO.Hashing;
using Her2Gen.Files;

namespace Her2Gen.Templates;

/// <summary>The files that pages may use, each under a name that changes with its bytes, so that a host may cache it for ever.</summary>
/// <remarks>Only what is used is published. May be used from several threads.</remarks>
/// <param name="sources">By name: <c>style.css</c>, <c>figures/a.svg</c>.</param>
/// <param name="publish">What is published of a source: its bytes, or what a template draws of them.</param>
public sealed class AssetTable(FileTree sources, Func<FilePath, ReadOnlyMemory<byte>, AssetTable, ReadOnlyMemory<byte>> publish)
{
    public const string Folder = "assets/";

    // 40 bits: enough that two versions of one file never meet. A name is no proof, so the hash need not be a cryptographic one:
    // loading the system's library for those takes a quarter of a one-article build.
    private const int FingerprintLength = 10;

    private readonly ConcurrentDictionary<FilePath, (FilePath Path, ReadOnlyMemory<byte> Bytes)> used = new();

    public IEnumerable<string> Names => sources.Paths.Select(path => path.Value);

    /// <summary>What has been used so far.</summary>
    public IEnumerable<(FilePath Path, ReadOnlyMemory<byte> Bytes)> Published => used.Values;

    /// <summary>Where an asset is published: <c>assets/style.1f3a9c0b2d.css</c>. Null when there is none of this name.</summary>
    public FilePath? Use(string name)
    {
        if (!FilePath.TryParse(name, out FilePath source) || !sources.TryGet(source, out ReadOnlyMemory<byte> bytes)) return null;
        return used.GetOrAdd(source, _ =>
        {
            ReadOnlyMemory<byte> published = publish(source, bytes, this);
            string fingerprint = Convert.ToHexStringLower(XxHash128.Hash(published.Span))[..FingerprintLength];
            return (FilePath.Parse($"{Folder}{source.Folder}{source.Stem}.{fingerprint}{source.Extension}"), published);
        }).Path;
    }
}
