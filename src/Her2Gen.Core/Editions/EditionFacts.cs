namespace Her2Gen.Editions;

/// <summary>What an edition says of itself, from the day it is sealed.</summary>
/// <param name="WhatsNew">What it changes for its readers; <c>none</c> for a first edition.</param>
/// <param name="ConclusionsChanged">Against its predecessor.</param>
/// <param name="EvidenceDate">Up to when sources were looked at.</param>
/// <param name="Predecessor">The edition before it, by its seal; null for the first.</param>
public sealed record EditionFacts(EditionId Id, EditionKind Kind, string WhatsNew, bool ConclusionsChanged, DateOnly EvidenceDate, Predecessor? Predecessor);
