using CsCheck;
using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

/// <summary>What must hold whatever the editions are.</summary>
public sealed class EditionDiffTests
{
    private const int Pairs = 1000;

    // Every block with its place and text, in order.
    private static string[] Blocks(EditionText edition) =>
        [.. edition.Sections.SelectMany((section, s) => section.Blocks.Select((block, i) => $"{s}.{i}: {block.Text}"))];

    private static string[] Without(EditionDiff diff, ChangeKind kind) =>
    [
        .. from section in diff.Sections
           from block in section.Blocks
           let place = kind == ChangeKind.Added ? block.From : block.To
           where place is not null
           orderby place.Value.Section, place.Value.Index
           let cells = block.Cells.Select(cell => cell.Runs.Where(run => run.Kind != kind)).Where(runs => runs.Any()).Select(runs => string.Concat(runs.SelectMany(run => run.Tokens).Select(token => token.Text)))
           let source = (kind == ChangeKind.Added ? block.Older : block.Newer) ?? throw new InvalidOperationException()
           select $"{place.Value.Section}.{place.Value.Index}: {string.Join('\n', cells.Order(StringComparer.Ordinal))}",
    ];

    // The parts of a block in one order: which of two parts comes first is a matter of the side.
    private static string[] Ordered(EditionText edition) =>
        [.. edition.Sections.SelectMany((section, s) => section.Blocks.Select((block, i) => $"{s}.{i}: {string.Join('\n', block.Cells.Select(cell => cell.Text).Order(StringComparer.Ordinal))}"))];

    private static string[] Told(EditionDiff diff, bool isTurned) =>
    [
        .. diff.Sections.SelectMany(section => section.Blocks).Select(block => Told(block, isTurned)).Order(StringComparer.Ordinal),
        .. diff.Sections.Select(section => $"{(isTurned ? section.Newer : section.Older)?.Id} {(isTurned ? section.Older : section.Newer)?.Id} {section.IsMoved}").Order(StringComparer.Ordinal),
        .. diff.Numbers.Select(number => $"{(isTurned ? number.Newer : number.Older)} {(isTurned ? number.Older : number.Newer)}").Order(StringComparer.Ordinal),
    ];

    private static string Told(BlockChange block, bool isTurned) =>
        $"{(isTurned ? block.To : block.From)} {(isTurned ? block.From : block.To)} {block.IsMoved}: "
        + string.Join(" | ", block.Cells.Select(cell => cell.Column + ": " + Told(cell, isTurned)).Order(StringComparer.Ordinal));

    private static string Told(CellChange cell, bool isTurned)
    {
        string text = "";
        string removed = "";
        string added = "";
        foreach (TextRun run in cell.Runs)
        {
            string words = string.Concat(run.Tokens.Select(token => token.Text));
            if (run.Kind == ChangeKind.Same) (text, removed, added) = (text + $"[-{removed}-]{{+{added}+}}{words}", "", "");
            else if (run.Kind == ChangeKind.Removed == isTurned) added += words;
            else removed += words;
        }

        return text + $"[-{removed}-]{{+{added}+}}";
    }

    [Fact]
    public void Without_what_was_added_it_is_the_older_edition_and_without_what_was_removed_the_newer() => RandomEditions.Pairs.Sample(
        (older, newer) =>
        {
            EditionDiff diff = EditionDiff.Of(older, newer);
            Assert.Equal(Ordered(older), Without(diff, ChangeKind.Added));
            Assert.Equal(Ordered(newer), Without(diff, ChangeKind.Removed));
        },
        iter: Pairs);

    [Fact]
    public void An_edition_does_not_differ_from_itself() => RandomEditions.Pairs.Sample(
        (older, _) =>
        {
            EditionDiff diff = EditionDiff.Of(older, older);
            Assert.True(diff.IsEmpty);
            Assert.Empty(diff.Numbers);
        },
        iter: Pairs);

    [Fact]
    public void Turned_round_what_was_added_was_removed() => RandomEditions.Pairs.Sample(
        (older, newer) => Assert.Equal(Told(EditionDiff.Of(older, newer), isTurned: false), Told(EditionDiff.Of(newer, older), isTurned: true)),
        iter: Pairs);

    [Fact]
    public void Nothing_is_passed_over() => RandomEditions.Pairs.Sample(
        (older, newer) =>
        {
            if (EditionDiff.Of(older, newer).IsEmpty) Assert.Equal(Blocks(older), Blocks(newer));
        },
        iter: Pairs);
}
