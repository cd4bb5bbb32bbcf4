using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A site with the facts of its pages, as the checks see it.</summary>
/// <param name="Files">All its files.</param>
/// <param name="Pages">The facts of each HTML page.</param>
/// <param name="Sources">Where things were written; empty for a foreign folder.</param>
/// <param name="BasePath">What a root-relative address starts with, '/' at both ends.</param>
public sealed record CheckedSite(FileTree Files, IReadOnlyDictionary<FilePath, PageFacts> Pages, SourceMap Sources, string BasePath)
{
    private readonly Lazy<Dictionary<string, FilePath>> withoutCase = new(() =>
    {
        Dictionary<string, FilePath> paths = new(StringComparer.OrdinalIgnoreCase);
        foreach (FilePath path in Files.Paths) paths.TryAdd(path.Value, path);
        return paths;
    });

    private readonly Lazy<Dictionary<string, FilePath>> byTitle = new(() =>
    {
        Dictionary<string, FilePath> titles = new(StringComparer.Ordinal);
        foreach (PageFacts page in Pages.Values.OrderBy(page => page.Path)) titles.TryAdd(page.Title, page.Path);
        return titles;
    });

    /// <summary>The first page, in ordinal order, that has a title.</summary>
    public FilePath? FirstTitled(string title) => byTitle.Value.TryGetValue(title, out FilePath page) ? page : null;

    /// <summary>The file that has this path but for upper and lower case.</summary>
    public FilePath? IgnoringCase(FilePath path) => withoutCase.Value.TryGetValue(path.Value, out FilePath found) ? found : null;
}
