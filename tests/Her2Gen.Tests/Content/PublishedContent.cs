using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Sites;

namespace Her2Gen.Tests.Content;

/// <summary>The repository's own content, and what becomes of it when one thing is changed.</summary>
internal static class PublishedContent
{
    public static FileTree Sources { get; } = Read();

    public static string Text(string path) =>
        Sources.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes) ? Encoding.UTF8.GetString(bytes.Span) : throw new InvalidOperationException($"no {path}");

    /// <summary>The content with one file's text changed.</summary>
    public static FileTree With(string path, string text) =>
        Sources.With(new FileTree([KeyValuePair.Create(FilePath.Parse(path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))]));

    /// <summary>All that a build of it says, one line each.</summary>
    public static string[] Said(FileTree sources)
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(sources, diagnostics);
        return [.. diagnostics.Sorted().Select(found => found.ToString())];
    }

    public static FileTree Built(FileTree sources)
    {
        Site? site = SiteFolder.Build(sources, new DiagnosticBag());
        Assert.NotNull(site);
        return site.Files;
    }

    private static FileTree Read()
    {
        DiagnosticBag diagnostics = new();
        FileTree? sources = new SiteFolder(Repository.Root).ReadSources(diagnostics);
        Assert.NotNull(sources);
        Assert.Empty(diagnostics.Sorted());
        return sources;
    }
}
