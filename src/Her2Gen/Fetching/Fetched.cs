using Her2Gen.References.Csl;

namespace Her2Gen.Fetching;

/// <summary>What came of asking a registry for a work: its record, or why there is none.</summary>
/// <param name="IsSilent">Whether the registry could not be asked, or could not answer.</param>
internal sealed record Fetched(CslItem? Record, string Fault, bool IsSilent);
