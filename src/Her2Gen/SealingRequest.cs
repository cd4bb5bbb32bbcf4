using Her2Gen.Editions;

namespace Her2Gen;

/// <summary>What the command line says of an edition that is to be sealed.</summary>
/// <param name="WhatsNewFile">On disk; null for what the article says.</param>
/// <param name="EvidenceDate">Null for what the article says.</param>
internal sealed record SealingRequest(EditionId Id, EditionKind Kind, bool ConclusionsChanged, string? WhatsNewFile, DateOnly? EvidenceDate);
