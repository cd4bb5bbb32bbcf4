using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Data;

/// <summary>A column of a table: one of the file, or one computed from others of its row.</summary>
/// <param name="Name">What values and directives call it by.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Required">Whether no cell of it may be blank.</param>
/// <param name="Values">The only texts that it may hold; empty for any.</param>
/// <param name="Formula">For a computed column, a text with the names of other columns in braces.</param>
/// <param name="Location">Where it is described.</param>
public sealed record DataColumn(string Name, string Title, ColumnType Type, bool Required, IReadOnlyList<string> Values, string? Formula, Location Location)
{
    public static readonly Schema Schema = new("a column",
    [
        new("name", SchemaType.Text, Required: true, "what values and directives call it by: the word in the CSV's first line"),
        new("title", SchemaType.Text, Required: true, "what stands above it"),
        new("type", SchemaType.Choice("text", "number", "integer", "reference"), Required: false, "what its cells hold; text unless given"),
        new("required", SchemaType.Flag, Required: false, "whether no cell may be blank"),
        new("values", SchemaType.ListOf(SchemaType.Text), Required: false, "the only texts that it may hold"),
        new("text", SchemaType.Text, Required: false, "for a column that is not in the CSV: its text, with names of other columns in braces"),
    ]);

    public bool IsNumeric => Type is ColumnType.Number or ColumnType.WholeNumber;

    public static DataColumn From(YamlMap map) => new(
        map.Text("name") ?? "",
        map.Text("title") ?? "",
        map.Text("type") switch
        {
            "number" => ColumnType.Number,
            "integer" => ColumnType.WholeNumber,
            "reference" => ColumnType.Reference,
            _ => ColumnType.Text,
        },
        map.Flag("required"),
        [.. map.Texts("values").Select(value => value.Value)],
        map.Text("text"),
        map.Entry("name")?.Value.Location ?? map.Location);

    /// <summary>A column of a file that nothing describes.</summary>
    public static DataColumn Undescribed(string name, Location location) => new(name, name, ColumnType.Text, Required: false, [], Formula: null, location);
}
