using System.Collections.Concurrent;

namespace Her2Gen.Files;

/// <summary>Paths in ordinal order, each once: shared by all that differs only in what stands under them.</summary>
internal sealed class PathSet(FilePath[] paths)
{
    /// <summary>Some of the paths.</summary>
    /// <param name="Places">Where they stand in the whole.</param>
    public sealed record Selection(int[] Places, PathSet Paths);

    private readonly ConcurrentDictionary<string, (int Start, PathSet Paths)> folders = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Delegate, Selection> selections = [];

    // Made when a path is first asked for: many are only gone through.
    private Dictionary<FilePath, int>? places;

    /// <summary>Puts entries in the order of their paths.</summary>
    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public static KeyValuePair<FilePath, T>[] InOrder<T>(KeyValuePair<FilePath, T>[] entries)
    {
        Array.Sort(entries, (one, other) => one.Key.CompareTo(other.Key));
        for (int i = 1; i < entries.Length; i++)
            if (entries[i].Key == entries[i - 1].Key) throw new ArgumentException($"`{entries[i].Key}` stands twice");
        return entries;
    }

    public FilePath[] All => paths;

    /// <summary>Where a path stands, or -1.</summary>
    public int PlaceOf(FilePath path)
    {
        places ??= paths.Index().ToDictionary(path => path.Item, path => path.Index);
        return places.GetValueOrDefault(path, -1);
    }

    /// <param name="next">Where it stands as a rule: who goes through paths in order finds each behind the one before.</param>
    public int PlaceOf(FilePath path, int next) => next < paths.Length && paths[next] == path ? next : PlaceOf(path);

    public bool IsSameAs(PathSet other) => this == other || paths.AsSpan().SequenceEqual(other.All);

    /// <summary>The paths below a folder, from there on. They stand together, for all begin with its name.</summary>
    public (int Start, PathSet Paths) Under(string folder) => folders.GetOrAdd(folder, _ =>
    {
        FilePath[] inside = Array.FindAll(paths, path => path.Value.Length > folder.Length && path.Value.StartsWith(folder, StringComparison.Ordinal));
        return (inside.Length == 0 ? 0 : PlaceOf(inside[0]), new PathSet(Array.ConvertAll(inside, path => path.Below(folder))));
    });

    /// <summary>Those that a function wants: asked once, and remembered by <paramref name="key"/>.</summary>
    /// <param name="key">Lives as long as the program: of functions that are made anew, each use would leave one behind.</param>
    /// <param name="isWanted">What it is asked by.</param>
    public Selection Where(Delegate key, Func<FilePath, bool> isWanted) => selections.GetOrAdd(key, _ =>
    {
        int[] wanted = [.. paths.Index().Where(path => isWanted(path.Item)).Select(path => path.Index)];
        return new Selection(wanted, new PathSet(Array.ConvertAll(wanted, place => paths[place])));
    });
}
