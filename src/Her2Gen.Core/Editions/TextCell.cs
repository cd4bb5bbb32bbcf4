namespace Her2Gen.Editions;

/// <summary>A part of a block: the cell of a row under its column head, the caption of a figure, or the whole of a paragraph.</summary>
/// <param name="Column">What the part is called; empty where a block has one part only.</param>
/// <param name="Tokens">Without white space at either end, and with one space for any within.</param>
public sealed record TextCell(string Column, IReadOnlyList<Token> Tokens)
{
    /// <summary>What it is compared by.</summary>
    public string Text { get; } = string.Concat(Tokens.Select(token => token.Text));
}
