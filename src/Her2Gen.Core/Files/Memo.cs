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

    /// <summary>Several inputs of one value.</summary>
    public readonly record struct Inputs(object? First, object? Second, object? Third = null)
    {
        public bool Equals(Inputs other) => IsSame(First, other.First) && IsSame(Second, other.Second) && IsSame(Third, other.Third);

        public override int GetHashCode() => HashCode.Combine(First, Second, Third);
    }

    private abstract class Shelf
    {
        /// <summary>The last build that asked.</summary>
        public int Asked { get; protected set; }
    }

    // All of one kind, in the order in which the last build asked for them: in columns, for each build looks through all of it.
    private sealed class Shelf<TInput, T> : Shelf
    {
        private FilePath[] files = [];
        private Dictionary<FilePath, int>? places;

        private TInput[] inputs = [];

        public T[] Values { get; private set; } = [];

        public IReadOnlyList<Diagnostic>?[] Found { get; private set; } = [];

        public void Fill(FilePath[] of, TInput[] with, T[] values, IReadOnlyList<Diagnostic>?[] found, int build)
        {
            (files, inputs, Values, Found, places) = (of, with, values, found, null);
            Asked = build;
        }

        /// <summary>Where a file is, or -1.</summary>
        /// <param name="next">Where it is as a rule: each build asks for the same in the same order, but for what came and went.</param>
        public int PlaceOf(FilePath file, int next)
        {
            if (next < files.Length && files[next] == file) return next;
            places ??= files.Index().ToDictionary(file => file.Item, file => file.Index);
            return places.GetValueOrDefault(file, -1);
        }

        /// <summary>How many, from a place on, are of the same files and the same inputs.</summary>
        public int SameFrom(int place, ReadOnlySpan<FilePath> of, ReadOnlySpan<TInput> with)
        {
            int count = 0;
            while (count < of.Length && place + count < files.Length && files[place + count] == of[count] && IsSame(inputs[place + count], with[count])) count++;
            return count;
        }
    }

    private readonly bool keeps;
    private readonly Dictionary<string, Shelf> shelves = new(StringComparer.Ordinal);
    private int build;

    public Memo()
        : this(keeps: true)
    {
    }

    private Memo(bool keeps) => this.keeps = keeps;

    /// <summary>A new build begins.</summary>
    public void Begin()
    {
        foreach ((string what, Shelf shelf) in shelves)
            if (shelf.Asked != build) shelves.Remove(what);
        build++;
    }

    /// <summary>A value, and what making it finds: that of the build before when all its inputs are the same, or when it comes out equal; else a new one.</summary>
    /// <param name="what">What it is: asked for once in a build.</param>
    /// <param name="inputs">All that it is made of: immutable, and the same where they are equal; bytes and trees of files by their content, lists by their parts.</param>
    /// <param name="diagnostics">Where to report what making it finds, whether that was found now or before.</param>
    /// <exception cref="InvalidOperationException">It was asked for before in this build.</exception>
    public T Of<T>(string what, object?[] inputs, DiagnosticBag diagnostics, Func<DiagnosticBag, T> make) => Each(what, [default], [inputs], diagnostics, (_, found) => make(found))[0];

    /// <summary>The same for each of several files; what has to be made is made in parallel.</summary>
    /// <param name="files">With <paramref name="what"/>, each names a value.</param>
    /// <param name="inputs">Of each file.</param>
    /// <returns>Where all are as before, the list before: not to be changed.</returns>
    public T[] Each<TInput, T>(string what, FilePath[] files, TInput[] inputs, DiagnosticBag diagnostics, Func<int, DiagnosticBag, T> make)
    {
        T[] values = new T[files.Length];
        if (!keeps)
        {
            InParallel.For(files.Length, i => values[i] = make(i, diagnostics));
            return values;
        }

        Shelf<TInput, T> shelf = ShelfOf<TInput, T>(what);
        IReadOnlyList<Diagnostic>?[] found = new IReadOnlyList<Diagnostic>?[files.Length];
        List<(int At, int Before)> missing = [];
        for (int i = 0, next = 0; i < files.Length;)
        {
            int before = shelf.PlaceOf(files[i], next);
            int same = before < 0 ? 0 : shelf.SameFrom(before, files.AsSpan(i), inputs.AsSpan(i));
            if (same == 0)
            {
                missing.Add((i, before));
                same = 1;
            }
            else
            {
                Array.Copy(shelf.Values, before, values, i, same);
                Array.Copy(shelf.Found, before, found, i, same);
            }

            i += same;
            next = before + same;
        }

        InParallel.For(missing.Count, i =>
        {
            (int at, int before) = missing[i];
            DiagnosticBag own = new();
            T value = make(at, own);
            values[at] = before >= 0 && Equals(value, shelf.Values[before]) ? shelf.Values[before] : value;
            if (own.IsAwaiting) diagnostics.Await(() => Take(at, own));
            else Take(at, own);
        });
        if (AreSame(values, shelf.Values)) values = shelf.Values;
        shelf.Fill(files, inputs, values, found, build);
        diagnostics.AddKnown(found);
        return values;

        void Take(int at, DiagnosticBag own) => found[at] = own.Places() is { Count: > 0 } places ? places : null;
    }

    private Shelf<TInput, T> ShelfOf<TInput, T>(string what)
    {
        if (!shelves.TryGetValue(what, out Shelf? shelf)) shelf = shelves[what] = new Shelf<TInput, T>();
        else if (shelf.Asked == build) throw new InvalidOperationException($"`{what}` was asked for twice");
        return (Shelf<TInput, T>)shelf;
    }

    private static bool AreSame<T>(T[] some, T[] others)
    {
        if (typeof(T).IsValueType || some.Length != others.Length) return false;
        for (int i = 0; i < some.Length; i++)
            if (!ReferenceEquals(some[i], others[i])) return false;
        return true;
    }

    // At first sight, and if need be by the content.
    private static bool IsSame<TInput>(TInput one, TInput other) =>
        (!typeof(TInput).IsValueType && ReferenceEquals(one, other)) || EqualityComparer<TInput>.Default.Equals(one, other) || IsSame((object?)one, other);

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
