using Her2Gen.Terms;

namespace Her2Gen.Markup;

/// <summary>The terms of one page.</summary>
/// <param name="Used">All that its text uses, in headings and links too.</param>
/// <param name="Linked">Those that something links to.</param>
public sealed record PageTerms(IReadOnlySet<Term> Used, IReadOnlySet<Term> Linked)
{
    public static readonly PageTerms None = new(new HashSet<Term>(), new HashSet<Term>());
}
