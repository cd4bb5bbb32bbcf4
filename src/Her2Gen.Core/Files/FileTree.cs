using System.Collections;

namespace Her2Gen.Files;

/// <summary>Files by path, in ordinal order: a folder that has been read, or one yet to be written.</summary>
/// <remarks>Immutable. Paths are relative, with '/', and never climb out: <see cref="FilePath"/> refuses "..".</remarks>
public sealed class FileTree : IReadOnlyCollection<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>
{
    public static readonly FileTree Empty = new([]);

    private readonly KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] files;

    // Made when a path is first asked for: many trees are only gone through.
    private Dictionary<FilePath, ReadOnlyMemory<byte>>? byPath;

    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public FileTree(IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> contents)
    {
        files = [.. contents];
        Array.Sort(files, (one, other) => one.Key.CompareTo(other.Key));
        for (int i = 1; i < files.Length; i++)
            if (files[i].Key == files[i - 1].Key) throw new ArgumentException($"`{files[i].Key}` stands twice", nameof(contents));
    }

    // In order already.
    private FileTree(KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] ordered) => files = ordered;

    public int Count => files.Length;

    public IEnumerable<FilePath> Paths => files.Select(file => file.Key);

    public bool Contains(FilePath path) => ByPath.ContainsKey(path);

    public bool TryGet(FilePath path, out ReadOnlyMemory<byte> content) => ByPath.TryGetValue(path, out content);

    /// <summary>The files below a folder, with paths from there on.</summary>
    /// <param name="folder">With '/' at its end: <c>content/</c>.</param>
    public FileTree Under(string folder) => new(
        Array.ConvertAll(
            Array.FindAll(files, file => file.Key.Value.Length > folder.Length && file.Key.Value.StartsWith(folder, StringComparison.Ordinal)),
            file => KeyValuePair.Create(file.Key.Below(folder), file.Value)));

    /// <summary>This tree, with the files of another put over it.</summary>
    public FileTree With(FileTree above)
    {
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> merged = new(files.Length + above.files.Length);
        int next = 0;
        foreach (KeyValuePair<FilePath, ReadOnlyMemory<byte>> file in files)
        {
            while (next < above.files.Length && above.files[next].Key < file.Key) merged.Add(above.files[next++]);
            merged.Add(next < above.files.Length && above.files[next].Key == file.Key ? above.files[next++] : file);
        }

        merged.AddRange(above.files.AsSpan(next));
        return new FileTree((KeyValuePair<FilePath, ReadOnlyMemory<byte>>[])[.. merged]);
    }

    /// <summary>This tree with one more file, or with other bytes in one.</summary>
    public FileTree With(FilePath path, ReadOnlyMemory<byte> content) => With(new FileTree([KeyValuePair.Create(path, content)]));

    /// <summary>This tree without a file.</summary>
    public FileTree Without(FilePath path) => Contains(path) ? Where(file => file.Key != path) : this;

    /// <summary>Some of the files.</summary>
    public FileTree Where(Func<KeyValuePair<FilePath, ReadOnlyMemory<byte>>, bool> isWanted) => new(Array.FindAll(files, file => isWanted(file)));

    /// <summary>Whether another tree has the same files with the same bytes.</summary>
    public bool IsSameAs(FileTree other)
    {
        if (files.Length != other.files.Length) return false;
        for (int i = 0; i < files.Length; i++)
        {
            (FilePath path, ReadOnlyMemory<byte> bytes) = files[i];
            (FilePath otherPath, ReadOnlyMemory<byte> otherBytes) = other.files[i];
            if (path != otherPath || !(bytes.Equals(otherBytes) || bytes.Span.SequenceEqual(otherBytes.Span))) return false;
        }

        return true;
    }

    public IEnumerator<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> GetEnumerator() => files.AsEnumerable().GetEnumerator();

    private Dictionary<FilePath, ReadOnlyMemory<byte>> ByPath => byPath ??= new Dictionary<FilePath, ReadOnlyMemory<byte>>(files);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
