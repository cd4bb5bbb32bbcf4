namespace Her2Gen.References.Csl;

/// <summary>Lays a tree of formatted text out in reading order, and lets signs that meet become one.</summary>
/// <remarks>CSL leaves the joins to processors; what two signs become is as citeproc-js and the CSL test-suite have it ("punctuation_FullMonty").</remarks>
internal static class Layout
{
    private const string Signs = "!?.:,;";

    // What a sign and the one behind it become, when that is one sign: '!' and '.' become '!'.
    private static readonly (string Left, string Right, char Becomes)[] Merges =
    [
        ("!", ".:", '!'), ("?", ".:", '?'), (":;", "!", '!'), (":;", "?", '?'), (":", ".", ':'), (";", ":.", ';'),
    ];

    public static List<Piece> Of(Node node, bool punctuationInQuote)
    {
        List<Piece> pieces = [];
        Lay(node, pieces, joins: true);
        Join(pieces, punctuationInQuote);
        MoveSpaceOut(pieces);
        return pieces;
    }

    private static void Lay(Node node, List<Piece> pieces, bool joins)
    {
        if (node.IsEmpty) return;
        if (node.Display != Display.Inline) pieces.Add(new Piece(PieceKind.OpenDisplay, "", Display: node.Display));
        if (node.Prefix.Length > 0) LayAffix(node.Prefix, pieces);
        if (node.Quotes) pieces.Add(new Piece(PieceKind.OpenQuote, "", IsInner: node.IsInner));
        if (node.Face != Face.None || node.IsUnadorned) pieces.Add(new Piece(PieceKind.OpenFace, "", node.Face, node.IsRich));
        if (node.Href is { } address) pieces.Add(new Piece(PieceKind.OpenLink, address));
        if (node.Children is { } children)
        {
            bool isFirst = true;
            foreach (Node child in children)
            {
                if (child.IsEmpty) continue;
                if (!isFirst && node.Delimiter.Length > 0) LayAffix(node.Delimiter, pieces);
                // A field's own words stay as they are where its markup parts them.
                Lay(child, pieces, joins: isFirst ? joins : !IsMarkup(child, children));
                isFirst = false;
            }
        }
        else
        {
            pieces.Add(new Piece(PieceKind.Text, node.Text, Joins: joins || node.IsAffix));
        }

        if (node.Href is not null) pieces.Add(new Piece(PieceKind.CloseLink, ""));
        if (node.Face != Face.None || node.IsUnadorned) pieces.Add(new Piece(PieceKind.CloseFace, "", node.Face, node.IsRich));
        if (node.Quotes) pieces.Add(new Piece(PieceKind.CloseQuote, ""));
        if (node.Suffix.Length > 0) LayAffix(node.Suffix, pieces);
        if (node.Display != Display.Inline) pieces.Add(new Piece(PieceKind.CloseDisplay, "", Display: node.Display));
    }

    private static bool IsMarkup(Node child, List<Node> siblings) => child.IsRich || siblings.Exists(sibling => sibling.IsRich);

    private static void LayAffix(string text, List<Piece> pieces) => pieces.Add(new Piece(PieceKind.Text, text, Joins: true));

    private static void Join(List<Piece> pieces, bool punctuationInQuote)
    {
        int last = -1;
        bool isParted = false;
        for (int i = 0; i < pieces.Count; i++)
        {
            switch (pieces[i].Kind)
            {
                case PieceKind.OpenQuote:
                case PieceKind.OpenFace when !pieces[i].IsRich:
                    isParted = true;
                    break;
                case PieceKind.CloseQuote:
                    if (!punctuationInQuote && last >= 0 && !isParted) MoveOut(pieces, last, i);
                    isParted = true;
                    break;
                case PieceKind.Text when pieces[i].Text.Length > 0:
                    if (last >= 0 && !isParted && pieces[i].Joins) JoinText(pieces, last, i);
                    if (pieces[i].Text.Length == 0) break;
                    (last, isParted) = (i, false);
                    break;
            }
        }

        JoinQuoted(pieces, punctuationInQuote);
    }

    // The sign behind a quotation goes in, where punctuation stands inside, or is one with the quotation's last.
    private static void JoinQuoted(List<Piece> pieces, bool punctuationInQuote)
    {
        int last = -1;
        bool isClosed = false, isOpened = false;
        for (int i = 0; i < pieces.Count; i++)
        {
            switch (pieces[i].Kind)
            {
                case PieceKind.CloseQuote:
                    isClosed = true;
                    break;
                case PieceKind.OpenQuote or PieceKind.OpenDisplay:
                    isOpened = true;
                    break;
                case PieceKind.Text when pieces[i].Text.Length > 0:
                    if (last >= 0 && isClosed && !isOpened && pieces[i].Joins) JoinQuoted(pieces, last, i, punctuationInQuote);
                    if (pieces[i].Text.Length == 0) break;
                    (last, isClosed, isOpened) = (i, false, false);
                    break;
            }
        }
    }

    private static void JoinQuoted(List<Piece> pieces, int last, int next, bool punctuationInQuote)
    {
        string left = pieces[last].Text, right = pieces[next].Text, moved = "";
        int quote = pieces.FindIndex(last, piece => piece.Kind == PieceKind.CloseQuote);
        // A sign goes in behind a field's own markup.
        bool endsInMarkup = quote > 0 && pieces[quote - 1] is { Kind: PieceKind.CloseFace, IsRich: true };
        while (left.Length > 0 && right.Length > 0 && Signs.Contains(right[0]))
        {
            if (Signs.Contains(left[^1]) && Merged(left[^1], right[0]) is { } sign)
            {
                if (!punctuationInQuote && sign != left[^1]) break;
                left = left[..^1] + sign;
            }
            else if (punctuationInQuote && right[0] is '.' or ',' or '!' or '?')
            {
                if (endsInMarkup) moved += right[0];
                else left += right[0];
            }
            else
            {
                break;
            }

            right = right[1..];
            if (moved.Length > 0) break;
        }

        pieces[last] = pieces[last] with { Text = left };
        pieces[next] = pieces[next] with { Text = right };
        if (moved.Length > 0) pieces.Insert(quote, new Piece(PieceKind.Text, moved, Joins: true));
    }

    // A space that ends the last block stands behind it.
    private static void MoveSpaceOut(List<Piece> pieces)
    {
        int block = pieces.FindLastIndex(piece => piece.Kind == PieceKind.CloseDisplay), last = pieces.FindLastIndex(piece => piece.Kind == PieceKind.Text && piece.Text.Length > 0);
        if (block < last || last < 0 || pieces[last].Text is not [.., ' '] || pieces.FindIndex(piece => piece.Kind == PieceKind.CloseDisplay) == block) return;
        pieces[last] = pieces[last] with { Text = pieces[last].Text[..^1] };
        pieces.Insert(block + 1, new Piece(PieceKind.Text, " "));
    }

    // Where punctuation stands outside, a comma or colon at the end of what is quoted goes out.
    private static void MoveOut(List<Piece> pieces, int last, int quote)
    {
        string text = pieces[last].Text;
        // What has markup of its own keeps its end.
        int open = pieces.FindLastIndex(quote, piece => piece.Kind == PieceKind.OpenQuote);
        if (open < 0 || pieces.FindIndex(open, piece => piece.Kind == PieceKind.Text) != last) return;
        if (text.Length < 2 || text[^1] is not (',' or ':' or ';')) return;
        pieces[last] = pieces[last] with { Text = text[..^1] };
        pieces.Insert(quote + 1, new Piece(PieceKind.Text, text[^1..], Joins: true));
    }

    private static void JoinText(List<Piece> pieces, int last, int next)
    {
        string left = pieces[last].Text, right = pieces[next].Text;
        while (left.Length > 0 && right.Length > 0)
        {
            char a = left[^1], b = right[0];
            if (a is ' ' or '\u00A0' && b == ' ')
            {
                right = right[1..];
                continue;
            }

            if (!Signs.Contains(a) || !Signs.Contains(b) || Merged(a, b) is not { } sign) break;
            left = left[..^1] + sign;
            right = right[1..];
        }

        pieces[last] = pieces[last] with { Text = left };
        pieces[next] = pieces[next] with { Text = right };
    }

    private static char? Merged(char a, char b)
    {
        if (a == b) return a;
        foreach ((string left, string right, char becomes) in Merges)
            if (left.Contains(a) && right.Contains(b)) return becomes;
        return null;
    }
}
