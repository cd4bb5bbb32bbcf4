using System.Collections;
using System.Collections.Concurrent;

namespace Her2Gen.Files;

/// <summary>Files by path, in ordinal order: a folder that has been read, or one yet to be written.</summary>
/// <remarks>Immutable. Paths are relative, with '/', and never climb out: <see cref="FilePath"/> refuses "..".</remarks>
public sealed class FileTree : IReadOnlyCollection<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>
{
    public static readonly FileTree Empty = new([]);

    // In order, each once. Trees that differ in bytes alone share them.
    private sealed class PathSet(FilePath[] paths)
    {
        private readonly ConcurrentDictionary<string, (int Start, PathSet Paths)> folders = new(StringComparer.Ordinal);

        // Made when a path is first asked for: many trees are only gone through.
        private Dictionary<FilePath, int>? places;

        public FilePath[] All => paths;

        public int PlaceOf(FilePath path)
        {
            places ??= paths.Index().ToDictionary(path => path.Item, path => path.Index);
            return places.GetValueOrDefault(path, -1);
        }

        // They stand together, for all begin with its name.
        public (int Start, PathSet Paths) Under(string folder) => folders.GetOrAdd(folder, _ =>
        {
            FilePath[] inside = Array.FindAll(paths, path => path.Value.Length > folder.Length && path.Value.StartsWith(folder, StringComparison.Ordinal));
            return (inside.Length == 0 ? 0 : PlaceOf(inside[0]), new PathSet(Array.ConvertAll(inside, path => path.Below(folder))));
        });
    }

    private readonly PathSet paths;
    private readonly ReadOnlyMemory<byte>[] contents;

    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public FileTree(IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> contents)
        : this(InOrder([.. contents]))
    {
    }

    // In order already.
    private FileTree(KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] ordered)
        : this(new PathSet(Array.ConvertAll(ordered, file => file.Key)), Array.ConvertAll(ordered, file => file.Value))
    {
    }

    private FileTree(PathSet paths, ReadOnlyMemory<byte>[] contents) => (this.paths, this.contents) = (paths, contents);

    public int Count => contents.Length;

    public IReadOnlyList<FilePath> Paths => paths.All;

    public bool Contains(FilePath path) => paths.PlaceOf(path) >= 0;

    public bool TryGet(FilePath path, out ReadOnlyMemory<byte> content)
    {
        int place = paths.PlaceOf(path);
        content = place < 0 ? default : contents[place];
        return place >= 0;
    }

    /// <summary>The files below a folder, with paths from there on.</summary>
    /// <param name="folder">With '/' at its end: <c>content/</c>.</param>
    public FileTree Under(string folder)
    {
        (int start, PathSet inside) = paths.Under(folder);
        return new FileTree(inside, contents[start..(start + inside.All.Length)]);
    }

    /// <summary>This tree, with the files of another put over it.</summary>
    public FileTree With(FileTree above)
    {
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> merged = new(Count + above.Count);
        int next = 0;
        foreach (KeyValuePair<FilePath, ReadOnlyMemory<byte>> file in this)
        {
            while (next < above.Count && above.At(next).Key < file.Key) merged.Add(above.At(next++));
            merged.Add(next < above.Count && above.At(next).Key == file.Key ? above.At(next++) : file);
        }

        while (next < above.Count) merged.Add(above.At(next++));
        return new FileTree((KeyValuePair<FilePath, ReadOnlyMemory<byte>>[])[.. merged]);
    }

    /// <summary>This tree with one more file, or with other bytes in one.</summary>
    public FileTree With(FilePath path, ReadOnlyMemory<byte> content)
    {
        int place = paths.PlaceOf(path);
        if (place < 0) return With(new FileTree([KeyValuePair.Create(path, content)]));
        ReadOnlyMemory<byte>[] changed = [.. contents];
        changed[place] = content;
        return new FileTree(paths, changed);
    }

    /// <summary>This tree without a file.</summary>
    public FileTree Without(FilePath path) => Contains(path) ? Where(file => file.Key != path) : this;

    /// <summary>Some of the files.</summary>
    public FileTree Where(Func<KeyValuePair<FilePath, ReadOnlyMemory<byte>>, bool> isWanted) => new((KeyValuePair<FilePath, ReadOnlyMemory<byte>>[])[.. this.AsEnumerable().Where(isWanted)]);

    /// <summary>Whether another tree has the same files with the same bytes.</summary>
    public bool IsSameAs(FileTree other)
    {
        if (!HasSamePaths(other)) return false;
        for (int i = 0; i < contents.Length; i++)
            if (!contents[i].Equals(other.contents[i]) && !contents[i].Span.SequenceEqual(other.contents[i].Span)) return false;
        return true;
    }

    public IEnumerator<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> GetEnumerator()
    {
        for (int i = 0; i < contents.Length; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] InOrder(KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] files)
    {
        Array.Sort(files, (one, other) => one.Key.CompareTo(other.Key));
        for (int i = 1; i < files.Length; i++)
            if (files[i].Key == files[i - 1].Key) throw new ArgumentException($"`{files[i].Key}` stands twice");
        return files;
    }

    private bool HasSamePaths(FileTree other) => paths == other.paths || paths.All.AsSpan().SequenceEqual(other.paths.All);

    private KeyValuePair<FilePath, ReadOnlyMemory<byte>> At(int place) => KeyValuePair.Create(paths.All[place], contents[place]);
}
