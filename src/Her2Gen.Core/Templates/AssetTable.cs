using System.Collections.Concurrent;
using System.IO.Hashing;
using Her2Gen.Files;

namespace Her2Gen.Templates;

/// <summary>The files that pages may use, each under a name that changes with its bytes, so that a host may cache it for ever.</summary>
/// <remarks>Only what is used is published. May be used from several threads.</remarks>
public sealed class AssetTable
{
    public const string Folder = "assets/";

    // 40 bits: enough that two versions of one file never meet. A name is no proof, so the hash need not be a cryptographic one:
    // loading the system's library for those takes a quarter of a one-article build.
    private const int FingerprintLength = 10;

    private sealed record Asset(FilePath Path, ReadOnlyMemory<byte> Bytes, IReadOnlyCollection<FilePath> Uses);

    private readonly FileTree sources;
    private readonly Func<FilePath, ReadOnlyMemory<byte>, AssetTable, ReadOnlyMemory<byte>> publish;
    private readonly ConcurrentDictionary<FilePath, Asset> made;
    private readonly ConcurrentDictionary<FilePath, bool> used = new();

    /// <param name="sources">By name: <c>style.css</c>, <c>figures/a.svg</c>.</param>
    /// <param name="publish">What is published of a source: its bytes, or what a template draws of them.</param>
    public AssetTable(FileTree sources, Func<FilePath, ReadOnlyMemory<byte>, AssetTable, ReadOnlyMemory<byte>> publish)
        : this(sources, publish, new ConcurrentDictionary<FilePath, Asset>())
    {
    }

    private AssetTable(FileTree sources, Func<FilePath, ReadOnlyMemory<byte>, AssetTable, ReadOnlyMemory<byte>> publish, ConcurrentDictionary<FilePath, Asset> made)
    {
        this.sources = sources;
        this.publish = publish;
        this.made = made;
    }

    public IEnumerable<string> Names => sources.Paths.Select(path => path.Value);

    /// <summary>The sources that were used through this table.</summary>
    public IReadOnlyCollection<FilePath> Used => [.. used.Keys];

    /// <summary>The same files, noting apart what is used.</summary>
    public AssetTable Apart() => new(sources, publish, made);

    /// <summary>What is published where these sources are used, with all that they use themselves.</summary>
    public IReadOnlyCollection<(FilePath Path, ReadOnlyMemory<byte> Bytes)> Published(IEnumerable<FilePath> uses)
    {
        List<(FilePath, ReadOnlyMemory<byte>)> published = [];
        HashSet<FilePath> seen = [];
        Stack<FilePath> next = new(uses);
        while (next.TryPop(out FilePath source))
        {
            if (!seen.Add(source)) continue;
            Asset asset = made[source];
            published.Add((asset.Path, asset.Bytes));
            foreach (FilePath inner in asset.Uses) next.Push(inner);
        }

        return published;
    }

    /// <summary>Where an asset is published: <c>assets/style.1f3a9c0b2d.css</c>. Null when there is none of this name.</summary>
    public FilePath? Use(string name)
    {
        if (!FilePath.TryParse(name, out FilePath source) || !sources.TryGet(source, out ReadOnlyMemory<byte> bytes)) return null;
        used.TryAdd(source, true);
        return made.GetOrAdd(source, _ =>
        {
            AssetTable own = Apart();
            ReadOnlyMemory<byte> published = publish(source, bytes, own);
            string fingerprint = Convert.ToHexStringLower(XxHash128.Hash(published.Span))[..FingerprintLength];
            return new Asset(FilePath.Parse($"{Folder}{source.Folder}{source.Stem}.{fingerprint}{source.Extension}"), published, own.Used);
        }).Path;
    }
}
