using Her2Gen.Diagnostics;
using Her2Gen.Files;
using nietras.SeparatedValues;

namespace Her2Gen.Data;

/// <summary>Reads CSV (RFC 4180) into cells that know where they stand.</summary>
internal static class CsvReader
{
    /// <summary>The records in the order of the file, its first line among them; blank lines are left out, and what is malformed is reported.</summary>
    public static IReadOnlyList<DataCell[]> Read(SourceText csv, DiagnosticBag diagnostics)
    {
        List<DataCell[]> records = [];
        // One comma or one LF parts a cell from the next, so that its place is the sum of those before it.
        int start = 0;
        using SepReader reader = Sep.New(',').Reader(options => options with { HasHeader = false, DisableColCountCheck = true }).FromText(csv.Text);
        foreach (SepReader.Row row in reader)
        {
            DataCell[] cells = new DataCell[row.ColCount];
            for (int i = 0; i < cells.Length; i++)
            {
                ReadOnlySpan<char> raw = row[i].Span;
                cells[i] = Cell(raw, csv.At(start, raw.Length), diagnostics);
                start += raw.Length + 1;
            }

            if (cells.Length > 1 || cells[0].Text.Length > 0) records.Add(cells);
        }

        return records;
    }

    private static DataCell Cell(ReadOnlySpan<char> raw, Location place, DiagnosticBag diagnostics)
    {
        if (raw.Length == 0 || raw[0] != '"')
        {
            if (raw.Contains('"')) diagnostics.Add(Rules.DataSyntax, place, "a quotation mark inside a cell that none begins", "put the cell in quotation marks and double those in it");
            return new DataCell(raw.Trim().ToString(), place);
        }

        bool isClosed = raw.Length > 1 && raw[^1] == '"' && raw[1..^1].Count('"') % 2 == 0;
        if (!isClosed) diagnostics.Add(Rules.DataSyntax, place, "the quotation mark that begins the cell is not closed at its end", "double a quotation mark that belongs to the text");
        ReadOnlySpan<char> inner = isClosed ? raw[1..^1] : raw[1..];
        return new DataCell(inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal), place);
    }
}
