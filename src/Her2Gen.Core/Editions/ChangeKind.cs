namespace Her2Gen.Editions;

/// <summary>What happened to a stretch of text between two editions.</summary>
public enum ChangeKind
{
    Same,
    Removed,
    Added,
}
