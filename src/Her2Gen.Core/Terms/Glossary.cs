namespace Her2Gen.Terms;

/// <summary>The terms that a site explains, in alphabetical order (ordinal, ignoring case).</summary>
public sealed class Glossary(IEnumerable<Term> terms)
{
    public IReadOnlyList<Term> Terms { get; } =
        [.. terms.OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase).ThenBy(term => term.Name, StringComparer.Ordinal)];
}
