namespace Her2Gen.Diagnostics;

/// <summary>Everything that was found in one run. May be filled from several threads; read in one order, whatever the order of finding.</summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> found = [];
    private readonly Lock gate = new();

    public void Add(Rule rule, Location location, string message, string? hint = null)
    {
        lock (gate) found.Add(new Diagnostic(rule, location, message, hint));
    }

    /// <summary>Takes over what was found apart.</summary>
    public void AddRange(DiagnosticBag others)
    {
        foreach (Diagnostic diagnostic in others.Sorted())
            foreach (Location place in diagnostic.Also.Prepend(diagnostic.Location)) Add(diagnostic.Rule, place, diagnostic.Message, diagnostic.Hint);
    }

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    /// <summary>By file, line, column, rule, message and hint, each once; places of one cause together, at the first of them.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        lock (gate)
        {
            return
            [
                .. found
                    .OrderBy(d => d.Location)
                    .ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
                    .ThenBy(d => d.Message, StringComparer.Ordinal)
                    .ThenBy(d => d.Hint, StringComparer.Ordinal)
                    .GroupBy(d => d.Rule.OneCause ? d with { Location = default, Hint = null } : d)
                    .Select(Together),
            ];
        }
    }

    private static Diagnostic Together(IGrouping<Diagnostic, Diagnostic> cause)
    {
        Diagnostic first = cause.First();
        Location[] others = [.. cause.Skip(1).Select(d => d.Location).Distinct()];
        return others.Length == 0 ? first : first with { Also = others };
    }

    private int Count(Severity severity) => Sorted().Count(d => d.Rule.Severity == severity);
}
