using System.Collections.Concurrent;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A site with the facts of its pages, as the checks see it.</summary>
/// <param name="Files">All its files.</param>
/// <param name="Pages">The facts of each HTML page.</param>
/// <param name="Sources">Where things were written; empty for a foreign folder.</param>
/// <param name="Address">Where it is published.</param>
public sealed record CheckedSite(FileTree Files, PathTable<PageFacts> Pages, SourceMap Sources, SiteAddress Address)
{
    // A page of nothing but broken links must not cost the product of its links and the site's files.
    private const int MostHints = 500;
    private const int LongestHinted = 300;

    private readonly Lazy<Dictionary<string, FilePath>> withoutCase = new(() =>
    {
        Dictionary<string, FilePath> paths = new(StringComparer.OrdinalIgnoreCase);
        foreach (FilePath path in Files.Paths) paths.TryAdd(path.Value, path);
        return paths;
    });

    private readonly Lazy<HashSet<string>> folders = new(() => [.. Files.Paths.SelectMany(FoldersOf)]);

    private readonly Lazy<Dictionary<string, FilePath>> byTitle = new(() =>
    {
        Dictionary<string, FilePath> titles = new(StringComparer.Ordinal);
        foreach (PageFacts page in Pages.Values.OrderBy(page => page.Path)) titles.TryAdd(page.Title, page.Path);
        return titles;
    });

    private readonly Lazy<IReadOnlyList<RedirectRule>> redirects = new(() => RedirectFile.Read(Files, Address));
    private readonly Lazy<HashSet<FilePath>> redirected = new(() => [.. RedirectFile.Read(Files, Address).Select(rule => rule.From).OfType<FilePath>()]);
    private readonly ConcurrentDictionary<(string Folder, string Address), Destination> ofFolders = new();
    private readonly ConcurrentDictionary<FilePath, IReadOnlySet<string>> svgIds = new();
    private ConcurrentDictionary<string, string?> hints = new(StringComparer.Ordinal);

    /// <summary>Addresses that lead out of the folder, to what stands around it where it is published.</summary>
    public IReadOnlySet<string> Exits { get; init; } = new HashSet<string>();

    /// <summary>The pages of sealed editions that the site publishes.</summary>
    internal IReadOnlyList<FrozenPage> Frozen { get; private init; } = [];

    /// <summary>This site after a change that left its outline as it was: the names, titles and redirects that were looked up stay.</summary>
    internal CheckedSite With(FileTree files, PathTable<PageFacts> pages, SourceMap sources, IReadOnlyList<FrozenPage> frozen) =>
        this with { Files = files, Pages = pages, Sources = sources, Frozen = frozen, hints = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal) };

    /// <summary>All files but those of sealed editions, which nobody can change.</summary>
    internal FileTree OwnFiles => Files.Where(static (path, all) => !SiteChecker.IsFrozen(path, all));

    /// <summary>The first page, in ordinal order, that has a title.</summary>
    public FilePath? FirstTitled(string title) => byTitle.Value.TryGetValue(title, out FilePath page) ? page : null;

    /// <summary>The file that has this path but for upper and lower case.</summary>
    public FilePath? IgnoringCase(FilePath path) => withoutCase.Value.TryGetValue(path.Value, out FilePath found) ? found : null;

    /// <summary>Whether a folder holds a file.</summary>
    public bool HasFolder(FilePath folder) => folders.Value.Contains(folder.Value);

    /// <summary>What the host sends elsewhere.</summary>
    internal IReadOnlyList<RedirectRule> Redirects => redirects.Value;

    /// <summary>Whether the host answers a path with another place.</summary>
    internal bool IsRedirected(FilePath path) => redirected.Value.Contains(path);

    /// <summary>Where each address of a page leads, in the order of <see cref="PageFacts.Addresses"/>.</summary>
    internal IReadOnlyList<Destination> DestinationsOf(PageFacts page) => page.DestinationsIn(Address, ofFolders);

    /// <summary>The file that a host sends for a destination inside the site; null when there is none.</summary>
    internal FilePath? FileOf(Destination destination)
    {
        FilePath path = destination.Path;
        if (!destination.IsFolder && Files.Contains(path)) return path;
        return IndexOf(path) is { } index && Files.Contains(index) ? index : null;
    }

    /// <summary>The file that a folder shows.</summary>
    internal static FilePath? IndexOf(FilePath folder) => FilePath.TryParse(folder.Value.Length == 0 ? "index.html" : folder.Value + "/index.html", out FilePath index) ? index : null;

    /// <summary>The places of a file that an address may lead to; null for a file that has none that are known here.</summary>
    internal IReadOnlySet<string>? TargetsOf(FilePath path)
    {
        if (Pages.TryGetValue(path, out PageFacts? page)) return page.Targets;
        return path.Extension == ".svg" && Files.TryGet(path, out ReadOnlyMemory<byte> bytes) ? svgIds.GetOrAdd(path, _ => XmlFile.Ids(path, bytes)) : null;
    }

    /// <summary>The nearest right name for a file that is not there.</summary>
    internal string? HintFor(string path) => Hint("/" + path, path, () => Files.Paths.Select(known => known.Value));

    /// <summary>The nearest right name for a place that a file does not have.</summary>
    internal string? HintFor(FilePath file, string fragment, IReadOnlySet<string> targets) => Hint(file.Value + "#" + fragment, fragment, () => targets);

    private string? Hint(string key, string written, Func<IEnumerable<string>> candidates) =>
        written.Length <= LongestHinted && (hints.Count < MostHints || hints.ContainsKey(key)) ? hints.GetOrAdd(key, _ => Nearest.Hint(written, candidates())) : null;

    private static IEnumerable<string> FoldersOf(FilePath path)
    {
        for (int end = path.Value.LastIndexOf('/'); end > 0; end = path.Value.LastIndexOf('/', end - 1)) yield return path.Value[..end];
    }
}
