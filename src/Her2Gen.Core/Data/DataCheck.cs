using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Data;

/// <summary>Each cell holds what its column's description says.</summary>
internal static class DataCheck
{
    /// <param name="rising">Columns whose numbers rise in each row.</param>
    public static void Check(DataTable table, IReadOnlyList<YamlText> rising, DiagnosticBag diagnostics)
    {
        foreach (DataColumn column in table.Columns.Where(column => column.Formula is null && !table.Missing.Contains(column.Name)))
        {
            foreach (DataRow row in table.Rows)
                if (row.Cells.TryGetValue(column.Name, out DataCell cell)) CheckCell(cell, column, diagnostics);
        }

        foreach (YamlText name in rising.Where(name => table.Column(name.Value) is null))
            diagnostics.Add(Rules.DataColumn, name.Location, $"no column `{name.Value}`", Nearest.Hint(name.Value, table.Columns.Select(column => column.Name)));
        DataColumn[] order = [.. rising.Select(name => table.Column(name.Value)).OfType<DataColumn>()];
        foreach (DataRow row in table.Rows) CheckRising(row, order, diagnostics);
    }

    private static void CheckCell(DataCell cell, DataColumn column, DiagnosticBag diagnostics)
    {
        if (cell.Text.Length == 0)
        {
            if (column.Required) diagnostics.Add(Rules.DataValue, cell.Location, $"`{column.Name}` may not be blank");
            return;
        }

        bool isNumber = NumberFormat.TryParse(cell.Text, out decimal number);
        if (column.IsNumeric && (!isNumber || (column.Type == ColumnType.WholeNumber && number != decimal.Truncate(number))))
            diagnostics.Add(Rules.DataValue, cell.Location, $"`{cell.Text}` in `{column.Name}` is not {(column.Type == ColumnType.WholeNumber ? "a whole number" : "a number")}", "digits, a point, a hyphen for minus; a blank cell where there is none");
        if (column.Values.Count > 0 && !column.Values.Contains(cell.Text))
            diagnostics.Add(Rules.DataValue, cell.Location, $"`{cell.Text}` is not one of the values of `{column.Name}`", Nearest.Hint(cell.Text, column.Values) ?? "they are " + string.Join(", ", column.Values.Select(value => $"`{value}`")));
    }

    private static void CheckRising(DataRow row, DataColumn[] order, DiagnosticBag diagnostics)
    {
        decimal?[] numbers = [.. order.Select(column => DataTable.Number(row, column))];
        for (int i = 1; i < order.Length; i++)
        {
            if (numbers[i - 1] is { } before && numbers[i] is { } after && after < before)
                diagnostics.Add(Rules.DataValue, row.Cells[order[i].Name].Location, $"`{order[i].Name}` {after} is below `{order[i - 1].Name}` {before}", "an estimate lies within its interval");
        }
    }
}
