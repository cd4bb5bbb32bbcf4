using Her2Gen.Editions;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>The text of two editions as one text with numbered changes, for a template.</summary>
/// <remarks>What was added, or removed, in one go is one change; a block that was changed or moved is one; a table is one.</remarks>
internal sealed class ChangedText
{
    private readonly Dictionary<BlockChange, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SectionChange, string> ids = new(ReferenceEqualityComparer.Instance);
    private readonly EditionDiff diff;

    public ChangedText(EditionDiff diff)
    {
        this.diff = diff;
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (SectionChange section in diff.Sections)
        {
            string id = "in-" + string.Concat(section.Section.Id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
            ids[section] = taken.Add(id) ? id : $"section-{ids.Count + 1}";
        }

        Sections = PageModel.List(diff.Sections, Section);
    }

    /// <summary>How many changes there are.</summary>
    public int Changes { get; private set; }

    public ScriptArray Sections { get; }

    /// <summary>The number of the change that a block is in, from 1; 0 for a heading, which is in its section's head.</summary>
    public int NumberOf(BlockChange block) => numbers.GetValueOrDefault(block);

    public string IdOf(SectionChange section) => ids[section];

    // Blocks that are drawn as one: the rows of a table, or a single block.
    private sealed record Unit(IReadOnlyList<BlockChange> Blocks, bool IsTable)
    {
        public bool IsNews => Blocks.Any(block => block.IsNews);

        public BlockFate Fate => !Blocks.Any(block => block.IsNews) ? BlockFate.Same
            : Blocks.All(block => block.Fate == BlockFate.Added) ? BlockFate.Added
            : Blocks.All(block => block.Fate == BlockFate.Removed) ? BlockFate.Removed
            : BlockFate.Changed;

        // One that changed in itself is a change of its own.
        public bool IsAlone => Fate == BlockFate.Changed;
    }

    private ScriptObject Section(SectionChange section)
    {
        BlockChange? heading = section.Blocks.FirstOrDefault(block => block.Block.Kind == BlockKind.Heading);
        return new ScriptObject
        {
            ["id"] = ids[section],
            ["heading"] = DiffText.Heading(section.Section),
            ["heading_runs"] = heading is null ? new ScriptArray() : ChangesModel.Runs(heading.Cells[0]),
            ["level"] = section.Section.Level,
            ["fate"] = section.Older is null ? "added" : section.Newer is null ? "removed" : section.IsNews ? "changed" : "same",
            ["is_moved"] = section.IsMoved,
            ["is_renamed"] = section.IsRenamed,
            ["changed"] = section.Count(BlockFate.Changed),
            ["added"] = section.Count(BlockFate.Added),
            ["removed"] = section.Count(BlockFate.Removed),
            ["moved"] = section.Body.Count(block => block.IsMoved),
            ["words_added"] = section.Words(ChangeKind.Added),
            ["words_removed"] = section.Words(ChangeKind.Removed),
            ["parts"] = PageModel.List(Parts(Units(section.Body)), Part),
        };
    }

    private static List<Unit> Units(IEnumerable<BlockChange> blocks)
    {
        List<Unit> units = [];
        foreach (BlockChange block in blocks)
        {
            bool isTabular = block.Block.Kind is BlockKind.TableRow or BlockKind.TableHead;
            bool goesOn = isTabular && units.Count > 0 && units[^1].IsTable && units[^1].Blocks[0].Block.Within == block.Block.Within;
            if (goesOn) units[^1] = units[^1] with { Blocks = [.. units[^1].Blocks, block] };
            else units.Add(new Unit([block], isTabular));
        }

        return units;
    }

    private static List<List<Unit>> Parts(List<Unit> units)
    {
        List<List<Unit>> parts = [];
        foreach (Unit unit in units)
        {
            if (parts.Count > 0 && !unit.IsAlone && parts[^1][0].Fate == unit.Fate) parts[^1].Add(unit);
            else parts.Add([unit]);
        }

        return parts;
    }

    private ScriptObject Part(List<Unit> units)
    {
        bool isNews = units[0].IsNews;
        if (isNews) Changes++;
        foreach (BlockChange block in units.SelectMany(unit => unit.Blocks).Where(_ => isNews)) numbers[block] = Changes;
        return new ScriptObject
        {
            ["change"] = isNews ? Changes : null,
            ["fate"] = ChangesModel.Fate(units[0].Fate),
            ["label"] = Label(units),
            ["items"] = Items(units),
        };
    }

    // "Added: 2 paragraphs, 1 table"; "Moved here from “Trastuzumab”, and changed: 1 paragraph".
    private string Label(List<Unit> units)
    {
        string what = string.Join(", ", units.GroupBy(Kind).Select(kind => ChangesModel.Count(kind.Count(), kind.Key)));
        BlockChange block = units[0].Blocks[0];
        string done = units[0].Fate switch
        {
            BlockFate.Added => "Added",
            BlockFate.Removed => "Removed",
            BlockFate.Changed when block.IsMoved && !units[0].IsTable => Moved(block),
            BlockFate.Changed => "Changed",
            _ => "Not changed",
        };
        return $"{done}: {what}";
    }

    private string Moved(BlockChange block)
    {
        string changed = block.Fate == BlockFate.Changed ? ", and changed" : "";
        SectionChange? from = block.From is { } place ? diff.Sections.FirstOrDefault(section => section.Older == diff.Older.Sections[place.Section]) : null;
        bool isElsewhere = from is not null && from.Newer != (block.To is { } to ? diff.Newer.Sections[to.Section] : null);
        return isElsewhere ? $"Moved here from “{DiffText.Heading(diff.Older.Sections[block.From?.Section ?? 0])}”{changed}" : $"Moved within the section{changed}";
    }

    private static string Kind(Unit unit) => unit.IsTable ? "table" : unit.Blocks[0].Block.Kind switch
    {
        BlockKind.ListItem => "list item",
        BlockKind.Quotation => "quotation",
        BlockKind.Code => "listing",
        BlockKind.Label => "label",
        BlockKind.Caption => "caption",
        BlockKind.Definition => "definition",
        BlockKind.Figure => "figure",
        _ => "paragraph",
    };

    // List items that follow one another are one list.
    private static ScriptArray Items(List<Unit> units)
    {
        ScriptArray items = [];
        ScriptArray? list = null;
        foreach (Unit unit in units)
        {
            bool isListItem = !unit.IsTable && unit.Blocks[0].Block.Kind == BlockKind.ListItem;
            if (!isListItem) list = null;
            else if (list is null) items.Add(new ScriptObject { ["kind"] = "list", ["items"] = list = [] });
            if (list is not null) list.Add(Block(unit.Blocks[0]));
            else items.Add(unit.IsTable ? ChangedTable.Of(unit.Blocks) : Block(unit.Blocks[0]));
        }

        return items;
    }

    private static ScriptObject Block(BlockChange block) => new()
    {
        ["kind"] = block.Block.Kind switch
        {
            BlockKind.Figure => "figure",
            BlockKind.Definition => "definition",
            BlockKind.Code => "code",
            BlockKind.Label => "label",
            BlockKind.Caption => "caption",
            BlockKind.Quotation => "quotation",
            _ => "paragraph",
        },
        ["fate"] = ChangesModel.Fate(block.Fate),
        ["cells"] = PageModel.List(block.Cells, cell => new ScriptObject { ["column"] = cell.Column, ["runs"] = ChangesModel.Runs(cell) }),
    };
}
