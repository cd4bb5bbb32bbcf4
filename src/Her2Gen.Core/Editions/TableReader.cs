using AngleSharp.Dom;

namespace Her2Gen.Editions;

/// <summary>Reads a table as rows of cells, each under its column head. A row's head that reaches down over others stands in each.</summary>
internal sealed class TableReader
{
    private readonly string within;

    // By column: a cell that reaches down from a row above, and how many rows it still has.
    private readonly Dictionary<int, (IElement Cell, int Rows)> reaching = [];
    private readonly SortedDictionary<int, string> heads = [];

    private TableReader(string within) => this.within = within;

    public static IReadOnlyList<TextBlock> Read(IElement table, string within)
    {
        TableReader reader = new(within);
        return [.. table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table && row.ParentElement is { } group && !PageParts.IsUnread(group) && !PageParts.IsUnread(row)).Select(reader.Row).OfType<TextBlock>()];
    }

    private TextBlock? Row(IElement row)
    {
        bool isHead = row.ParentElement?.LocalName == "thead" || row.Children.All(cell => cell.GetAttribute("scope") is "col" or "colgroup");
        List<string> name = [];
        List<TextCell> cells = [];
        int column = 0;
        bool reaches = false;
        foreach (IElement cell in row.Children.Where(child => child.LocalName is "th" or "td"))
        {
            for (; Above(column) is { } above; column++)
            {
                reaches = true;
                if (above.LocalName != "th") continue;
                AddName(name, above);
                cells.Add(new TextCell(heads.GetValueOrDefault(column, ""), InlineText.Of(above)));
            }

            IReadOnlyList<Token> text = InlineText.Of(cell);
            string shown = string.Concat(text.Select(token => token.Shown));
            int width = Span(cell, "colspan");
            if (isHead) heads[column] = heads.TryGetValue(column, out string? over) && over != shown ? $"{over}, {shown}" : shown;
            if (text.Count > 0) cells.Add(new TextCell(isHead ? shown : heads.GetValueOrDefault(column, ""), text));
            int height = Span(cell, "rowspan");
            reaches |= height > 1;
            if (height > 1) reaching[column] = (cell, height);
            if (IsNaming(cell, name.Count, reaches)) AddName(name, cell);
            column += width;
        }

        EndRow();
        return cells.Count == 0 ? null : new TextBlock(isHead ? BlockKind.TableHead : BlockKind.TableRow, isHead ? "" : string.Join(", ", name), within, cells);
    }

    // A row is known by its head, and by its first cell where several rows share a head.
    private static bool IsNaming(IElement cell, int names, bool reaches) => cell.LocalName == "th" || names == 0 || (names == 1 && reaches);

    private static void AddName(List<string> name, IElement cell)
    {
        string text = string.Concat(InlineText.Of(cell).Select(token => token.Text));
        if (text.Length > 0) name.Add(text);
    }

    private IElement? Above(int column) => reaching.TryGetValue(column, out (IElement Cell, int Rows) above) && above.Rows < Span(above.Cell, "rowspan") ? above.Cell : null;

    private void EndRow()
    {
        foreach ((int column, (IElement cell, int rows)) in reaching.ToArray())
        {
            if (rows > 1) reaching[column] = (cell, rows - 1);
            else reaching.Remove(column);
        }
    }

    private static int Span(IElement cell, string attribute) => int.TryParse(cell.GetAttribute(attribute), out int span) ? Math.Clamp(span, 1, 1000) : 1;
}
