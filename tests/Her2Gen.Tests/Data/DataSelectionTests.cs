using System.Text;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Data;

public sealed class DataSelectionTests
{
    private const string Csv = "id,name,kind,est\na,Alpha,x,2\nb,Beta,y,\nc,Gamma,x,10\nd,Delta,y,-1\n";

    private const string Description = "title: T\ndescription: D\ncolumns:\n  - {name: id, title: I}\n  - {name: name, title: N}\n  - {name: kind, title: K}\n  - {name: est, title: E, type: number}\n";

    private static string Select(string attributes)
    {
        FileTree content = new([
            KeyValuePair.Create(FilePath.Parse("data/t.csv"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Csv)),
            KeyValuePair.Create(FilePath.Parse("data/t.yml"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Description))]);
        DiagnosticBag diagnostics = new();
        Dictionary<string, string> named = attributes.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(": ")).ToDictionary(part => part[0], part => part[1]);
        named.TryAdd("data", "t.csv");
        DataSelection? selection = DataSelection.Of(named, DataReader.Read(content, diagnostics), Location.Of("x"), diagnostics);
        string shown = selection is null ? "" : string.Join(" / ", selection.Groups.Select(group => $"{(group.Title.Length > 0 ? group.Title + " " : "")}{string.Join(' ', group.Rows.Select(row => row.Id))}")) + ": " + string.Join(' ', selection.Columns.Select(column => column.Name));
        return (shown + "\n" + Saying.Of(diagnostics)).Trim();
    }

    [Theory]
    [InlineData("", "a b c d: name kind est")]
    [InlineData("columns: est, name", "a b c d: est name")]
    [InlineData("group: kind", "x a c / y b d: name est")]
    [InlineData("sort: est", "d a c b: name kind est")]
    [InlineData("sort: est descending", "c a d b: name kind est")]
    [InlineData("sort: name", "a b d c: name kind est")]
    [InlineData("rows: c, a", "c a: name kind est")]
    [InlineData("where: kind=y", "b d: name kind est")]
    [InlineData("where: kind!=y, name=Alpha|Beta", "a: name kind est")]
    [InlineData("group: kind; sort: est; where: kind=x|y", "y d b / x a c: name est")]
    public void A_directive_shows_the_rows_it_asks_for(string attributes, string shown) => Assert.Equal(shown, Select(attributes));

    [Theory]
    [InlineData("data: u.csv", "x:1:1: error HG317 unknown-data: no table `content/data/u.csv`\n  = did you mean `t`?")]
    [InlineData("columns: nmae", "a b c d: \nx:1:1: error HG317 unknown-data: content/data/t.csv has no column `nmae`\n  = did you mean `name`?")]
    [InlineData("rows: a, z", "a: name kind est\nx:1:1: error HG317 unknown-data: content/data/t.csv has no row `z`\n  = did you mean `a`?")]
    [InlineData("where: kind", "a b c d: name kind est\nx:1:1: error HG311 directive-malformed: `kind` is no condition\n  = write `where=\"column=value\"`, or `column=one|another`")]
    [InlineData("where: kind=z", "x:1:1: error HG317 unknown-data: `z` stands nowhere in `kind` of content/data/t.csv\n  = did you mean `x`?")]
    [InlineData("where: kind=x, name=Beta", "x:1:1: error HG317 unknown-data: no row of content/data/t.csv is selected\n  = say less in `where` or `rows`")]
    [InlineData("sort: est downwards", "d a c b: name kind est\nx:1:1: error HG311 directive-malformed: `est downwards` is no order\n  = write `sort=\"column\"` or `sort=\"column descending\"`")]
    public void What_the_data_do_not_have_is_told(string attributes, string said) => Assert.Equal(said, Select(attributes));
}
