using CsCheck;
using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

/// <summary>Editions to compare: unlike ones, and ones of which the second was made from the first.</summary>
internal static class RandomEditions
{
    private static readonly Gen<Token> Piece = Gen.OneOf(
        Gen.OneOf("trastuzumab", "pertuzumab", "survival", "of", "the", "and", "was", "median", ",", ".", "(", ")", "0.63", "0.66", "0.36", "5 mg", "5 g", "95% CI 0.54–0.73", "P=0.33", "−0.33", "12 months").Select(text => Tokens.Of(text).First()),
        Gen.OneOf("a", "b", "c").Select(Gen.Int[1, 9], (key, number) => Token.Citation(key, number.ToString())));

    private static readonly Gen<IReadOnlyList<Token>> Words = Piece.Array[1, 14].Select(pieces => (IReadOnlyList<Token>)[.. pieces.SelectMany((piece, i) => i == 0 ? [piece] : new[] { new Token(TokenKind.Space, " ", " "), piece })]);

    private static readonly Gen<TextBlock> Block = Gen.Frequency(
        (4, Gen.OneOf(BlockKind.Paragraph, BlockKind.ListItem).Select(Words, TextBlock.Of)),
        (3, Gen.OneOf("x", "y", "z", "").Select(Gen.OneOf("Trial", "Effect", "Months").Select(Words, (column, words) => new TextCell(column, words)).Array[1, 4], (name, cells) => new TextBlock(BlockKind.TableRow, name, "tbl", cells))),
        (1, Gen.OneOf("a.svg", "b.svg").Select(Words, (file, words) => new TextBlock(BlockKind.Figure, file, "", [new TextCell("Caption", words)]))));

    private static readonly Gen<EditionSection> Section = Gen.Select(Gen.OneOf("one", "two", "three", "four", ""), Words, Gen.Int[2, 4], Block.Array[0, 6], (id, heading, level, blocks) =>
        new EditionSection(id, string.Concat(heading.Select(token => token.Shown)), level, [TextBlock.Of(BlockKind.Heading, heading), .. blocks]));

    private static readonly Gen<EditionText> Edition = Section.Array[0, 5].Select(Block.Array[0, 3], (sections, entries) => Of(sections, entries));

    /// <summary>Blocks of the first edition in another order and other sections, some left out, new ones between.</summary>
    private static readonly Gen<(EditionText Older, EditionText Newer)> Made = Gen.Select(Edition, Edition, Gen.Int[0, 100].Array[60]).Select((older, other, dice) =>
    {
        int next = 0;
        int Roll() => dice[next++ % dice.Length];
        List<TextBlock> pool = [.. older.Sections.SelectMany(section => section.Blocks.Skip(1)), .. other.Sections.SelectMany(section => section.Blocks.Skip(1)).Take(4)];
        EditionSection[] sections =
        [
            .. older.Sections.Where(_ => Roll() > 15).Select(section => section with
            {
                Id = Roll() > 90 ? section.Id + "x" : section.Id,
                Blocks = [section.Blocks[0], .. section.Blocks.Skip(1).Where(_ => Roll() > 15).SelectMany(block => Roll() > 85 && pool.Count > 0 ? [block, pool[Roll() % pool.Count]] : new[] { block })],
            }),
        ];
        return (older, Of(Roll() > 70 ? [.. sections.Reverse()] : sections, older.References));
    });

    public static readonly Gen<(EditionText Older, EditionText Newer)> Pairs = Gen.OneOf(Made, Gen.Select(Edition, Edition));

    // Ids are each once on a page.
    private static EditionText Of(IEnumerable<EditionSection> sections, IReadOnlyList<TextBlock> references) =>
        new("Title", "en", "", "", "", null, [.. sections.DistinctBy(section => section.Id)], references, []);
}
