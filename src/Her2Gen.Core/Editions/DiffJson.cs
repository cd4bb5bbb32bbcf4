using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Her2Gen.Editions;

/// <summary>Writes what changed as JSON. What stayed the same is left out; marks of citations are by key.</summary>
public static class DiffJson
{
    public static string Write(EditionDiff diff)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteEdition(json, "older", diff.Older);
            WriteEdition(json, "newer", diff.Newer);
            json.WriteString("whatsNew", diff.Newer.WhatsNew);
            json.WritePropertyName("conclusionsChanged");
            if (diff.Newer.ConclusionsChanged is { } changed) json.WriteBooleanValue(changed);
            else json.WriteNullValue();
            WriteList(json, "numbers", diff.Numbers, WriteNumber);
            WriteList(json, "sections", diff.Sections.Where(section => section.IsNews), WriteSection);
            WriteList(json, "references", diff.References.Where(entry => entry.Fate != BlockFate.Same), WriteBlock);
            WriteList(json, "metadata", diff.Metadata.Where(entry => entry.Fate != BlockFate.Same), WriteBlock);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteEdition(Utf8JsonWriter json, string name, EditionText edition)
    {
        json.WriteStartObject(name);
        json.WriteString("date", edition.Date);
        json.WriteString("title", edition.Title);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, NumberChange number)
    {
        json.WriteStartObject();
        json.WriteString("older", number.Older);
        json.WriteString("newer", number.Newer);
        json.WriteString("section", number.Section.Section.Id);
        WriteUnlessEmpty(json, "name", number.Block.Block.Name);
        WriteUnlessEmpty(json, "part", number.Column);
        json.WriteString("before", number.Before);
        json.WriteString("after", number.After);
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, SectionChange section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Section.Id);
        json.WriteString("heading", section.Section.Heading);
        json.WriteString("fate", section.Older is null ? "added" : section.Newer is null ? "removed" : "kept");
        if (section.IsMoved) json.WriteBoolean("moved", true);
        if (section.IsRenamed) json.WriteString("olderHeading", section.Older?.Heading);
        json.WriteNumber("wordsAdded", section.Words(ChangeKind.Added));
        json.WriteNumber("wordsRemoved", section.Words(ChangeKind.Removed));
        WriteList(json, "blocks", section.Blocks.Where(block => block.IsNews), WriteBlock);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, BlockChange block)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind(block.Block.Kind));
        json.WriteString("fate", Fate(block.Fate));
        if (block.IsMoved) json.WriteBoolean("moved", true);
        WriteUnlessEmpty(json, "name", block.Block.Name);
        WriteUnlessEmpty(json, "within", block.Block.Within);
        WriteList(json, "parts", block.Cells, WriteCell);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, CellChange cell)
    {
        json.WriteStartObject();
        WriteUnlessEmpty(json, "part", cell.Column);
        json.WriteStartArray("runs");
        foreach (TextRun run in cell.Runs)
        {
            json.WriteStartObject();
            json.WriteString(
                run.Kind switch
                {
                    ChangeKind.Added => "added",
                    ChangeKind.Removed => "removed",
                    _ => "same",
                },
                string.Concat(run.Tokens.Select(token => token.Text)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0) json.WriteString(name, value);
    }

    private static string Fate(BlockFate fate) => fate switch
    {
        BlockFate.Added => "added",
        BlockFate.Removed => "removed",
        BlockFate.Changed => "changed",
        _ => "same",
    };

    private static string Kind(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "list-item",
        BlockKind.Quotation => "quotation",
        BlockKind.Code => "code",
        BlockKind.Box => "box",
        BlockKind.Label => "label",
        BlockKind.Caption => "caption",
        BlockKind.Definition => "definition",
        BlockKind.Figure => "figure",
        BlockKind.TableHead => "table-head",
        BlockKind.TableRow => "table-row",
        BlockKind.Reference => "reference",
        _ => "paragraph",
    };
}
