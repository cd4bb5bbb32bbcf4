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
    public void Nothing_is_passed_over() => RandomEditions.Pairs.Sample(
        (older, newer) =>
        {
            if (EditionDiff.Of(older, newer).IsEmpty) Assert.Equal(Blocks(older), Blocks(newer));
        },
        iter: Pairs);
}
