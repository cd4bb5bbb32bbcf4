namespace Her2Gen.Diagnostics;

/// <summary>What is to be reported of all that was found, once a site's <see cref="Policy"/> has had its say.</summary>
/// <param name="Rules">The rules that could have spoken, each with the severity that it has here, by id.</param>
/// <param name="Reported">In the order of <see cref="DiagnosticBag.Sorted"/>.</param>
/// <param name="Suppressed">In the same order.</param>
public sealed record Findings(IReadOnlyList<Rule> Rules, IReadOnlyList<Diagnostic> Reported, IReadOnlyList<SuppressedDiagnostic> Suppressed)
{
    public int Errors { get; } = Reported.Count(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    public int Warnings { get; } = Reported.Count(diagnostic => diagnostic.Rule.Severity == Severity.Warning);

    /// <summary>The rules that found something and how often, most often first, then by id.</summary>
    public IReadOnlyList<KeyValuePair<Rule, int>> ByRule { get; } =
        [.. Reported.CountBy(diagnostic => diagnostic.Rule).OrderByDescending(count => count.Value).ThenBy(count => count.Key.Id, StringComparer.Ordinal)];
}
