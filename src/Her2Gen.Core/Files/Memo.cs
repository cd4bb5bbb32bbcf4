using Her2Gen.Diagnostics;

namespace Her2Gen.Files;

/// <summary>What the build before made, and of what: it is made again only where that of which it is made is another.</summary>
/// <remarks>
/// A build with a memo gives the bytes and the findings of a build from nothing, only sooner; one build at a time may use it.
/// What a build does not ask for is forgotten with the next one, so that a memo holds one site and no more.
/// </remarks>
public sealed class Memo
{
    /// <summary>Remembers nothing: a build from nothing.</summary>
    public static readonly Memo None = new(keeps: false);

    private sealed class Kept(object?[] inputs, object? value, IReadOnlyList<Diagnostic> found)
    {
        public object?[] Inputs => inputs;

        public object? Value => value;

        public IReadOnlyList<Diagnostic> Found => found;

        /// <summary>The build that last asked for it.</summary>
        public int Asked { get; set; }
    }

    private readonly bool keeps;
    private readonly Dictionary<string, Dictionary<FilePath, Kept>> known = new(StringComparer.Ordinal);
    private int build;

    public Memo()
        : this(keeps: true)
    {
    }

    private Memo(bool keeps) => this.keeps = keeps;

    /// <summary>A new build begins.</summary>
    public void Begin()
    {
        foreach (Dictionary<FilePath, Kept> ofFiles in known.Values)
            foreach ((FilePath file, Kept kept) in ofFiles)
                if (kept.Asked != build) ofFiles.Remove(file);
        build++;
    }

    /// <summary>A value, and what making it finds: made anew, or that of the build before when all its inputs are the same.</summary>
    /// <param name="what">What it is: asked for once in a build.</param>
    /// <param name="inputs">All that it is made of: immutable, and the same where they are equal; bytes and trees of files by their content.</param>
    /// <param name="diagnostics">Where to report what making it finds, whether that was found now or before.</param>
    public T Of<T>(string what, object?[] inputs, DiagnosticBag diagnostics, Func<DiagnosticBag, T> make) => Each(what, [default], _ => inputs, diagnostics, (_, found) => make(found))[0];

    /// <summary>The same for each of several files; what has to be made is made in parallel.</summary>
    /// <param name="files">With <paramref name="what"/>, each names a value.</param>
    public T[] Each<T>(string what, IReadOnlyList<FilePath> files, Func<int, object?[]> inputs, DiagnosticBag diagnostics, Func<int, DiagnosticBag, T> make)
    {
        T[] values = new T[files.Count];
        if (!keeps)
        {
            InParallel.For(files.Count, i => values[i] = make(i, diagnostics));
            return values;
        }

        Dictionary<FilePath, Kept> ofFiles = Of(what);
        List<(int At, object?[] Inputs)> missing = [];
        for (int i = 0; i < files.Count; i++)
        {
            object?[] own = inputs(i);
            if (ofFiles.TryGetValue(files[i], out Kept? kept) && IsSame(kept.Inputs, own)) values[i] = Take<T>(kept, diagnostics);
            else missing.Add((i, own));
        }

        Kept[] made = new Kept[missing.Count];
        InParallel.For(missing.Count, i =>
        {
            DiagnosticBag found = new();
            T value = make(missing[i].At, found);
            made[i] = new Kept(missing[i].Inputs, value, found.Places());
        });
        for (int i = 0; i < made.Length; i++)
        {
            ofFiles[files[missing[i].At]] = made[i];
            values[missing[i].At] = Take<T>(made[i], diagnostics);
        }

        return values;
    }

    /// <summary>A value that may have been made anew, or its equal of the build before, so that what is made of it is known to be the same.</summary>
    public T Settled<T>(string what, FilePath of, T made)
        where T : class, IEquatable<T>
    {
        if (!keeps) return made;
        Dictionary<FilePath, Kept> ofFiles = Of(what);
        if (!ofFiles.TryGetValue(of, out Kept? kept) || !(ReferenceEquals(made, kept.Value) || made.Equals((T?)kept.Value))) ofFiles[of] = kept = new Kept([], made, []);
        kept.Asked = build;
        return (T)kept.Value!;
    }

    private Dictionary<FilePath, Kept> Of(string what) => known.TryGetValue(what, out Dictionary<FilePath, Kept>? ofFiles) ? ofFiles : known[what] = [];

    private T Take<T>(Kept kept, DiagnosticBag diagnostics)
    {
        kept.Asked = build;
        diagnostics.AddRange(kept.Found);
        return (T)kept.Value!;
    }

    private static bool IsSame(object?[] some, object?[] others)
    {
        if (some.Length != others.Length) return false;
        for (int i = 0; i < some.Length; i++)
            if (!IsSame(some[i], others[i])) return false;
        return true;
    }

    private static bool IsSame(object? one, object? other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> others) => bytes.Equals(others) || bytes.Span.SequenceEqual(others.Span),
        (FileTree tree, FileTree another) => tree.IsSameAs(another),
        (object?[] list, object?[] others) => IsSame(list, others),
        _ => Equals(one, other),
    };
}
