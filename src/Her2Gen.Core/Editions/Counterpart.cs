namespace Her2Gen.Editions;

/// <summary>What an item of one sequence is in another.</summary>
/// <param name="Older">Its place; null when it was added.</param>
/// <param name="Newer">Its place; null when it was removed.</param>
/// <param name="IsMoved">Whether others passed it by.</param>
internal readonly record struct Counterpart(int? Older, int? Newer, bool IsMoved)
{
    public Counterpart Turned => new(Newer, Older, IsMoved);
}
