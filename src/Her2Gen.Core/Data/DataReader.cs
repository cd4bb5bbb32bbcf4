using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Data;

/// <summary>Reads the tables of <c>content/data</c>: CSV (RFC 4180), each with an optional description in YAML beside it.</summary>
public static class DataReader
{
    public const string Folder = "data/";

    private const string Content = "content/";
    private const string RowId = "id";

    /// <summary>What stands in a description.</summary>
    public static readonly Schema Schema = new("the description of a table",
    [
        new("title", SchemaType.Text, Required: true, "the name of the dataset"),
        new("description", SchemaType.Text, Required: true, "what a row is, and where the numbers come from"),
        new("page", SchemaType.Text, Required: false, "the page that draws every row, by file name without .md: values in the text link there"),
        new("columns", SchemaType.ListOf(SchemaType.MapOf(DataColumn.Schema)), Required: true, "every column of the CSV, then the computed ones"),
        new("rising", SchemaType.ListOf(SchemaType.Text), Required: false, "columns whose numbers rise in each row: [lo, est, hi]"),
    ]);

    /// <summary>The tables by name. What cannot be read is reported and left out.</summary>
    /// <param name="content">The files below <c>content/</c>.</param>
    public static IReadOnlyDictionary<string, DataTable> Read(FileTree content, DiagnosticBag diagnostics)
    {
        Dictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in content)
        {
            if (path.Folder != Folder) continue;
            FilePath twin = FilePath.Parse($"{Folder}{path.Stem}{(path.Extension == ".csv" ? ".yml" : ".csv")}");
            bool hasTwin = content.TryGet(twin, out ReadOnlyMemory<byte> description);
            if (path.Extension == ".csv")
                tables.Add(path.Stem, ReadTable(path, SourceText.Decode(Content + path, bytes, diagnostics), hasTwin ? SourceText.Decode(Content + twin, description, diagnostics) : null, diagnostics));
            else if (path.Extension == ".yml" && !hasTwin)
                diagnostics.Add(Rules.FileUnreadable, Location.Of(Content + path), $"there is no `{Content}{twin}` to describe");
        }

        return tables;
    }

    private static DataTable ReadTable(FilePath path, SourceText csv, SourceText? yaml, DiagnosticBag diagnostics)
    {
        IReadOnlyList<DataCell[]> records = CsvReader.Read(csv, diagnostics);
        YamlMap? map = yaml is null ? null : YamlReader.Read(yaml, 0, yaml.Text.Length, diagnostics);
        if (map is not null) Schema.Check(map, diagnostics);
        DataCell[] header = records.Count > 0 ? records[0] : [];
        if (header.Length == 0) diagnostics.Add(Rules.DataSyntax, csv.At(0, 0), "the table is empty", "its first line names the columns");
        foreach (IGrouping<string, DataCell> name in header.GroupBy(cell => cell.Text).Where(name => name.Count() > 1 || name.Key.Length == 0))
            diagnostics.Add(Rules.DataSyntax, name.Last().Location, name.Key.Length == 0 ? "a column has no name" : $"two columns are called `{name.Key}`");

        IReadOnlyList<DataColumn> columns = map is null ? [.. header.Select(cell => DataColumn.Undescribed(cell.Text, cell.Location))] : [.. map.Maps("columns").Select(DataColumn.From)];
        HashSet<string> missing = CompareColumns(csv, header, columns, map is not null, diagnostics);
        List<DataRow> rows = [];
        Dictionary<string, DataRow> byId = new(StringComparer.Ordinal);
        foreach (DataCell[] record in records.Skip(1))
        {
            Location place = record[0].Location;
            if (record.Length != header.Length)
            {
                diagnostics.Add(Rules.DataSyntax, place, $"the row has {record.Length} cells, and the table {header.Length} columns", "put a cell that holds a comma in quotation marks");
                continue;
            }

            Dictionary<string, DataCell> cells = new(StringComparer.Ordinal);
            for (int i = 0; i < header.Length; i++) cells.TryAdd(header[i].Text, record[i]);
            DataRow row = new(cells.TryGetValue(RowId, out DataCell id) ? id.Text : "", cells, place);
            if (header.Any(cell => cell.Text == RowId)) CheckId(row, byId, id.Location, diagnostics);
            rows.Add(row);
        }

        DataTable table = new(path.Stem, csv.File, map?.Text("title") ?? path.Stem, map?.Text("description") ?? "", map?.Entry("page")?.Value as YamlText, columns, rows, missing);
        DataCheck.Check(table, map?.Texts("rising") ?? [], diagnostics);
        return table;
    }

    private static void CheckId(DataRow row, Dictionary<string, DataRow> byId, Location place, DiagnosticBag diagnostics)
    {
        if (row.Id.Length == 0 || row.Id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
            diagnostics.Add(Rules.DataSyntax, place, $"`{row.Id}` is not an id", "use letters, digits, `-` and `_`: it names the row in texts and addresses");
        else if (!byId.TryAdd(row.Id, row))
            diagnostics.Add(Rules.DataSyntax, place, $"id `{row.Id}` stands already at line {byId[row.Id].Location.Line}", "give one of them another id");
    }

    // What the description says is in the file is in it, and the reverse.
    private static HashSet<string> CompareColumns(SourceText csv, DataCell[] header, IReadOnlyList<DataColumn> columns, bool isDescribed, DiagnosticBag diagnostics)
    {
        HashSet<string> missing = new(StringComparer.Ordinal);
        if (!isDescribed || header.Length == 0) return missing;
        foreach (DataColumn column in columns.Where(column => column.Formula is null && !header.Any(cell => cell.Text == column.Name)))
        {
            diagnostics.Add(Rules.DataColumn, csv.At(0, header[^1].Location.EndColumn - 1), $"no column `{column.Name}`, which the description lists", "add it, or take it out of the description");
            missing.Add(column.Name);
        }

        foreach (DataCell cell in header.Where(cell => cell.Text.Length > 0 && !columns.Any(column => column.Name == cell.Text)))
            diagnostics.Add(Rules.DataColumn, cell.Location, $"column `{cell.Text}` is not described", Nearest.Hint(cell.Text, missing) ?? "add it to the description: what it is called and what it holds");
        foreach (DataColumn column in columns)
        {
            if (columns.First(other => other.Name == column.Name) != column) diagnostics.Add(Rules.DataColumn, column.Location, $"column `{column.Name}` is described twice");
            foreach (string name in Formula.Names(column.Formula ?? "").Where(name => !columns.Any(other => other.Name == name && other.Formula is null)))
                diagnostics.Add(Rules.DataColumn, column.Location, $"`{column.Name}` is computed from `{name}`, which is no column of the CSV", Nearest.Hint(name, columns.Select(other => other.Name)));
        }

        return missing;
    }
}
