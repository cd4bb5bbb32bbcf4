namespace Her2Gen.Editions;

/// <summary>Finds what became of each section, and of each block in it.</summary>
internal sealed class SectionAlignment(IReadOnlyList<EditionSection> older, IReadOnlyList<EditionSection> newer)
{
    // A block that is found again in another section: shorter ones are alike by chance, and so are those that are less alike.
    private const int FewestWordsMoved = 4;
    private const double AlikeElsewhere = 0.6;

    private readonly Likeness likeness = new();
    private readonly Dictionary<EditionSection, string> parents = Parents(older, newer);

    public IReadOnlyList<SectionChange> Sections()
    {
        IReadOnlyList<Counterpart> sections = Alignment.Of(older, newer, section => section.Id.Length > 0 ? section.Id : "\n" + section.Heading, _ => null, Alike);
        List<BlockChange>[] blocks = [.. sections.Select(Blocks)];
        JoinMoved(blocks);
        return [.. sections.Select((section, i) => new SectionChange(Older(section), Newer(section), section.IsMoved, blocks[i]))];
    }

    // Of headings that are alike enough, those are one whose text is alike too.
    private double Alike(EditionSection before, EditionSection after)
    {
        double headings = before.Level == after.Level && parents[before] == parents[after] ? likeness.Of(before.Heading, after.Heading) : 0;
        if (headings < Alignment.Alike) return 0;
        double[] texts = [.. from a in before.Blocks.Skip(1) from b in after.Blocks.Skip(1) select likeness.Of(a, b)];
        return (1 + headings + texts.Append(0).Max()) / 3;
    }

    // By section, the id of the one that it belongs to.
    private static Dictionary<EditionSection, string> Parents(params IReadOnlyList<EditionSection>[] editions)
    {
        Dictionary<EditionSection, string> parents = new(ReferenceEqualityComparer.Instance);
        foreach (IReadOnlyList<EditionSection> sections in editions)
        {
            for (int i = 0; i < sections.Count; i++)
                parents[sections[i]] = sections.Take(i).LastOrDefault(other => other.Level < sections[i].Level)?.Id ?? "";
        }

        return parents;
    }

    private EditionSection? Older(Counterpart section) => section.Older is { } a ? older[a] : null;

    private EditionSection? Newer(Counterpart section) => section.Newer is { } b ? newer[b] : null;

    private List<BlockChange> Blocks(Counterpart section)
    {
        IReadOnlyList<TextBlock> before = Older(section)?.Blocks ?? [];
        IReadOnlyList<TextBlock> after = Newer(section)?.Blocks ?? [];
        return
        [
            .. Alignment.Of(before, after, Key, Name, Alike).Select(match => BlockChange.Of(
                match.Older is { } a ? before[a] : null,
                match.Newer is { } b ? after[b] : null,
                section.Older is { } s && match.Older is { } from ? new BlockPlace(s, from) : null,
                section.Newer is { } t && match.Newer is { } to ? new BlockPlace(t, to) : null,
                match.IsMoved)),
        ];
    }

    private static string Key(TextBlock block) => block.Text;

    private static string? Name(TextBlock block) => block.Kind switch
    {
        // There is one, and it stays the section's heading whatever it says.
        BlockKind.Heading => "\nheading",
        BlockKind.TableHead => $"\nhead\n{block.Within}",
        _ => block.Name.Length > 0 ? $"{block.Kind}\n{block.Within}\n{block.Name}" : null,
    };

    private double Alike(TextBlock before, TextBlock after) =>
        IsTabular(before) == IsTabular(after) && (before.Kind == BlockKind.Heading) == (after.Kind == BlockKind.Heading) ? likeness.Of(before, after) : 0;

    private static bool IsTabular(TextBlock block) => block.Kind is BlockKind.TableRow or BlockKind.TableHead;

    // What was removed from one section and added to another was moved.
    private void JoinMoved(List<BlockChange>[] sections)
    {
        BlockChange[] removed = [.. Telling(sections, BlockFate.Removed)];
        BlockChange[] added = [.. Telling(sections, BlockFate.Added)];
        Dictionary<BlockChange, BlockChange> origins = new(ReferenceEqualityComparer.Instance);
        foreach (Counterpart pair in Alignment.Of(removed, added, block => Key(block.Block), block => block.Block.Kind == BlockKind.Figure ? block.Block.Name : null, AlikeMoved))
            if (pair is { Older: { } a, Newer: { } b }) origins.Add(added[b], removed[a]);
        HashSet<BlockChange> gone = new(origins.Values, ReferenceEqualityComparer.Instance);
        foreach (List<BlockChange> blocks in sections)
        {
            for (int i = 0; i < blocks.Count; i++)
                if (origins.TryGetValue(blocks[i], out BlockChange? origin)) blocks[i] = BlockChange.Of(origin.Older, blocks[i].Newer, origin.From, blocks[i].To, isMoved: true);
            blocks.RemoveAll(gone.Contains);
        }
    }

    private double AlikeMoved(BlockChange before, BlockChange after) =>
        !IsTabular(before.Block) && Alike(before.Block, after.Block) is >= AlikeElsewhere and double alike ? alike : 0;

    private static IEnumerable<BlockChange> Telling(List<BlockChange>[] sections, BlockFate fate) =>
        sections.SelectMany(blocks => blocks).Where(block => block.Fate == fate && IsTelling(block.Block));

    private static bool IsTelling(TextBlock block) =>
        block.Kind != BlockKind.Heading && block.Cells.Sum(cell => cell.Tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Number)) >= FewestWordsMoved;
}
