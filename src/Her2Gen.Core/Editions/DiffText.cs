using System.Text;

namespace Her2Gen.Editions;

/// <summary>Writes what changed as plain text: <c>[-removed-]</c>, <c>{+added+}</c>, as wdiff has it.</summary>
public static class DiffText
{
    public static string Write(EditionDiff diff)
    {
        StringBuilder text = new();
        text.Append(Title(diff)).Append('\n');
        if (diff.IsEmpty) return text.Append("\nNothing changed.\n").ToString();
        if (diff.Newer.WhatsNew.Length > 0) text.Append($"\nWhat is new: {diff.Newer.WhatsNew}\n");
        text.Append($"Conclusions: {Conclusions(diff.Newer)}\n");
        WriteNumbers(text, diff);
        WriteCounts(text, diff);
        WriteEntries(text, "About the article", diff.Metadata);
        WriteEntries(text, "References", diff.References);
        foreach (SectionChange section in diff.Sections.Where(section => section.IsNews)) WriteSection(text, section);
        return text.ToString();
    }

    /// <summary>The two editions in a line.</summary>
    public static string Title(EditionDiff diff) => $"What changed between the editions of {Day(diff.Older, "the older")} and {Day(diff.Newer, "the newer")}";

    /// <summary>What the authors say of their conclusions.</summary>
    public static string Conclusions(EditionText newer) => newer.ConclusionsChanged switch
    {
        true => "changed",
        false => "not changed",
        null => "the editions do not say whether they changed",
    };

    /// <summary>What a section is called; what stands before the first heading has no heading.</summary>
    public static string Heading(EditionSection section) => section.Heading.Length > 0 ? section.Heading : "Before the first heading";

    private static string Day(EditionText edition, string otherwise) => edition.LongDate.Length > 0 ? edition.LongDate : otherwise;

    private static void WriteNumbers(StringBuilder text, EditionDiff diff)
    {
        NumberChange[] changed = [.. diff.Numbers.Where(number => number.Older is not null && number.Newer is not null)];
        text.Append($"\nNumbers that changed: {changed.Length}\n");
        foreach (NumberChange number in changed)
            text.Append($"  {Heading(number.Section.Section)}{Part(number)}: {number.Older} → {number.Newer}  ({number.Before}[…]{number.After})\n");
        WriteApart(text, "added", diff.Numbers.Where(number => number.Older is null));
        WriteApart(text, "removed", diff.Numbers.Where(number => number.Newer is null));
    }

    private static string Part(NumberChange number) => string.Concat(new[] { number.Block.Block.Name, number.Column }.Where(part => part.Length > 0).Select(part => $", {part}"));

    private static void WriteApart(StringBuilder text, string what, IEnumerable<NumberChange> numbers)
    {
        NumberChange[] all = [.. numbers];
        text.Append($"Numbers {what}: {all.Length}\n");
        foreach (IGrouping<SectionChange, NumberChange> section in all.GroupBy(number => number.Section))
            text.Append($"  {Heading(section.Key.Section)}: {string.Join("; ", section.Select(number => number.Newer ?? number.Older))}\n");
    }

    private static void WriteCounts(StringBuilder text, EditionDiff diff)
    {
        text.Append("\nSections\n");
        foreach (SectionChange section in diff.Sections)
            text.Append($"  {Heading(section.Section)}: {Fate(section)}\n");
    }

    /// <summary>What became of a section, in words: <c>2 changed, 1 added; 40 words added, 3 removed</c>.</summary>
    public static string Fate(SectionChange section)
    {
        if (!section.IsNews) return "not changed";
        List<string> said = [];
        if (section.Older is null) said.Add("a new section");
        if (section.Newer is null) said.Add("removed");
        if (section.IsMoved) said.Add("moved");
        if (section.IsRenamed) said.Add($"renamed, before “{section.Older?.Heading}”");
        string[] blocks =
        [
            .. new[] { (BlockFate.Changed, "changed"), (BlockFate.Added, "added"), (BlockFate.Removed, "removed") }
                .Where(fate => section.Count(fate.Item1) > 0).Select(fate => $"{section.Count(fate.Item1)} {fate.Item2}"),
            .. section.Blocks.Count(block => block.IsMoved) is > 0 and int moved ? [$"{moved} moved"] : Array.Empty<string>(),
        ];
        if (blocks.Length > 0) said.Add(string.Join(", ", blocks));
        said.Add($"{section.Words(ChangeKind.Added)} words added, {section.Words(ChangeKind.Removed)} removed");
        return string.Join("; ", said);
    }

    private static void WriteEntries(StringBuilder text, string heading, IReadOnlyList<BlockChange> entries)
    {
        if (entries.All(entry => entry.Fate == BlockFate.Same)) return;
        text.Append($"\n{heading}\n");
        foreach (BlockChange entry in entries.Where(entry => entry.Fate != BlockFate.Same))
            text.Append($"  {Sign(entry)} {entry.Block.Name}: {(entry.Cells.Count > 0 ? Marked(entry, entry.Cells[^1]) : "")}\n");
    }

    private static void WriteSection(StringBuilder text, SectionChange section)
    {
        text.Append($"\n{new string('#', section.Section.Level)} {Heading(section.Section)} ({Fate(section)})\n");
        foreach (BlockChange block in section.Blocks.Where(block => block.IsNews))
        {
            string moved = block.IsMoved ? "(moved) " : "";
            text.Append($"{Sign(block)} {moved}{string.Join(" | ", block.Cells.Select(cell => (cell.Column.Length > 0 ? cell.Column + ": " : "") + Marked(block, cell)))}\n");
        }
    }

    private static char Sign(BlockChange block) => block.Fate switch
    {
        BlockFate.Added => '+',
        BlockFate.Removed => '-',
        BlockFate.Changed => '~',
        _ => ' ',
    };

    private static string Marked(BlockChange block, CellChange cell) => block.Fate != BlockFate.Changed ? string.Concat(cell.Runs.Select(Plain)) : string.Concat(cell.Runs.Select(run => run.Kind switch
    {
        ChangeKind.Removed => $"[-{Plain(run)}-]",
        ChangeKind.Added => $"{{+{Plain(run)}+}}",
        _ => Plain(run),
    }));

    private static string Plain(TextRun run) => string.Concat(run.Tokens.Select(token => token.Kind == TokenKind.Citation ? token.Text : token.Shown));
}
