using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Data;

/// <summary>A cell as typed, and where.</summary>
public readonly record struct DataCell(string Text, Location Location);

/// <summary>A row by its id, with its cells by column.</summary>
public sealed record DataRow(string Id, IReadOnlyDictionary<string, DataCell> Cells, Location Location);

/// <summary>A table of <c>content/data</c>: the one home of the numbers that texts, tables and plots show.</summary>
/// <param name="Name">The file's, without its ending.</param>
/// <param name="File">As the author knows it: <c>content/data/trials.csv</c>.</param>
/// <param name="Title">Of the dataset.</param>
/// <param name="Page">The page that draws every row: values in running text link there.</param>
/// <param name="Columns">As described; those of the file first, then the computed ones.</param>
/// <param name="Missing">The described columns that the file lacks, which has been reported.</param>
public sealed record DataTable(
    string Name, string File, string Title, string Description, YamlText? Page, IReadOnlyList<DataColumn> Columns, IReadOnlyList<DataRow> Rows, IReadOnlySet<string> Missing)
{
    private readonly Lazy<Dictionary<string, DataRow>> byId = new(() =>
    {
        Dictionary<string, DataRow> rows = new(StringComparer.Ordinal);
        foreach (DataRow row in Rows) rows.TryAdd(row.Id, row);
        return rows;
    });

    public DataColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    public DataRow? Row(string id) => byId.Value.GetValueOrDefault(id);

    /// <summary>The id of a row's place on the page that draws it.</summary>
    public string AnchorOf(DataRow row) => $"{Name}-{row.Id}";

    /// <summary>What is printed of a row in a column; nothing for a blank cell, and for a computed one that needs a blank cell.</summary>
    public string Print(DataRow row, DataColumn column)
    {
        if (column.Formula is { } formula) return Formula.Fill(formula, name => Column(name) is { Formula: null } source ? Print(row, source) : "");
        string text = row.Cells.TryGetValue(column.Name, out DataCell cell) ? cell.Text : "";
        return column.IsNumeric ? NumberFormat.WithMinus(text) : text;
    }

    /// <summary>The number in a cell; null when it is blank or holds none.</summary>
    public static decimal? Number(DataRow row, DataColumn column) =>
        row.Cells.TryGetValue(column.Name, out DataCell cell) && NumberFormat.TryParse(cell.Text, out decimal number) ? number : null;
}
