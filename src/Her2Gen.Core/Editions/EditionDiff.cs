namespace Her2Gen.Editions;

/// <summary>What changed between two editions of one article.</summary>
/// <remarks>
/// Leave out what was added, and it is the older edition; leave out what was removed, and it is the newer one.
/// With the editions turned round, what was added was removed, and nothing else is different.
/// </remarks>
/// <param name="Sections">In the order of the newer edition; what was removed stands behind what it stood behind.</param>
/// <param name="References">Entries of the reference list, by key.</param>
/// <param name="Metadata">Title, authors, dates, licence, statements.</param>
/// <param name="Numbers">Every number of the text that is another now, in order; then those that were added or removed.</param>
public sealed record EditionDiff(
    EditionText Older,
    EditionText Newer,
    IReadOnlyList<SectionChange> Sections,
    IReadOnlyList<BlockChange> References,
    IReadOnlyList<BlockChange> Metadata,
    IReadOnlyList<NumberChange> Numbers)
{
    public bool IsEmpty => !Sections.Any(section => section.IsNews) && !References.Any(block => block.Fate != BlockFate.Same) && !Metadata.Any(block => block.Fate != BlockFate.Same);

    public static EditionDiff Of(EditionText older, EditionText newer)
    {
        IReadOnlyList<SectionChange> sections = new SectionAlignment(older.Sections, newer.Sections).Sections();
        return new EditionDiff(
            older,
            newer,
            sections,
            Entries(older.References, newer.References),
            Entries(older.Metadata, newer.Metadata),
            [.. NumberChanges.Of(sections)]);
    }

    // A list without an order of its own: an entry is known by its name, and has no place to move from.
    private static IReadOnlyList<BlockChange> Entries(IReadOnlyList<TextBlock> older, IReadOnlyList<TextBlock> newer) =>
    [
        .. Alignment.Of(older, newer, block => block.Name, _ => null, (_, _) => 0).Select(match => BlockChange.Of(
            match.Older is { } a ? older[a] : null,
            match.Newer is { } b ? newer[b] : null,
            match.Older is { } from ? new BlockPlace(0, from) : null,
            match.Newer is { } to ? new BlockPlace(0, to) : null,
            isMoved: false)),
    ];
}
