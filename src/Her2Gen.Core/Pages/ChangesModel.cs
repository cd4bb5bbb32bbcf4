using Her2Gen.Articles;
using Her2Gen.Editions;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>What the template of a page of changes may see, as <c>page.changes</c>.</summary>
public static class ChangesModel
{
    /// <summary>The page.</summary>
    public static ScriptObject Of(SiteSettings settings, ChangesPage page)
    {
        EditionDiff diff = page.Diff;
        ChangedText text = new(diff);
        string summary = $"{DiffText.Title(diff)}: {Count(diff.Numbers.Count(IsReplaced), "number")} replaced, {Count(text.Changes, "change")} to the text.";
        ScriptObject model = PageModel.Base(settings, page, DiffText.Title(diff), summary, diff.Newer.Lang.Length > 0 ? diff.Newer.Lang : settings.Lang);
        model["kind"] = "changes";
        model["changes"] = new ScriptObject
        {
            ["older"] = Edition(diff.Older, page.Older?.Value),
            ["newer"] = Edition(diff.Newer, page.Newer?.Value),
            ["json"] = page.Json.Value,
            ["whats_new"] = diff.Newer.WhatsNew.Length > 0 ? diff.Newer.WhatsNew : null,
            ["conclusions_changed"] = diff.Newer.ConclusionsChanged,
            ["count"] = text.Changes,
            ["numbers"] = PageModel.List(diff.Numbers.Where(IsReplaced), number => Number(number, text)),
            ["numbers_added"] = Apart(diff.Numbers.Where(number => number.Older is null), text),
            ["numbers_removed"] = Apart(diff.Numbers.Where(number => number.Newer is null), text),
            ["sections"] = text.Sections,
            ["metadata"] = PageModel.List(diff.Metadata.Where(IsChanged), Entry),
            ["references"] = PageModel.List(diff.References.Where(IsChanged), Entry),
        };
        return model;
    }

    /// <summary>Runs of text, for a template.</summary>
    internal static ScriptArray Runs(CellChange cell) => PageModel.List(cell.Runs, run => new ScriptObject
    {
        ["kind"] = run.Kind switch
        {
            ChangeKind.Added => "added",
            ChangeKind.Removed => "removed",
            _ => "same",
        },
        ["text"] = Shown(run),
    });

    /// <summary>What became of a block, in a word.</summary>
    internal static string Fate(BlockFate fate) => fate switch
    {
        BlockFate.Added => "added",
        BlockFate.Removed => "removed",
        BlockFate.Changed => "changed",
        _ => "same",
    };

    /// <summary><c>1 number</c>, <c>2 numbers</c>.</summary>
    internal static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static bool IsReplaced(NumberChange number) => number.Older is not null && number.Newer is not null;

    private static bool IsChanged(BlockChange entry) => entry.Fate != BlockFate.Same;

    private static ScriptObject Edition(EditionText edition, string? path) => new()
    {
        ["title"] = edition.Title,
        ["date"] = edition.Date.Length > 0 ? new ScriptObject { ["iso"] = edition.Date, ["long"] = edition.LongDate } : null,
        ["path"] = path,
    };

    private static ScriptObject Number(NumberChange number, ChangedText text) => new()
    {
        ["older"] = number.Older,
        ["newer"] = number.Newer,
        ["before"] = number.Before,
        ["after"] = number.After,
        ["section"] = DiffText.Heading(number.Section.Section),
        ["part"] = string.Join(", ", new[] { number.Block.Block.Kind == BlockKind.Definition ? "" : number.Block.Block.Name, number.Column }.Where(part => part.Length > 0)),
        ["change"] = text.NumberOf(number.Block),
    };

    private static ScriptArray Apart(IEnumerable<NumberChange> numbers, ChangedText text) => PageModel.List(
        numbers.GroupBy(number => number.Section),
        section => new ScriptObject
        {
            ["section"] = DiffText.Heading(section.Key.Section),
            ["id"] = text.IdOf(section.Key),
            ["numbers"] = PageModel.List(section, number => number.Newer ?? number.Older ?? ""),
        });

    private static ScriptObject Entry(BlockChange entry) => new()
    {
        ["name"] = entry.Block.Name,
        ["fate"] = Fate(entry.Fate),
        ["runs"] = entry.Cells.Count > 0 ? Runs(entry.Cells[^1]) : new ScriptArray(),
    };

    private static string Shown(TextRun run) => string.Concat(run.Tokens.Select(token => token.Kind == TokenKind.Citation ? $"[{token.Shown}]" : token.Shown));
}
