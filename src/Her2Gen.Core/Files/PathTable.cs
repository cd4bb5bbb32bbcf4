using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Files;

/// <summary>A value for each of some paths, in ordinal order.</summary>
/// <remarks>Immutable. Tables that differ in values alone share their paths.</remarks>
public sealed class PathTable<T> : IReadOnlyDictionary<FilePath, T>
{
    private readonly PathSet paths;
    private readonly T[] values;

    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public PathTable(IEnumerable<KeyValuePair<FilePath, T>> entries)
    {
        KeyValuePair<FilePath, T>[] ordered = PathSet.InOrder([.. entries]);
        (paths, values) = (new PathSet(Array.ConvertAll(ordered, entry => entry.Key)), Array.ConvertAll(ordered, entry => entry.Value));
    }

    /// <summary>A value for each file of a tree.</summary>
    public PathTable(FileTree files, T[] values)
        : this(files.PathSet, values)
    {
    }

    private PathTable(PathSet paths, T[] values) => (this.paths, this.values) = (paths, values);

    public int Count => values.Length;

    public IEnumerable<FilePath> Keys => paths.All;

    public IEnumerable<T> Values => values;

    public T this[FilePath path] => TryGetValue(path, out T? value) ? value : throw new KeyNotFoundException($"`{path}` is not in the table");

    public bool ContainsKey(FilePath path) => paths.PlaceOf(path) >= 0;

    public bool TryGetValue(FilePath path, [MaybeNullWhen(false)] out T value)
    {
        int place = paths.PlaceOf(path);
        value = place < 0 ? default : values[place];
        return place >= 0;
    }

    /// <summary>The values of some paths, in their order.</summary>
    /// <param name="none">Of a path that is not in the table.</param>
    public T[] Of(IReadOnlyList<FilePath> some, T none)
    {
        T[] found = new T[some.Count];
        for (int i = 0, place = -1; i < found.Length; i++)
        {
            place = paths.PlaceOf(some[i], place + 1);
            found[i] = place < 0 ? none : values[place];
        }

        return found;
    }

    /// <summary>This table, with another value for a path that is in it.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public PathTable<T> With(FilePath path, T value)
    {
        int place = paths.PlaceOf(path);
        if (place < 0) throw new KeyNotFoundException($"`{path}` is not in the table");
        T[] changed = [.. values];
        changed[place] = value;
        return new PathTable<T>(paths, changed);
    }

    internal void Deconstruct(out FilePath[] paths, out T[] values) => (paths, values) = (this.paths.All, this.values);

    /// <summary>Whether another table has values for the same paths.</summary>
    public bool HasSamePaths(PathTable<T> other) => paths.IsSameAs(other.paths);

    public IEnumerator<KeyValuePair<FilePath, T>> GetEnumerator()
    {
        for (int i = 0; i < values.Length; i++) yield return KeyValuePair.Create(paths.All[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
