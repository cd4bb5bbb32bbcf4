using Her2Gen.Editions;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>Two tables as one, with the columns and rows of both, for a template.</summary>
internal static class ChangedTable
{
    public static ScriptObject Of(IReadOnlyList<BlockChange> rows)
    {
        List<string> columns = Columns(rows);
        BlockChange? head = rows.FirstOrDefault(row => row.Block.Kind == BlockKind.TableHead);
        BlockChange[] body = [.. rows.Where(row => row.Block.Kind != BlockKind.TableHead)];
        return new ScriptObject
        {
            ["kind"] = "table",
            ["name"] = rows[0].Block.Within,
            ["fate"] = ChangesModel.Fate(body.Length > 0 && body.All(row => row.Fate == body[0].Fate) ? body[0].Fate : BlockFate.Changed),
            ["columns"] = head is null ? new ScriptArray() : Cells(head, columns),
            ["width"] = columns.Count,
            ["rows"] = PageModel.List(body, row => new ScriptObject
            {
                ["fate"] = ChangesModel.Fate(row.Fate),
                ["is_moved"] = row.IsMoved,
                ["cells"] = row.Cells.Count == 1 ? PageModel.List(row.Cells, ChangesModel.Runs) : Cells(row, columns),
            }),
        };
    }

    private static ScriptArray Cells(BlockChange row, List<string> columns)
    {
        Dictionary<string, CellChange> cells = new(Keyed(row), StringComparer.Ordinal);
        return PageModel.List(columns, column => cells.TryGetValue(column, out CellChange? cell) ? ChangesModel.Runs(cell) : new ScriptArray());
    }

    // Each row may have columns that others do not have: each stands behind the one that it stands behind in its row.
    private static List<string> Columns(IReadOnlyList<BlockChange> rows)
    {
        List<string> columns = [];
        foreach (BlockChange row in rows)
        {
            int place = 0;
            foreach ((string column, _) in Keyed(row))
            {
                int at = columns.IndexOf(column);
                if (at < 0) columns.Insert(at = place, column);
                place = at + 1;
            }
        }

        return columns;
    }

    // Two columns may have one name.
    private static IEnumerable<KeyValuePair<string, CellChange>> Keyed(BlockChange row)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (CellChange cell in row.Cells)
        {
            int count = seen[cell.Column] = seen.GetValueOrDefault(cell.Column) + 1;
            yield return KeyValuePair.Create($"{cell.Column}\n{count}", cell);
        }
    }
}
