namespace Her2Gen.Editions;

/// <summary>Why there is an edition (ICMJE: an update with new evidence is a new publication, a correction a new version of the old one).</summary>
public enum EditionKind
{
    NewEdition,
    CorrectedEdition,
}
