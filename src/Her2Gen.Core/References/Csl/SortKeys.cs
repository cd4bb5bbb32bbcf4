namespace Her2Gen.References.Csl;

/// <summary>The keys by which works are sorted (CSL 1.0.2, "sort").</summary>
internal static class SortKeys
{
    /// <summary>One key for each of the style's; null where the work has nothing there, which sorts last.</summary>
    public static IReadOnlyList<string?> Of(CslProcessor processor, Entry entry, Area area) => [.. area.Sort.Select(key => Of(processor, entry, area, key))];

    private static string? Of(CslProcessor processor, Entry entry, Area area, SortKey key)
    {
        CiteRenderer cite = new(processor, entry, null, area, Purpose.SortKey, new Clarity()) { Key = key };
        Node? node = key.Macro.Length > 0 ? Macro(cite, key) : Variable(cite, key.Variable);
        string text = node is null ? "" : Markup.Plain(node, processor.Locale).Trim();
        return text.Length == 0 ? null : text;
    }

    private static Node? Macro(CiteRenderer cite, SortKey key)
    {
        TextElement call = (TextElement)key.Macro[0];
        // A macro that shows a date is the date alone: "n.d." and the like sort as nothing.
        return HasDate(call.Macro) ? Dates(cite, call.Macro) : cite.Render(call.Macro, Formatting.Plain);
    }

    private static bool HasDate(IEnumerable<Element> elements) => elements.Any(element => element switch
    {
        DateElement => true,
        GroupElement group => HasDate(group.Children),
        ChooseElement choose => choose.Branches.Any(branch => HasDate(branch.Children)),
        NamesElement names => HasDate(names.Substitute),
        _ => false,
    });

    private static Node? Dates(CiteRenderer cite, Element[] elements)
    {
        List<Node> nodes = [];
        Find(cite.Render(elements, Formatting.Plain), nodes);
        return Node.Around(nodes, Formatting.Plain);
    }

    private static void Find(Node? node, List<Node> dates)
    {
        if (node is null) return;
        if (node.Text.StartsWith(DateSign)) dates.Add(Node.Of(node.Text));
        foreach (Node child in node.Children ?? []) Find(child, dates);
    }

    // Marks a date among other text; Collation passes over it.
    private const char DateSign = '\u0001';

    private static Node? Variable(CiteRenderer cite, string variable)
    {
        if (Variables.Names.Contains(variable))
        {
            NameOptions options = new() { NameAsSortOrder = "all", SortSeparator = " ", Form = "long" };
            return cite.Names.Render(new NamesElement([variable], options, Formatting.Plain, null, null, "et-al", Formatting.Plain, null, LabelIsBefore: false, HasName: true, [], null, Formatting.Plain));
        }

        if (Variables.Dates.Contains(variable)) return cite.Item.Date(variable) is { } date ? Node.Of(Date(date, null, cite.Locale)) : null;
        if (variable == "citation-number") return Node.Of(cite.Entry.Number.ToString("00000000"));
        if (variable == "citation-label") return Node.Of(CitationLabel.Of(cite.Item));
        return cite.Value(variable) is { } value ? cite.Field(value, Formatting.Plain) : null;
    }

    /// <summary>A date as a key: year (those before Christ in front), month, day, of the start and then the end.</summary>
    /// <param name="element">Which parts count; null for all.</param>
    public static string Date(CslDate date, DateElement? element, CslLocale locale)
    {
        if (date.Start.Year == 0) return "";
        HashSet<string> parts = [];
        if (element is null) parts = ["year", "month", "day"];
        else if (element.LocaleForm.Length > 0 && locale.Date(element.LocaleForm) is { } arranged) parts = [.. arranged.Parts.Select(part => part.Name).Where(name => element.Shown.Contains(name, StringComparison.Ordinal))];
        else parts = [.. element.Parts.Select(part => part.Name)];
        return DateSign + Point(date.Start) + Point(date.End ?? default);

        string Point(CslDatePoint point) =>
            (parts.Contains("year") ? Year(point.Year) : "")
            + (parts.Contains("month") ? point.Month.ToString("00") : "")
            + (parts.Contains("day") ? point.Day.ToString("00") : "");

        static string Year(int year) => year < 0 ? "N" + (99999 + year).ToString("00000") : "P" + year.ToString("00000");
    }

    /// <summary>Compares two works' keys; works that are equal keep their order.</summary>
    public static int Compare(IReadOnlyList<string?> one, IReadOnlyList<string?> other, IReadOnlyList<SortKey> keys)
    {
        for (int i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            if (one[i] == other[i]) continue;
            if (one[i] is null) return 1;
            if (other[i] is null) return -1;
            int order = Collation.Compare(one[i]!, other[i]!);
            if (order != 0) return i < keys.Count && keys[i].IsDescending ? -order : order;
        }

        return 0;
    }
}
