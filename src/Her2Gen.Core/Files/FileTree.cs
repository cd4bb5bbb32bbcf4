using System.Collections;

namespace Her2Gen.Files;

/// <summary>Files by path, in ordinal order: a folder that has been read, or one yet to be written.</summary>
/// <remarks>Immutable. Paths are relative, with '/', and never climb out: <see cref="FilePath"/> refuses "..".</remarks>
public sealed class FileTree : IReadOnlyCollection<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>
{
    public static readonly FileTree Empty = new([]);

    private readonly KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] files;
    private readonly Dictionary<FilePath, ReadOnlyMemory<byte>> byPath;

    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public FileTree(IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> contents)
    {
        files = [.. contents.OrderBy(file => file.Key)];
        byPath = new Dictionary<FilePath, ReadOnlyMemory<byte>>(files);
    }

    public int Count => files.Length;

    public IEnumerable<FilePath> Paths => files.Select(file => file.Key);

    public bool Contains(FilePath path) => byPath.ContainsKey(path);

    public bool TryGet(FilePath path, out ReadOnlyMemory<byte> content) => byPath.TryGetValue(path, out content);

    /// <summary>The files below a folder, with paths from there on.</summary>
    /// <param name="folder">With '/' at its end: <c>content/</c>.</param>
    public FileTree Under(string folder) => new(
        files.Where(file => file.Key.Value.Length > folder.Length && file.Key.Value.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => KeyValuePair.Create(FilePath.Parse(file.Key.Value[folder.Length..]), file.Value)));

    /// <summary>This tree, with the files of another put over it.</summary>
    public FileTree With(FileTree above) => new(files.Where(file => !above.Contains(file.Key)).Concat(above));

    public IEnumerator<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> GetEnumerator() => files.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
