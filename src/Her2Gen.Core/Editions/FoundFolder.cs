using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>A folder as it was found: its files, hidden ones too, and whatever in it is no file.</summary>
public sealed record FoundFolder(FileTree Files, IReadOnlyList<OddEntry> Odd)
{
    public static readonly FoundFolder Empty = new(FileTree.Empty, []);

    /// <summary>What stands below a folder, with paths from there on.</summary>
    /// <param name="folder">With '/' at its end.</param>
    public FoundFolder Under(string folder) => new(
        Files.Under(folder),
        [.. Odd.Where(entry => entry.Path.Length > folder.Length && entry.Path.StartsWith(folder, StringComparison.Ordinal)).Select(entry => entry with { Path = entry.Path[folder.Length..] })]);

    /// <summary>This folder as a part of a greater one.</summary>
    /// <param name="folder">With '/' at its end.</param>
    public FoundFolder Within(string folder) => new(
        new FileTree(Files.Select(file => KeyValuePair.Create(FilePath.Parse(folder + file.Key), file.Value))),
        [.. Odd.Select(entry => entry with { Path = folder + entry.Path })]);

    /// <summary>Both together; they share no path.</summary>
    public FoundFolder With(FoundFolder other) => new(Files.With(other.Files), [.. Odd, .. other.Odd]);

    /// <summary>The names at its top, in ordinal order, each with whether it is a folder.</summary>
    public IEnumerable<(string Name, bool IsFolder)> Top() => Files.Paths.Select(path => path.Value)
        .Concat(Odd.Select(entry => entry.Kind == OddKind.EmptyFolder ? entry.Path + "/" : entry.Path))
        .Select(path => path.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? (path[..at], true) : (path, false))
        .Distinct()
        .OrderBy(entry => entry.Item1, StringComparer.Ordinal);
}
