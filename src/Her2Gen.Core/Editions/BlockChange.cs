namespace Her2Gen.Editions;

/// <summary>What became of a block.</summary>
/// <param name="Older">Null when it was added.</param>
/// <param name="Newer">Null when it was removed.</param>
/// <param name="From">Its place in the older edition.</param>
/// <param name="To">Its place in the newer edition.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the blocks that stayed.</param>
/// <param name="Cells">Its parts.</param>
public sealed record BlockChange(TextBlock? Older, TextBlock? Newer, BlockPlace? From, BlockPlace? To, bool IsMoved, IReadOnlyList<CellChange> Cells)
{
    /// <summary>The block, as it is or was.</summary>
    public TextBlock Block => Newer ?? Older ?? throw new InvalidOperationException("a block of neither edition");

    public BlockFate Fate => Older is null ? BlockFate.Added : Newer is null ? BlockFate.Removed : Cells.Any(cell => cell.IsChanged) ? BlockFate.Changed : BlockFate.Same;

    /// <summary>Whether there is anything to tell.</summary>
    public bool IsNews => IsMoved || Fate != BlockFate.Same;

    public static BlockChange Of(TextBlock? older, TextBlock? newer, BlockPlace? from, BlockPlace? to, bool isMoved) =>
        new(older, newer, from, to, isMoved, CellsOf(older, newer));

    private static IReadOnlyList<CellChange> CellsOf(TextBlock? older, TextBlock? newer)
    {
        IReadOnlyList<TextCell> before = older?.Cells ?? [];
        IReadOnlyList<TextCell> after = newer?.Cells ?? [];
        IReadOnlyList<Counterpart> matches = Alignment.Of(before, after, cell => cell.Column, _ => null, (_, _) => 0);
        return [.. matches.Select(match => new CellChange(
            match.Newer is { } n ? after[n].Column : before[match.Older ?? 0].Column,
            TextDiff.Of(match.Older is { } a ? before[a].Tokens : [], match.Newer is { } b ? after[b].Tokens : [])))];
    }
}
