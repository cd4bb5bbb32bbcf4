using System.Security.Cryptography;
using System.Text;
using Her2Gen.Articles;
using Her2Gen.Files;
using Her2Gen.Templates;
using Scriban.Runtime;

namespace Her2Gen.Sites;

/// <summary>Gives each asset a name that changes with its bytes, so that a host may cache it for ever.</summary>
public sealed class AssetPublisher
{
    private const string TemplateAssets = "assets/";

    // 40 bits: enough that two versions of one file never meet.
    private const int FingerprintLength = 10;

    private readonly Dictionary<string, FilePath> byName = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files = [];

    /// <summary>The assets of the theme by their name below <c>templates/assets/</c>, the article's by their path below <c>content/</c>.</summary>
    public AssetPublisher(TemplateSet templates, Article article, ScriptObject site)
    {
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in article.Files) Publish(path, bytes);
        FileTree theme = templates.Files.Under(TemplateAssets);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in theme.Where(file => !TemplateSet.IsDrawn(file.Key))) Publish(path, bytes);
        // A style sheet names fonts and images, so it is drawn when they have their names.
        foreach (FilePath path in theme.Paths.Where(TemplateSet.IsDrawn))
        {
            PageLinks links = new(FilePath.Parse(TemplateAssets + path), Root: null, byName);
            string? text = templates.Draw(TemplateAssets + path, new ScriptObject { ["site"] = site }, links, outline: []);
            Publish(path, Encoding.UTF8.GetBytes(text ?? ""));
        }
    }

    public IReadOnlyDictionary<string, FilePath> ByName => byName;

    public IReadOnlyList<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> Files => files;

    private void Publish(FilePath name, ReadOnlyMemory<byte> bytes)
    {
        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..FingerprintLength];
        FilePath path = FilePath.Parse($"{TemplateAssets}{name.Folder}{name.Stem}.{fingerprint}{name.Extension}");
        byName[name.Value] = path;
        files.Add(KeyValuePair.Create(path, bytes));
    }
}
