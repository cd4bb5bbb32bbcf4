using System.Text;
using CsCheck;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Data;

public sealed class DataReaderTests
{
    private const string Described = """
        title: Trials
        description: One row an analysis.
        columns:
          - {name: id, title: Row}
          - {name: est, title: Estimate, type: number}
          - {name: n, title: Patients, type: integer}
          - {name: plot, title: Plot, required: true, values: [yes, no]}
          - {name: effect, title: Effect, text: "{est} of {n}"}
        """;

    private static IReadOnlyDictionary<string, DataTable> Read(string csv, string? description, DiagnosticBag diagnostics)
    {
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files = [KeyValuePair.Create(FilePath.Parse("data/t.csv"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(csv))];
        if (description is not null) files.Add(KeyValuePair.Create(FilePath.Parse("data/t.yml"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(description)));
        return DataReader.Read(new FileTree(files), diagnostics);
    }

    private static string Said(string csv, string? description = Described)
    {
        DiagnosticBag diagnostics = new();
        Read(csv, description, diagnostics);
        return Saying.Of(diagnostics);
    }

    [Fact]
    public void A_table_is_read_as_RFC_4180_writes_it()
    {
        DiagnosticBag diagnostics = new();
        DataTable table = Read("id,a,b\r\nx,\"one, \"\"two\"\"\",3\r\n\r\ny,\"a\nline\",\r\n", description: null, diagnostics)["t"];
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(["x|one, \"two\"|3", "y|a\nline|"], table.Rows.Select(row => string.Join('|', table.Columns.Select(column => table.Print(row, column)))));
        Assert.Equal((4, 3), (table.Rows[1].Cells["a"].Location.Line, table.Rows[1].Cells["a"].Location.Column));
    }

    [Theory]
    [InlineData("id,est,n,plot\na,0.5,3,yes\n", "")]
    [InlineData("", "content/data/t.csv:1:1: error HG314 data-syntax: the table is empty\n  = its first line names the columns")]
    [InlineData("id,est,n,plot\na,0.5,3\n", "content/data/t.csv:2:1: error HG314 data-syntax: the row has 3 cells, and the table 4 columns\n  = put a cell that holds a comma in quotation marks")]
    [InlineData("id,est,n,plot\na,0.5,3,\"yes\n", "content/data/t.csv:2:9: error HG314 data-syntax: the quotation mark that begins the cell is not closed at its end\n  = double a quotation mark that belongs to the text\ncontent/data/t.csv:2:9: error HG316 data-value: `yes\n` is not one of the values of `plot`\n  = did you mean `yes`?")]
    [InlineData("id,est,n,plot\na,0.5,3,yes\na,0.6,3,no\n", "content/data/t.csv:3:1: error HG314 data-syntax: id `a` stands already at line 2\n  = give one of them another id")]
    [InlineData("id,est,n,plot\na b,0.5,3,yes\n", "content/data/t.csv:2:1: error HG314 data-syntax: `a b` is not an id\n  = use letters, digits, `-` and `_`: it names the row in texts and addresses")]
    [InlineData("id,est,plot\na,0.5,yes\n", "content/data/t.csv:1:1: error HG315 data-column: no column `n`, which the description lists\n  = add it, or take it out of the description")]
    [InlineData("id,est,n,plot,more\na,0.5,3,yes,x\n", "content/data/t.csv:1:15: error HG315 data-column: column `more` is not described\n  = add it to the description: what it is called and what it holds")]
    [InlineData("id,est,n,plot\na,o.5,3,yes\n", "content/data/t.csv:2:3: error HG316 data-value: `o.5` in `est` is not a number\n  = digits, a point, a hyphen for minus; a blank cell where there is none")]
    [InlineData("id,est,n,plot\na,0.5,3.5,yes\n", "content/data/t.csv:2:7: error HG316 data-value: `3.5` in `n` is not a whole number\n  = digits, a point, a hyphen for minus; a blank cell where there is none")]
    [InlineData("id,est,n,plot\na,−0.5,,\n", "content/data/t.csv:2:3: error HG316 data-value: `−0.5` in `est` is not a number\n  = digits, a point, a hyphen for minus; a blank cell where there is none\ncontent/data/t.csv:2:9: error HG316 data-value: `plot` may not be blank")]
    [InlineData("id,est,n,plot\na,0.5,3,maybe\n", "content/data/t.csv:2:9: error HG316 data-value: `maybe` is not one of the values of `plot`\n  = they are `yes`, `no`")]
    [InlineData("id,est,n,plot\na\"b\"c,0.5,3,yes\n", "content/data/t.csv:2:1: error HG314 data-syntax: `a\"b\"c` is not an id\n  = use letters, digits, `-` and `_`: it names the row in texts and addresses\ncontent/data/t.csv:2:1: error HG314 data-syntax: a quotation mark inside a cell that none begins\n  = put the cell in quotation marks and double those in it")]
    public void A_fault_of_the_CSV_is_told_at_its_cell(string csv, string said) => Assert.Equal(said, Said(csv));

    [Theory]
    [InlineData("  - {name: x, title: X, text: \"{ets}\"}", "content/data/t.yml:10:12: error HG315 data-column: `x` is computed from `ets`, which is no column of the CSV\n  = did you mean `est`?")]
    [InlineData("  - {name: est, title: Again}", "content/data/t.yml:10:12: error HG315 data-column: column `est` is described twice")]
    [InlineData("rising: [n, ets]", "content/data/t.yml:10:13: error HG315 data-column: no column `ets`\n  = did you mean `est`?")]
    [InlineData("colums: []", "content/data/t.yml:10:1: error HG106 unknown-key: the description of a table has no key `colums`\n  = did you mean `columns`?")]
    public void A_fault_of_the_description_is_told_where_it_stands(string line, string said) =>
        Assert.Equal(said, Said("id,est,n,plot\na,0.5,3,yes\n", Described + "\n\n" + line + "\n"));

    [Fact]
    public void An_estimate_outside_its_interval_is_told() => Assert.Equal(
        "content/data/t.csv:3:3: error HG316 data-value: `est` 0.4 is below `lo` 0.45\n  = an estimate lies within its interval",
        Said("id,est,lo\na,0.5,0.45\nb,0.4,0.45\nc,,0.45\n", "title: T\ndescription: D\nrising: [lo, est]\ncolumns:\n  - {name: id, title: I}\n  - {name: est, title: E, type: number}\n  - {name: lo, title: L, type: number}\n"));

    [Fact]
    public void A_description_without_its_table_is_told() => Assert.Equal(
        "content/data/u.yml:1:1: error HG101 file-unreadable: there is no `content/data/u.csv` to describe",
        new TestSite().With("content/data/u.yml", Described).Said());

    [Fact]
    public void A_page_that_is_not_there_cannot_be_the_home_of_a_table() => Assert.Equal(
        "content/data/t.yml:3:7: error HG401 link-target-missing: no page `content/pages/evidense.md`",
        new TestSite().With("content/data/t.csv", "id\na\n").With("content/data/t.yml", "title: T\ndescription: D\npage: evidense\ncolumns:\n  - {name: id, title: I}\n").With("content/pages/evidence.md", "---\ntitle: E\nsummary: S\n---\n\n## A {#a}\n").Said());

    [Fact]
    public void A_computed_cell_is_blank_when_one_that_it_needs_is() =>
        Assert.Equal(["0.5 of 3", ""], Read("id,est,n,plot\na,0.5,3,yes\nb,0.5,,yes\n", Described, new DiagnosticBag())["t"] is var table ? table.Rows.Select(row => table.Print(row, table.Columns[4])) : []);

    [Fact]
    public void No_text_makes_the_reader_fail() => Texts.Of("id", ",", "\"", "\n", "\"\"", "a", "1.5", "\r\n", "-").Sample(csv =>
    {
        Said(csv);
        Said(csv, description: null);
    }, iter: 2000);
}
