using Her2Gen.Diagnostics;

namespace Her2Gen.Data;

/// <summary>One value of the data, named in a text: <c>{=trials.cleopatra-os.est:0.00}</c>.</summary>
/// <param name="Format">A number pattern, or nothing for the value as typed.</param>
public sealed record ValueName(string Table, string Row, string Column, string Format);

/// <summary>A value that a text shows.</summary>
public sealed record FoundValue(DataTable Table, DataRow Row, string Text);

/// <summary>Finds what texts and directives name in the data, and reports what is not there.</summary>
public static class DataLookup
{
    /// <summary>The value, or null when it is not there: that is reported, here or where the table was read.</summary>
    public static FoundValue? Find(IReadOnlyDictionary<string, DataTable> tables, ValueName name, Location place, DiagnosticBag diagnostics)
    {
        if (Table(tables, name.Table, place, diagnostics) is not { } table) return null;
        DataRow? row = table.Row(name.Row);
        DataColumn? column = Column(table, name.Column, place, diagnostics);
        if (row is null) diagnostics.Add(Rules.UnknownData, place, $"{table.File} has no row `{name.Row}`", Nearest.Hint(name.Row, table.Rows.Select(other => other.Id)));
        if (row is null || column is null || IsMissing(table, column)) return null;
        string text = table.Print(row, column);
        if (text.Length == 0)
        {
            diagnostics.Add(Rules.UnknownData, place, $"`{column.Name}` of `{row.Id}` is blank in {table.File}", "fill the cell, or say it without the number");
            return null;
        }

        if (name.Format.Length == 0) return new FoundValue(table, row, text);
        if (!NumberFormat.IsPattern(name.Format))
            diagnostics.Add(Rules.UnknownData, place, $"`{name.Format}` is no number format", "for example `0.0` or `#,##0`");
        else if (DataTable.Number(row, column) is not { } number)
            diagnostics.Add(Rules.UnknownData, place, $"`{text}` is no number that a format could write", "leave the format out");
        else
            return new FoundValue(table, row, NumberFormat.By(number, name.Format));
        return null;
    }

    /// <param name="name">Without the file's ending.</param>
    public static DataTable? Table(IReadOnlyDictionary<string, DataTable> tables, string name, Location place, DiagnosticBag diagnostics)
    {
        if (tables.TryGetValue(name, out DataTable? table)) return table;
        diagnostics.Add(Rules.UnknownData, place, $"no table `content/data/{name}.csv`", Nearest.Hint(name, tables.Keys));
        return null;
    }

    public static DataColumn? Column(DataTable table, string name, Location place, DiagnosticBag diagnostics)
    {
        DataColumn? column = table.Column(name);
        if (column is null) diagnostics.Add(Rules.UnknownData, place, $"{table.File} has no column `{name}`", Nearest.Hint(name, table.Columns.Select(other => other.Name)));
        return column;
    }

    /// <summary>Whether the file lacks the column, or one that it is computed from.</summary>
    public static bool IsMissing(DataTable table, DataColumn column) =>
        table.Missing.Contains(column.Name) || Formula.Names(column.Formula ?? "").Any(table.Missing.Contains);
}
