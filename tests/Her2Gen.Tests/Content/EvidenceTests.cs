using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Content;

/// <summary>What the article publishes is what was seen: <c>tests/cases/evidence</c> holds the record of it, with the fields that nobody could verify.</summary>
public sealed partial class EvidenceTests
{
    private static readonly JsonElement[] Records = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Cases.Folder("evidence"), "references.json"))).RootElement.EnumerateArray()];

    private static readonly JsonElement[] Library = [.. JsonDocument.Parse(PublishedContent.Text("content/references.json")).RootElement.EnumerateArray()];

    private static readonly IReadOnlyDictionary<string, DataTable> Tables = DataReader.Read(PublishedContent.Sources.Under("content/"), new DiagnosticBag());

    // CSL-JSON's names for the fields of the record.
    private static readonly (string Csl, string Record)[] Fields = [("title", "title"), ("container-title", "journal"), ("volume", "volume"), ("issue", "issue"), ("page", "pages"), ("DOI", "doi"), ("PMID", "pmid")];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"10\.\d{4,9}/[^\s;,]+")]
    private static partial Regex Doi { get; }

    [GeneratedRegex(@"\b\d{7,8}\b")]
    private static partial Regex Pmid { get; }

    [GeneratedRegex(@"\d+\(\d+\):\d+-\d+")]
    private static partial Regex Volume { get; }

    private static string Value(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";

    private static JsonElement? Record(string key) => Records.Where(record => Value(record, "id") == key).Select(record => (JsonElement?)record).FirstOrDefault();

    [Fact]
    public void Each_field_of_a_reference_is_one_that_was_seen()
    {
        List<string> faults = [];
        foreach (JsonElement item in Library)
        {
            string key = Value(item, "id");
            if (Value(item, "type") == "webpage") continue;
            if (Record(key) is not { } record || Value(record, "status") is not ("V1" or "V2"))
            {
                faults.Add($"{key} was not seen");
                continue;
            }

            foreach ((string csl, string field) in Fields)
                // A description in brackets stands where the title was not seen.
                if (Value(item, csl) is { Length: > 0 } printed && !printed.StartsWith('[') && printed != Value(record, field) && $"({printed})" != Value(record, "volume")) faults.Add($"{key}: {csl} {printed} is not {Value(record, field)}");
            if (item.TryGetProperty("issued", out JsonElement issued) && issued.GetProperty("date-parts")[0][0].GetInt32().ToString() != Value(record, "year")) faults.Add($"{key}: year");
            if (Value(record, "authors_seen") == "False" && item.TryGetProperty("author", out _)) faults.Add($"{key}: its authors were not seen");
            foreach (string family in Families(item))
                if (!Value(record, "authors").Contains(family, StringComparison.Ordinal)) faults.Add($"{key}: author {family} was not seen");
        }

        Assert.Equal([], faults);
        Assert.True(Library.Length >= 40, $"{Library.Length} references");
    }

    private static IEnumerable<string> Families(JsonElement item) =>
        item.TryGetProperty("author", out JsonElement authors) ? authors.EnumerateArray().Select(author => Value(author, "family")).Where(family => family.Length > 0) : [];

    [Fact]
    public void No_field_that_nobody_verified_is_printed()
    {
        string[] unverified = [.. Records.Where(record => record.TryGetProperty("unverified", out _)).SelectMany(record => record.GetProperty("unverified").EnumerateObject().Select(field => field.Value.ToString()))];
        string[] seen = [.. Records.SelectMany(record => new[] { Value(record, "doi"), Value(record, "pmid") })];
        string[] secrets =
        [
            .. unverified.SelectMany(field => Doi.Matches(field).Concat(Pmid.Matches(field)).Concat(Volume.Matches(field)).Select(match => match.Value)).Distinct().Where(secret => !seen.Contains(secret)),
        ];
        Assert.True(secrets.Length > 20, $"{secrets.Length} fields to look for");
        List<string> faults = [];
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in PublishedContent.Built(PublishedContent.Sources))
        {
            if (path.Extension is ".woff2" or ".svg") continue;
            string text = Encoding.UTF8.GetString(bytes.Span);
            string shown = path.Extension == ".html" ? text + WebUtility.HtmlDecode(Tag.Replace(text, "")) : text;
            faults.AddRange(secrets.Where(secret => Regex.IsMatch(shown, @"(?<![\d/.])" + Regex.Escape(secret) + @"(?!\d)")).Select(secret => $"{path} prints {secret}"));
        }

        Assert.Equal([], faults);
    }

    [Fact]
    public void Every_row_of_the_data_has_its_reference_and_its_mark()
    {
        string[] keys = [.. Library.Select(item => Value(item, "id"))];
        Assert.NotEmpty(Tables);
        foreach (DataTable table in Tables.Values)
        {
            DataColumn? mark = table.Column("mark");
            DataColumn? reference = table.Column("ref");
            Assert.True(mark is { Required: true, Values: ["V1", "V2"] }, $"{table.File} declares no mark");
            Assert.True(reference is { Required: true, Type: ColumnType.Reference }, $"{table.File} declares no reference");
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Rows, row => Assert.Contains(table.Print(row, reference), keys));
        }
    }

    [Fact]
    public void Each_result_of_a_trial_is_one_that_was_seen_with_its_interval_and_figures()
    {
        DataRow[] seen = [.. Seen("trials"), .. Seen("further")];
        List<string> faults = [];
        foreach (DataRow row in Tables["trials"].Rows)
        {
            bool Agrees(DataRow record, params string[] columns) => columns.All(column => Cell(row, column).Length == 0 || Cell(row, column) == Cell(record, column));
            bool isSeen = seen.Any(record => Agrees(record, "ref", "est", "lo", "hi", "exp_value", "ctl_value")
                && (Cell(row, "est").Length == 0 || Cell(record, "status_est") is "V1" or "V2")
                && (Cell(row, "lo").Length == 0 || Cell(record, "status_ci") is "V1" or "V2"));
            if (!isSeen) faults.Add(row.Id);
        }

        Assert.Equal([], faults);
        Assert.True(Tables["trials"].Rows.Count >= 20, $"{Tables["trials"].Rows.Count} rows");
    }

    private static string Cell(DataRow row, string column) => row.Cells.TryGetValue(column, out DataCell cell) ? cell.Text : "";

    private static IReadOnlyList<DataRow> Seen(string name) => DataReader.Read(
        new FileTree([KeyValuePair.Create(FilePath.Parse($"data/{name}.csv"), (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(Cases.Folder("evidence"), name + ".csv")))]),
        new DiagnosticBag())[name].Rows;
}
