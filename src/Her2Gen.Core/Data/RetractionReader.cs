using System.Globalization;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.References;
using Her2Gen.Yaml;

namespace Her2Gen.Data;

/// <summary>Reads <c>content/retractions/YYYY-MM-DD.csv</c>, in the columns of the list that Retraction Watch publishes. The newest file counts.</summary>
public static class RetractionReader
{
    public const string Folder = "retractions/";

    private const string Content = "content/";

    private static readonly string[] Needed = ["RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason"];

    private static readonly Dictionary<string, RetractionNature> Natures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Retraction"] = RetractionNature.Retraction,
        ["Correction"] = RetractionNature.Correction,
        ["Expression of concern"] = RetractionNature.ExpressionOfConcern,
        ["Reinstatement"] = RetractionNature.Reinstatement,
    };

    // The list has the month first; ISO 8601 is read too.
    private static readonly string[] DateForms = ["M/d/yyyy H:mm", "M/d/yyyy", "yyyy-MM-dd"];

    /// <summary>The newest list; null when there is none.</summary>
    /// <param name="content">The files below <c>content/</c>.</param>
    public static RetractionList? Read(FileTree content, DiagnosticBag diagnostics)
    {
        List<(DateOnly Date, FilePath Path)> lists = [];
        foreach (FilePath path in content.Paths.Where(path => path.Folder == Folder && path.Extension == ".csv"))
        {
            if (IsoDate.TryParse(path.Stem, out DateOnly date)) lists.Add((date, path));
            else diagnostics.Add(Rules.FileName, Location.Of(Content + path), "a list of retractions is named by the day it is of", "rename it: `2026-11-01.csv`");
        }

        if (lists.Count == 0) return null;
        (DateOnly newest, FilePath file) = lists.MaxBy(list => list.Date);
        content.TryGet(file, out ReadOnlyMemory<byte> bytes);
        SourceText csv = SourceText.Decode(Content + file, bytes, diagnostics);
        return new RetractionList(csv.File, newest, Notices(csv, diagnostics));
    }

    private static List<RetractionNotice> Notices(SourceText csv, DiagnosticBag diagnostics)
    {
        IReadOnlyList<DataCell[]> records = CsvReader.Read(csv, diagnostics);
        DataCell[] header = records.Count > 0 ? records[0] : [];
        string[] missing = [.. Needed.Where(name => !header.Any(cell => cell.Text == name))];
        foreach (string name in missing)
            diagnostics.Add(Rules.DataColumn, csv.At(0, 0), $"no column `{name}`", Nearest.Hint(name, header.Select(cell => cell.Text)) ?? "keep the columns of Retraction Watch's list");
        List<RetractionNotice> notices = [];
        if (missing.Length > 0) return notices;
        foreach (DataCell[] record in records.Skip(1))
        {
            if (record.Length != header.Length)
            {
                diagnostics.Add(Rules.DataSyntax, record[0].Location, $"the row has {record.Length} cells, and the table {header.Length} columns", "put a cell that holds a comma in quotation marks");
                continue;
            }

            DataCell Cell(string name) => record[Array.FindIndex(header, cell => cell.Text == name)];
            DateOnly? date = DateOf(Cell("RetractionDate"), diagnostics);
            RetractionNature? nature = NatureOf(Cell("RetractionNature"), diagnostics);
            RetractionNotice notice = new(
                DoiOf(Cell("OriginalPaperDOI"), diagnostics), PmidOf(Cell("OriginalPaperPubMedID"), diagnostics), DoiOf(Cell("RetractionDOI"), diagnostics), PmidOf(Cell("RetractionPubMedID"), diagnostics),
                nature ?? default, date ?? default, Reason(Cell("Reason").Text));
            if (nature is not null && date is not null) notices.Add(notice);
        }

        return notices;
    }

    private static DateOnly? DateOf(DataCell cell, DiagnosticBag diagnostics)
    {
        if (DateOnly.TryParseExact(cell.Text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        diagnostics.Add(Rules.DataValue, cell.Location, $"`{cell.Text}` is not a date", "month/day/year, as Retraction Watch has it, or YYYY-MM-DD");
        return null;
    }

    private static RetractionNature? NatureOf(DataCell cell, DiagnosticBag diagnostics)
    {
        if (Natures.TryGetValue(cell.Text.Trim(), out RetractionNature nature)) return nature;
        diagnostics.Add(Rules.DataValue, cell.Location, $"`{cell.Text}` is no nature of a notice", Nearest.Hint(cell.Text, Natures.Keys) ?? $"there are {string.Join(", ", Natures.Keys)}");
        return null;
    }

    private static Doi? DoiOf(DataCell cell, DiagnosticBag diagnostics)
    {
        string text = cell.Text.Trim();
        if (text.Length == 0 || text == "0" || text.Equals("unavailable", StringComparison.OrdinalIgnoreCase)) return null;
        if (Doi.TryParse(text, out Doi doi)) return doi;
        diagnostics.Add(Rules.DataValue, cell.Location, $"`{text}` is not a DOI", "write it bare, from `10.` on; `unavailable` where there is none");
        return null;
    }

    private static Pmid? PmidOf(DataCell cell, DiagnosticBag diagnostics)
    {
        string text = cell.Text.Trim();
        if (text.Length == 0 || text == "0") return null;
        if (Pmid.TryParse(text, out Pmid pmid)) return pmid;
        diagnostics.Add(Rules.DataValue, cell.Location, $"`{text}` is not a PMID", "one to eight digits; 0 where there is none");
        return null;
    }

    // `+Duplication of Image;+Error in Data;` is how the list parts its reasons.
    private static string Reason(string text) => string.Join(", ", text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(reason => reason.TrimStart('+').ToLowerInvariant()));
}
