using Her2Gen.Data;
using Scriban.Runtime;

namespace Her2Gen.Templates;

/// <summary>A row of the data, for templates: its <c>id</c> and its printed <c>cells</c>; the function <c>cell</c> gives any other of its cells.</summary>
public sealed class RowModel : ScriptObject
{
    // As in `AttributesModel`: there may be thousands of rows.
    public RowModel(DataSelection selection, DataRow row)
        : base(2, autoImportStaticsFromThisType: false)
    {
        Table = selection.Table;
        Row = row;
        SetValue("id", row.Id, readOnly: true);
        ScriptArray cells = [.. selection.Columns.Select(Cell)];
        SetValue("cells", cells, readOnly: true);
    }

    public DataTable Table { get; }

    public DataRow Row { get; }

    /// <summary>One cell: <c>text</c> as printed, <c>number</c> or null, and what its column is.</summary>
    public ScriptObject Cell(DataColumn column) => new()
    {
        ["text"] = Table.Print(Row, column),
        ["number"] = DataTable.Number(Row, column) is { } number ? (double)number : null,
        ["is_numeric"] = column.IsNumeric,
        ["is_reference"] = column.Type == ColumnType.Reference,
        ["title"] = column.Title,
        ["column"] = column.Name,
    };
}
