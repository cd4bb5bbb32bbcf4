namespace Her2Gen.References.Csl;

internal enum PieceKind
{
    Text,
    OpenFace,
    CloseFace,
    OpenQuote,
    CloseQuote,
    OpenDisplay,
    CloseDisplay,
    OpenLink,
    CloseLink,
}

/// <summary>A piece of a formatted text laid out in reading order.</summary>
/// <param name="Joins">Whether its first sign may merge with the one before: an affix, or a field's beginning.</param>
/// <param name="IsInner">Of a quotation: <see cref="Node.IsInner"/>.</param>
internal readonly record struct Piece(PieceKind Kind, string Text, Face Face = Face.None, bool IsRich = false, bool Joins = false, bool IsInner = false, Display Display = Display.Inline);
