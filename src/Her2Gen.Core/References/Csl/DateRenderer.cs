namespace Her2Gen.References.Csl;

/// <summary>Sets dates (CSL 1.0.2, "date"): the style's parts, or the locale's with the style's formatting; ranges say once what both ends share.</summary>
internal sealed class DateRenderer(CslLocale locale)
{
    /// <summary>The date's nodes; none when it has nothing that these parts show.</summary>
    /// <param name="year">Makes the node of a year, where the caller adds a suffix or leaves it out.</param>
    public Node? Render(DateElement element, CslDate date, Func<string, DatePart, Node?> year)
    {
        IReadOnlyList<DatePart> parts = Parts(element, out string delimiter);
        if (date.Literal.Length > 0)
        {
            if (parts.FirstOrDefault(part => part.Name == "year") is not { } words) return null;
            return year(date.Literal, words) is { } literal ? Wrap([literal], element, delimiter) : null;
        }

        List<Node> nodes = date.End is { } end ? Range(parts, date, end, year, delimiter) : Point(parts, date.Start, date, year);
        return nodes.Count == 0 ? null : Wrap(nodes, element, delimiter);
    }

    private static Node? Wrap(List<Node> nodes, DateElement element, string delimiter)
    {
        nodes.RemoveAll(node => node.IsEmpty);
        return Node.Around(nodes, element.Format with { Delimiter = delimiter });
    }

    private IReadOnlyList<DatePart> Parts(DateElement element, out string delimiter)
    {
        delimiter = element.Format.Delimiter;
        if (element.LocaleForm.Length == 0) return element.Parts;
        if (locale.Date(element.LocaleForm) is not { } arranged) return [];
        delimiter = arranged.Format.Delimiter;
        List<DatePart> parts = [];
        foreach (DatePart part in arranged.Parts)
        {
            if (!element.Shown.Contains(part.Name, StringComparison.Ordinal)) continue;
            DatePart? own = element.Parts.FirstOrDefault(candidate => candidate.Name == part.Name);
            parts.Add(own is null ? part : Laid(part, own));
        }

        if (element.Shown == "month-day" && parts.Count > 0) parts[^1] = parts[^1] with { Format = parts[^1].Format with { Suffix = "" } };
        return parts;
    }

    // The style's attributes over the locale's; a locale's affixes stand unless the style gives its own.
    private static DatePart Laid(DatePart part, DatePart own) => part with
    {
        Form = own.Form.Length > 0 ? own.Form : part.Form,
        RangeDelimiter = own.RangeDelimiter ?? part.RangeDelimiter,
        Format = own.Format with
        {
            Prefix = own.Format.Prefix.Length > 0 ? own.Format.Prefix : part.Format.Prefix,
            Suffix = own.Format.Suffix.Length > 0 ? own.Format.Suffix : part.Format.Suffix,
            StripPeriods = own.Format.StripPeriods || part.Format.StripPeriods,
            TextCase = own.Format.TextCase != TextCase.None ? own.Format.TextCase : part.Format.TextCase,
            Face = own.Format.Face != Face.None ? own.Format.Face : part.Format.Face,
        },
    };

    private List<Node> Point(IEnumerable<DatePart> parts, CslDatePoint point, CslDate date, Func<string, DatePart, Node?> year)
    {
        List<Node> nodes = [];
        foreach (DatePart part in parts)
        {
            string text = Text(part, point, date);
            if (text.Length == 0) continue;
            Node? node = part.Name == "year" ? year(text, part) : Set(text, part);
            if (node is not null) nodes.Add(node);
        }

        return nodes;
    }

    private List<Node> Range(IReadOnlyList<DatePart> parts, CslDate date, CslDatePoint end, Func<string, DatePart, Node?> year, string delimiter)
    {
        CslDatePoint start = date.Start;
        // The largest part in which the ends differ; it and the smaller ones are said twice.
        string differs = start.Year != end.Year ? "year" : start.Month != end.Month ? "month" : "day";
        bool isOpen = end.Year == 0 && end.Month == 0;
        List<DatePart> shown = [.. parts.Where(part => Text(part, start, date).Length > 0 || (!isOpen && Text(part, end, date).Length > 0))];
        bool Doubled(DatePart part) => differs == "year" || (differs == "month" ? part.Name != "year" : part.Name == "day");
        int first = shown.FindIndex(Doubled), last = shown.FindLastIndex(Doubled);
        if (first < 0 || (start.Year == end.Year && start.Month == end.Month && start.Day == end.Day)) return Point(shown, start, date, year);
        string dash = shown.Find(part => part.Name == differs)?.RangeDelimiter ?? shown[last].RangeDelimiter ?? "–";

        List<Node> nodes = Point(shown.Take(first), start, date, year);
        List<DatePart> doubled = shown[first..(last + 1)];
        List<Node> from = Point(doubled, start, date, year), to = isOpen ? [] : Point(doubled, end, date, year);
        if (from.Count > 0) from[^1].Suffix = "";
        if (to.Count > 0) to[0].Prefix = "";
        List<Node> range = [Group(from), new Node { Text = dash, IsAffix = true }, Group(to)];
        nodes.Add(new Node { Children = range });
        nodes.AddRange(Point(shown.Skip(last + 1), start, date, year));
        return nodes;

        Node Group(List<Node> children) => new() { Children = children, Delimiter = delimiter };
    }

    public Node Set(string text, DatePart part)
    {
        if (part.Format.StripPeriods) text = text.Replace(".", "", StringComparison.Ordinal);
        text = TextCasing.Apply(text, part.Format.TextCase, locale.IsEnglish);
        return Node.Of(text).In(part.Format);
    }

    private string Text(DatePart part, CslDatePoint point, CslDate date) => part.Name switch
    {
        "year" => Year(part, point.Year),
        "month" => Month(part, point.Month, date),
        _ => Day(part, point),
    };

    private string Year(DatePart part, int year)
    {
        if (year == 0) return "";
        string text = Math.Abs(year).ToString();
        if (part.Form == "short" && text.Length == 4) text = text[2..];
        if (year < 0) return text + locale.Word("bc");
        return year < 500 ? text + locale.Word("ad") : text;
    }

    private string Month(DatePart part, int month, CslDate date)
    {
        if (month == 0) return date.SeasonText;
        if (month > 12) return locale.Word($"season-{month - 12:00}") ?? "";
        return part.Form switch
        {
            "numeric" => month.ToString(),
            "numeric-leading-zeros" => month.ToString("00"),
            _ => locale.Word($"month-{month:00}", part.Form == "short" ? Form.Short : Form.Long) ?? "",
        };
    }

    private string Day(DatePart part, CslDatePoint point)
    {
        if (point.Day == 0) return "";
        if (part.Form == "numeric-leading-zeros") return point.Day.ToString("00");
        if (part.Form != "ordinal" || (locale.LimitDayOrdinals == true && point.Day != 1)) return point.Day.ToString();
        return Numerals.Ordinal(point.Day, locale.Gender($"month-{point.Month:00}"), locale);
    }
}
