using Her2Gen.Diagnostics;

namespace Her2Gen.Data;

/// <summary>Rows that stand together under one heading; it is empty when the rows are not grouped.</summary>
public sealed record DataGroup(string Title, IReadOnlyList<DataRow> Rows);

/// <summary>How rows are ordered, when not as in the file.</summary>
public sealed record DataSort(DataColumn By, bool IsDescending);

/// <summary>The part of a table that a directive shows.</summary>
public sealed record DataSelection(DataTable Table, IReadOnlyList<DataColumn> Columns, IReadOnlyList<DataGroup> Groups, DataSort? Sort)
{
    /// <summary>The attributes of a directive that are read here.</summary>
    public static readonly IReadOnlyList<string> Attributes = ["data", "columns", "where", "rows", "group", "sort"];

    public IEnumerable<DataRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>What the attributes select; null, and a diagnostic, when that cannot be said.</summary>
    /// <param name="attributes">Of the directive, <c>data</c> among them.</param>
    public static DataSelection? Of(IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, DataTable> tables, Location place, DiagnosticBag diagnostics)
    {
        string file = attributes["data"];
        string name = file.EndsWith(".csv", StringComparison.Ordinal) ? file[..^".csv".Length] : file;
        if (DataLookup.Table(tables, name, place, diagnostics) is not { } table) return null;
        IReadOnlyList<DataColumn> Named(string attribute) =>
            [.. Words(attributes.GetValueOrDefault(attribute, ""), ',').Select(word => DataLookup.Column(table, word, place, diagnostics)).OfType<DataColumn>()];

        DataColumn? group = Named("group") is [var first, ..] ? first : null;
        DataSort? sort = SortOf(attributes.GetValueOrDefault("sort", ""), table, place, diagnostics);
        IReadOnlyList<DataColumn> columns = attributes.ContainsKey("columns") ? Named("columns") : [.. table.Columns.Where(column => column != group && column.Name != "id")];
        IEnumerable<DataRow> rows = attributes.TryGetValue("rows", out string? ids) ? RowsOf(ids, table, place, diagnostics) : table.Rows;
        DiagnosticBag conditions = new();
        foreach (string condition in Words(attributes.GetValueOrDefault("where", ""), ',')) rows = Where(rows, condition, table, place, conditions);
        DataRow[] ordered = [.. sort is null ? rows : Ordered(rows, sort, table)];
        diagnostics.AddRange(conditions);
        if (ordered.Length == 0)
        {
            if (table.Missing.Count == 0 && conditions.Errors == 0) diagnostics.Add(Rules.UnknownData, place, $"no row of {table.File} is selected", "say less in `where` or `rows`");
            return null;
        }

        IReadOnlyList<DataGroup> groups = group is null
            ? [new DataGroup("", ordered)]
            : [.. ordered.GroupBy(row => table.Print(row, group)).Select(together => new DataGroup(together.Key, [.. together]))];
        return new DataSelection(table, [.. columns.Where(column => !DataLookup.IsMissing(table, column))], groups, sort);
    }

    private static IEnumerable<DataRow> RowsOf(string ids, DataTable table, Location place, DiagnosticBag diagnostics)
    {
        foreach (string id in Words(ids, ','))
        {
            if (table.Row(id) is { } row) yield return row;
            else diagnostics.Add(Rules.UnknownData, place, $"{table.File} has no row `{id}`", Nearest.Hint(id, table.Rows.Select(other => other.Id)));
        }
    }

    // `column=value`, `column=one|another`, `column!=value`.
    private static IEnumerable<DataRow> Where(IEnumerable<DataRow> rows, string condition, DataTable table, Location place, DiagnosticBag diagnostics)
    {
        int equals = condition.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            diagnostics.Add(Rules.DirectiveMalformed, place, $"`{condition}` is no condition", "write `where=\"column=value\"`, or `column=one|another`");
            return rows;
        }

        bool isNegated = condition[equals - 1] == '!';
        string name = condition[..(isNegated ? equals - 1 : equals)].Trim();
        string[] values = [.. condition[(equals + 1)..].Split('|').Select(value => value.Trim())];
        if (DataLookup.Column(table, name, place, diagnostics) is not { } column || DataLookup.IsMissing(table, column)) return rows;
        // A value that stands nowhere is a slip of the pen: it would select nothing, or leave nothing out.
        foreach (string value in values.Where(value => !table.Rows.Any(row => table.Print(row, column) == value)))
            diagnostics.Add(Rules.UnknownData, place, $"`{value}` stands nowhere in `{name}` of {table.File}", Nearest.Hint(value, table.Rows.Select(row => table.Print(row, column)).Distinct()));
        return rows.Where(row => values.Contains(table.Print(row, column)) != isNegated);
    }

    private static DataSort? SortOf(string sort, DataTable table, Location place, DiagnosticBag diagnostics)
    {
        if (sort.Length == 0) return null;
        string[] words = Words(sort, ' ');
        if (words.Length > 2 || (words.Length == 2 && words[1] is not ("ascending" or "descending")))
            diagnostics.Add(Rules.DirectiveMalformed, place, $"`{sort}` is no order", "write `sort=\"column\"` or `sort=\"column descending\"`");
        return DataLookup.Column(table, words[0], place, diagnostics) is { } column ? new DataSort(column, words[^1] == "descending") : null;
    }

    // Numbers by value, texts by their characters, blanks last; equal ones as in the file.
    private static IEnumerable<DataRow> Ordered(IEnumerable<DataRow> rows, DataSort sort, DataTable table)
    {
        IOrderedEnumerable<DataRow> blanksLast = rows.OrderBy(row => table.Print(row, sort.By).Length == 0);
        if (!sort.By.IsNumeric)
            return sort.IsDescending ? blanksLast.ThenByDescending(row => table.Print(row, sort.By), StringComparer.Ordinal) : blanksLast.ThenBy(row => table.Print(row, sort.By), StringComparer.Ordinal);
        return sort.IsDescending ? blanksLast.ThenByDescending(row => DataTable.Number(row, sort.By)) : blanksLast.ThenBy(row => DataTable.Number(row, sort.By));
    }

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
