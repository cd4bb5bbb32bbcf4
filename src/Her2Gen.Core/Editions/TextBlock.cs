namespace Her2Gen.Editions;

/// <summary>A paragraph, a list item, a row of a table, a figure: what a reader takes in as one piece.</summary>
/// <param name="Name">What it is known by even when its text changes: a row's head, a reference's key, a figure's file; else empty.</param>
/// <param name="Within">The id of the figure or table around it; else empty.</param>
public sealed record TextBlock(BlockKind Kind, string Name, string Within, IReadOnlyList<TextCell> Cells)
{
    /// <summary>What it is compared by; parts are a line each.</summary>
    public string Text { get; } = string.Join('\n', Cells.Select(cell => cell.Text));

    public static TextBlock Of(BlockKind kind, IReadOnlyList<Token> tokens) => new(kind, "", "", [new TextCell("", tokens)]);

    /// <summary>A block of two parts, known by the first.</summary>
    public static TextBlock Definition(IReadOnlyList<Token> term, IReadOnlyList<Token> definition, string within = "") =>
        new(BlockKind.Definition, string.Concat(term.Select(token => token.Text)), within, [new TextCell("Term", term), new TextCell("Definition", definition)]);
}
