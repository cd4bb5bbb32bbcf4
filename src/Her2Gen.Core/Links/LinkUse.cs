using Her2Gen.Diagnostics;

namespace Her2Gen.Links;

/// <summary>One link to an address.</summary>
/// <param name="Fragment">What stands behind <c>#</c>, as written; empty without one.</param>
public sealed record LinkUse(string Fragment, Location Place);
