namespace Her2Gen.Editions;

/// <summary>What became of a block.</summary>
public enum BlockFate
{
    Same,
    Changed,
    Added,
    Removed,
}
