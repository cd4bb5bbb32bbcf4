using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Her2Gen.Templates;

/// <summary>What templates of directives can do with data: cells by name, places of rows, and positions along an axis.</summary>
internal static class DataFunctions
{
    private const string AxisKey = "scale";

    /// <summary><c>cell row "est"</c>: any cell of a row.</summary>
    public static object Cell(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        if (arguments[0] is not RowModel row || arguments[1] is not string name) throw new TemplateFault(Rules.TemplateError, call.Span, "`cell` takes a row and the name of a column");
        return row.Table.Column(name) is { } column
            ? row.Cell(column)
            : throw Author(drawing, call, $"{row.Table.File} has no column `{name}`, which this directive needs", Nearest.Hint(name, row.Table.Columns.Select(other => other.Name)));
    }

    /// <summary><c>anchor row</c>: the id that the row is reached by, for the first to ask on the page that draws the whole table.</summary>
    public static object? Anchor(PageDrawing drawing, ScriptNode call, ScriptArray arguments) =>
        arguments[0] is RowModel row ? drawing.Part.Anchor(row.Table, row.Row) : throw new TemplateFault(Rules.TemplateError, call.Span, "`anchor` takes a row");

    /// <summary><c>cite "key"</c>: a citation.</summary>
    public static object Cite(PageDrawing drawing, ScriptNode call, ScriptArray arguments) =>
        arguments[0] is string key ? new Html(drawing.Part.Cite(key)) : throw new TemplateFault(Rules.TemplateError, call.Span, "`cite` takes a key");

    /// <summary><c>axis "log" "0.2, 2" data.rows "est, lo, hi" "1"</c>: an axis between two ends, or, without them, around all values and the reference.</summary>
    public static object AxisOf(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        string scale = arguments[0] as string ?? "linear";
        if (scale is not ("log" or "linear")) throw Author(drawing, call, $"`{scale}` is no scale", "write `scale=\"log\"` for ratios, `scale=\"linear\"` for differences");
        double? reference = arguments[4] is null ? null : Number(drawing, call, arguments[4]);
        Axis? axis;
        if (arguments[1] is string { Length: > 0 } range)
        {
            double[] ends = [.. range.Split(',').Select(end => Number(drawing, call, end))];
            axis = ends.Length == 2 ? Axis.Between(scale == "log", ends[0], ends[1]) : null;
        }
        else
        {
            IEnumerable<RowModel> rows = (arguments[2] as ScriptArray)?.OfType<RowModel>() ?? [];
            string[] columns = (arguments[3] as string ?? "").Split(',', StringSplitOptions.TrimEntries);
            IEnumerable<double> values = rows.SelectMany(row => columns.Select(row.Table.Column).OfType<DataColumn>().Select(column => DataTable.Number(row.Row, column))).OfType<decimal>().Select(value => (double)value);
            axis = Axis.Around(scale == "log", [.. reference is { } line ? values.Append(line) : values]);
        }

        if (axis is null) throw Author(drawing, call, "there is no axis between these ends", "write two rising numbers, both above 0 for `scale=\"log\"`: `axis=\"0.2, 2\"`");
        ScriptArray ticks = [.. axis.Ticks().Select(tick => new ScriptObject { ["at"] = axis.Place((double)tick), ["text"] = NumberFormat.WithMinus(tick.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture)) })];
        return new AxisModel(axis) { ["ticks"] = ticks, ["reference"] = reference is { } at ? axis.Place(at) : null, [AxisKey] = scale };
    }

    /// <summary><c>place axis 0.68</c>: where a value lies, <c>at</c> in hundredths of the axis, and whether it lies outside.</summary>
    public static object? Place(PageDrawing drawing, ScriptNode call, ScriptArray arguments)
    {
        if (arguments[0] is not AxisModel { Axis: var axis }) throw new TemplateFault(Rules.TemplateError, call.Span, "`place` takes an axis and a number");
        if (arguments[1] is not { } argument) return null;
        double value = Number(drawing, call, argument);
        return new ScriptObject { ["at"] = axis.Place(value), ["is_below"] = value < axis.Low, ["is_above"] = value > axis.High };
    }

    private static double Number(PageDrawing drawing, ScriptNode call, object? argument) => argument switch
    {
        double number => number,
        int number => number,
        long number => number,
        decimal number => (double)number,
        string text when NumberFormat.TryParse(text.Trim(), out decimal number) => (double)number,
        _ => throw Author(drawing, call, $"`{argument}` is not a number"),
    };

    // Told where the author wrote the directive: the template is right.
    private static TemplateFault Author(PageDrawing drawing, ScriptNode call, string message, string? hint = null) =>
        new(Rules.UnknownData, call.Span, message, hint) { Place = drawing.Part.Place };

    private sealed class AxisModel(Axis axis) : ScriptObject(0, autoImportStaticsFromThisType: false)
    {
        public Axis Axis { get; } = axis;
    }
}
