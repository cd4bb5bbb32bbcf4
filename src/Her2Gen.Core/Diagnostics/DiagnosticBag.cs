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

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    /// <summary>By file, line, column, rule, message and hint, each once.</summary>
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
                    .ThenBy(d => d.Hint, StringComparer.Ordinal),
            ];
        }
    }

    private int Count(Severity severity)
    {
        lock (gate) return found.Count(d => d.Rule.Severity == severity);
    }
}
