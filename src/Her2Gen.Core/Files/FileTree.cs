using System.Collections;

namespace Her2Gen.Files;

/// <summary>Files by path, in ordinal order: a folder that has been read, or one yet to be written.</summary>
/// <remarks>Immutable. Paths are relative, with '/', and never climb out: <see cref="FilePath"/> refuses "..".</remarks>
public sealed class FileTree : IReadOnlyCollection<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>
{
    public static readonly FileTree Empty = new([]);

    private readonly PathSet paths;
    private readonly ReadOnlyMemory<byte>[] contents;

    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public FileTree(IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> contents)
        : this(PathSet.InOrder([.. contents]))
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

    internal PathSet PathSet => paths;

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
    public FileTree Without(FilePath path) => Contains(path) ? new FileTree((KeyValuePair<FilePath, ReadOnlyMemory<byte>>[])[.. this.Where(file => file.Key != path)]) : this;

    /// <summary>Some of the files.</summary>
    /// <param name="isWanted">Looks at the path alone. A static function: trees that share their paths ask the same one once.</param>
    public FileTree Where(Func<FilePath, bool> isWanted) => Of(paths.Where(isWanted, isWanted));

    /// <summary>Some of the files.</summary>
    /// <param name="isWanted">Looks at the path, and which others there are. A static function, likewise.</param>
    public FileTree Where(Func<FilePath, FileTree, bool> isWanted) => Of(paths.Where(isWanted, path => isWanted(path, this)));

    /// <summary>Whether another tree has the same files with the same bytes.</summary>
    public bool IsSameAs(FileTree other)
    {
        if (!paths.IsSameAs(other.paths)) return false;
        for (int i = 0; i < contents.Length; i++)
            if (!contents[i].Equals(other.contents[i]) && !contents[i].Span.SequenceEqual(other.contents[i].Span)) return false;
        return true;
    }

    public IEnumerator<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> GetEnumerator()
    {
        for (int i = 0; i < contents.Length; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FileTree Of(PathSet.Selection selected) => new(selected.Paths, Array.ConvertAll(selected.Places, place => contents[place]));

    private KeyValuePair<FilePath, ReadOnlyMemory<byte>> At(int place) => KeyValuePair.Create(paths.All[place], contents[place]);
}
