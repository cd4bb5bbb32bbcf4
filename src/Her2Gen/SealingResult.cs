using Her2Gen.Diagnostics;
using Her2Gen.Editions;

namespace Her2Gen;

/// <summary>What came of sealing an edition.</summary>
/// <param name="Edition">Null when it cannot be sealed, which has been reported.</param>
/// <param name="IsThere">Whether it was sealed before, with the same bytes.</param>
/// <param name="Policy">How the site weighs what was found.</param>
internal sealed record SealingResult(SealedEdition? Edition, bool IsThere, Policy Policy);
