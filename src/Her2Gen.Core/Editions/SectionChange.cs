namespace Her2Gen.Editions;

/// <summary>What became of a section.</summary>
/// <param name="Older">Null when it was added.</param>
/// <param name="Newer">Null when it was removed.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the sections that stayed.</param>
/// <param name="Blocks">In the order of the newer edition; what was removed stands behind what it stood behind.</param>
public sealed record SectionChange(EditionSection? Older, EditionSection? Newer, bool IsMoved, IReadOnlyList<BlockChange> Blocks)
{
    /// <summary>The section, as it is or was.</summary>
    public EditionSection Section => Newer ?? Older ?? throw new InvalidOperationException("a section of neither edition");

    public bool IsRenamed => Older is not null && Newer is not null && Older.Heading != Newer.Heading;

    public bool IsNews => Older is null || Newer is null || IsMoved || Blocks.Any(block => block.IsNews);

    /// <summary>How many words were added to it, or removed from it.</summary>
    public int Words(ChangeKind kind) => Blocks.Sum(block => block.Cells.Sum(cell => cell.Runs.Where(run => run.Kind == kind).Sum(run => run.Tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Number))));

    /// <summary>How many of its blocks had a fate; its heading is no block of its own here.</summary>
    public int Count(BlockFate fate) => Blocks.Count(block => block.Fate == fate && block.Block.Kind != BlockKind.Heading);

    /// <summary>What stands in it under its heading.</summary>
    public IEnumerable<BlockChange> Body => Blocks.Where(block => block.Block.Kind != BlockKind.Heading);
}
