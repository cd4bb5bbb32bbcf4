using System.Globalization;
using System.Text.RegularExpressions;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Finds numbers typed by hand of which the data are the home.</summary>
/// <remarks>
/// A number is compared with the rows that its sentence speaks of: those whose reference it cites, or whose name it says.
/// Only what looks like a result is compared: a number with a decimal point, with separated thousands, or before a percent sign.
/// </remarks>
public sealed partial class NumberCheck
{
    [GeneratedRegex(@"(?<![\d.,\w])[−-]?(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+(?=\s?%))(?![\d\w]|\.\d)")]
    private static partial Regex Result { get; }

    // Ninety-five per cent is the level of an interval, not a result.
    [GeneratedRegex(@"^\s?%\s?(CI|confidence|credible)")]
    private static partial Regex Level { get; }

    [GeneratedRegex(@"[.!?]\s*$")]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"[.!?] (?=\p{Lu})")]
    private static partial Regex SentenceBreak { get; }

    private readonly MarkdownText text;
    private readonly Dictionary<string, List<(DataTable Table, DataRow Row)>> byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(DataTable Table, DataRow Row)>> byName = new(StringComparer.Ordinal);
    private readonly DiagnosticBag diagnostics;

    private NumberCheck(MarkdownText text, IReadOnlyDictionary<string, DataTable> tables, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
        foreach (DataTable table in tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            DataColumn? name = table.Columns.FirstOrDefault(column => column.Type == ColumnType.Text && column.Name != "id");
            foreach (DataRow row in table.Rows)
            {
                foreach (DataColumn column in table.Columns.Where(column => column.Type == ColumnType.Reference)) Add(byReference, table.Print(row, column), table, row);
                if (name is not null) Add(byName, table.Print(row, name), table, row);
            }
        }
    }

    public static void Check(MarkdownText text, IReadOnlyDictionary<string, DataTable> tables, DiagnosticBag diagnostics)
    {
        if (tables.Count == 0) return;
        NumberCheck check = new(text, tables, diagnostics);
        foreach (LeafBlock block in text.Tree.Descendants<LeafBlock>())
            foreach (List<Piece> sentence in block.Inline is { } inlines ? check.Sentences(inlines) : []) check.CheckSentence(sentence);
    }

    private static void Add(Dictionary<string, List<(DataTable, DataRow)>> index, string key, DataTable table, DataRow row)
    {
        if (key.Length == 0) return;
        if (!index.TryGetValue(key, out List<(DataTable, DataRow)>? rows)) index.Add(key, rows = []);
        rows.Add((table, row));
    }

    // A stretch of a sentence: words and where they start, or a key that it cites.
    private readonly record struct Piece(string Words, int Start, string? Key);

    // A full stop ends a sentence when a capital or a line follows.
    private IEnumerable<List<Piece>> Sentences(ContainerInline inlines)
    {
        List<Piece> sentence = [];
        foreach (Inline inline in inlines.Descendants())
        {
            if (inline is CitationInline citation) sentence.AddRange(citation.Keys.Select(cited => new Piece("", 0, cited.Key)));
            if (inline is LineBreakInline && sentence.Count > 0 && SentenceEnd.IsMatch(sentence[^1].Words))
            {
                yield return sentence;
                sentence = [];
            }

            if (inline is not LiteralInline literal) continue;
            string words = literal.Content.ToString();
            // The span of a cell's literal starts at the blank in front of it.
            int from = literal.Span.Start + Math.Max(0, text.Written(literal.Span).IndexOf(words, StringComparison.Ordinal));
            int start = 0;
            foreach (Match stop in SentenceBreak.Matches(words))
            {
                sentence.Add(new Piece(words[start..(stop.Index + 2)], from + start, Key: null));
                yield return sentence;
                sentence = [];
                start = stop.Index + 2;
            }

            sentence.Add(new Piece(words[start..], from + start, Key: null));
        }

        if (sentence.Count > 0) yield return sentence;
    }

    private void CheckSentence(List<Piece> sentence)
    {
        if (!sentence.Exists(piece => Result.IsMatch(piece.Words))) return;
        string words = string.Join(' ', sentence.Select(piece => piece.Words));
        (DataTable, DataRow)[] rows =
        [
            .. sentence.Where(piece => piece.Key is not null).SelectMany(piece => byReference.GetValueOrDefault(piece.Key ?? "") ?? [])
                .Concat(byName.Where(named => words.Contains(named.Key, StringComparison.Ordinal)).SelectMany(named => named.Value))
                .Distinct(),
        ];
        if (rows.Length == 0) return;
        foreach (Piece piece in sentence)
        {
            foreach (Match match in Result.Matches(piece.Words))
                if (!Level.IsMatch(piece.Words[(match.Index + match.Length)..])) Compare(match.Value, rows, text.At(new SourceSpan(piece.Start + match.Index, piece.Start + match.Index + match.Length - 1)));
        }
    }

    private void Compare(string typed, (DataTable Table, DataRow Row)[] rows, Location place)
    {
        // Digits of other scripts, and more of them than any table has, are compared with nothing.
        if (!decimal.TryParse(typed.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), CultureInfo.InvariantCulture, out decimal number)) return;
        (DataTable Table, DataRow Row, DataColumn Column, decimal Value)[] values =
        [
            .. from row in rows
               from column in row.Table.Columns
               where column.IsNumeric
               let value = DataTable.Number(row.Row, column)
               where value is not null
               select (row.Table, row.Row, column, value.GetValueOrDefault()),
        ];
        foreach ((DataTable table, DataRow row, DataColumn column, decimal value) in values.Where(value => value.Value == number).Take(1))
        {
            diagnostics.Add(Rules.NumberTyped, place, $"`{typed}` is typed by hand, and stands in {table.File} too", $"write `{{={table.Name}.{row.Id}.{column.Name}}}`");
            return;
        }

        foreach ((DataTable table, DataRow row, DataColumn column, decimal value) in values.Where(value => IsNear(number, value.Value)).OrderBy(value => Math.Abs(number - value.Value)).Take(1))
            diagnostics.Add(Rules.NumberDiffers, place, $"`{typed}` is typed by hand, and {table.File} has {NumberFormat.WithMinus(value.ToString(CultureInfo.InvariantCulture))} for `{column.Name}` of `{row.Id}`", $"write `{{={table.Name}.{row.Id}.{column.Name}}}`");
    }

    // A slip of the pen: a few units of the last place away, or the same digits in another order.
    private static bool IsNear(decimal typed, decimal value)
    {
        if (typed.Scale != value.Scale || (typed < 0) != (value < 0)) return false;
        decimal unit = new(1, 0, 0, isNegative: false, typed.Scale);
        string Digits(decimal number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Order());
        return Math.Abs(typed - value) <= 3 * unit || Digits(typed) == Digits(value);
    }
}
