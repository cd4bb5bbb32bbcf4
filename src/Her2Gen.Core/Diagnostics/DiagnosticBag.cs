namespace Her2Gen.Diagnostics;

/// <summary>Everything that was found in one run. May be filled from several threads; read in one order, whatever the order of finding.</summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> found = [];

    // Lists as they were handed over, by the page or so: looked into only when somebody asks, for there may be thousands.
    private readonly List<IReadOnlyList<IReadOnlyList<Diagnostic>?>> known = [];
    private readonly List<Action> awaited = [];
    private readonly Lock gate = new();

    public void Add(Rule rule, Location location, string message, string? hint = null)
    {
        lock (gate) found.Add(new Diagnostic(rule, location, message, hint));
    }

    /// <summary>Takes over what was found apart.</summary>
    /// <param name="others">What was found.</param>
    /// <param name="page">The page on which it was found: said where the place is in another file.</param>
    public void AddRange(DiagnosticBag others, string? page = null)
    {
        others.Settle();
        if (others.found.Count == 0 && others.known.Count == 0) return;
        foreach (Diagnostic diagnostic in others.Places())
        {
            lock (gate) found.Add(page is null || diagnostic.Location.File == page ? diagnostic : diagnostic with { Page = page });
        }
    }

    /// <summary>Takes over what was found before, in another build: as it is, for there may be much of it.</summary>
    public void AddRange(IReadOnlyList<Diagnostic> others)
    {
        if (others.Count > 0) AddKnown([others]);
    }

    /// <summary>Takes over many such lists, null where nothing was found.</summary>
    internal void AddKnown(IReadOnlyList<IReadOnlyList<Diagnostic>?> others)
    {
        if (!IsAwaiting && others.All(places => places is null)) return;
        lock (gate) known.Add(others);
    }

    /// <summary>Whether some work that reports may still go on.</summary>
    internal bool IsAwaiting => awaited.Count > 0;

    /// <summary>Whoever reads what was found waits first for work that goes on and reports here.</summary>
    /// <param name="wait">Ends with that work.</param>
    internal void Await(Action wait)
    {
        lock (gate) awaited.Add(wait);
    }

    /// <summary>Waits for the work that still reports.</summary>
    public void Settle()
    {
        Action[] waits;
        lock (gate)
        {
            waits = [.. awaited];
            awaited.Clear();
        }

        foreach (Action wait in waits) wait();
    }

    /// <summary>Whether there is any error; to be asked while others still add.</summary>
    public bool HasErrors
    {
        get
        {
            Settle();
            lock (gate)
            {
                return found.Concat(Known).Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);
            }
        }
    }

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    /// <summary>By file, line, column, rule, message and hint, each once; places of one cause together, at the first of them.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => InOrder(Places());

    /// <summary>The same order, with each place of a cause by itself.</summary>
    public IReadOnlyList<Diagnostic> Places()
    {
        Settle();
        lock (gate) return [.. Ordered(known.Count == 0 ? found : found.Concat(Known).ToHashSet())];
    }

    private IEnumerable<Diagnostic> Known => known.SelectMany(lists => lists).Where(places => places is not null).SelectMany(places => places!);

    /// <summary>Findings, each place by itself, as <see cref="Sorted"/> gives them.</summary>
    internal static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> places) =>
        [.. Ordered(places).GroupBy(d => d.Rule.OneCause ? d with { Location = default, Hint = null, Page = null } : d with { Page = null }).Select(Together)];

    private static IEnumerable<Diagnostic> Ordered(IEnumerable<Diagnostic> places) => places
        .OrderBy(d => d.Location)
        .ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
        .ThenBy(d => d.Message, StringComparer.Ordinal)
        .ThenBy(d => d.Hint, StringComparer.Ordinal)
        .ThenBy(d => d.Page, StringComparer.Ordinal);

    private static Diagnostic Together(IGrouping<Diagnostic, Diagnostic> cause)
    {
        Diagnostic first = cause.First();
        Location[] others = [.. cause.Select(d => d.Location).Where(place => place != first.Location).Distinct()];
        return others.Length == 0 ? first : first with { Also = others };
    }

    private int Count(Severity severity) => Sorted().Count(d => d.Rule.Severity == severity);
}
