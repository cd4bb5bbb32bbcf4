using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>The figures, tables and sections of one text, numbered in its order, and which of them it mentions.</summary>
public sealed class LabelList
{
    private readonly Dictionary<string, Label> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> mentioned = new(StringComparer.Ordinal);

    /// <summary>The label of an id; null when it has none.</summary>
    public Label? Of(string id) => labels.GetValueOrDefault(id);

    /// <summary>What a key of a cross-reference names: <c>sec-x</c> is the heading with that id, or with the id <c>x</c>.</summary>
    public Label? Named(string key) =>
        Of(key) ?? (key.StartsWith(Label.Section, StringComparison.Ordinal) ? Of(key[Label.Section.Length..]) : null);

    /// <summary>Numbers a figure or a table; a second one with the same id is reported by the checks of the page.</summary>
    public void AddNumbered(string id, Location place)
    {
        if (labels.ContainsKey(id)) return;
        int number = numbers[Label.Prefix(id)] = numbers.GetValueOrDefault(Label.Prefix(id)) + 1;
        labels.Add(id, new Label(id, Label.Numbered(id, number), place));
    }

    public void AddSection(Heading heading, Location place) =>
        labels.TryAdd(heading.Id, new Label(heading.Id, heading.Number > 0 ? Label.Numbered(Label.Section + heading.Id, heading.Number) : heading.Text, place));

    /// <summary>Notes that the text leads its reader to an id.</summary>
    public void Mention(string id) => mentioned.Add(id);

    /// <summary>Reports cross-references that lead nowhere, and figures and tables that nothing leads to.</summary>
    /// <param name="references">The keys of all cross-references, with their places.</param>
    public void Check(IEnumerable<(string Key, Location Place)> references, DiagnosticBag diagnostics)
    {
        foreach ((string key, Location place) in references)
        {
            if (Named(key) is { } label) mentioned.Add(label.Id);
            else diagnostics.Add(Rules.UnknownCrossReference, place, $"no {Label.Kind(key)} `{key}` on this page", Nearest.Hint(key, labels.Keys.Select(id => Label.IsKey(id) ? id : Label.Section + id)) ?? "a link reaches another page: `[text](pages/evidence.md#tbl-all)`");
        }

        foreach (Label label in labels.Values.Where(label => Label.IsNumbered(label.Id) && !mentioned.Contains(label.Id)))
            diagnostics.Add(Rules.UnmentionedFigure, label.Location, $"nothing mentions `{label.Id}`", $"write `@{label.Id}` where a reader should look at it");
    }
}
