namespace Her2Gen.References.Csl;

/// <summary>Renders the dates of one cite: years that repeat the cite before are left out, and a year suffix stands behind the first year.</summary>
internal sealed class CiteDates(CiteRenderer cite)
{
    private readonly DateRenderer renderer = new(cite.Locale);
    private int yearsSeen;
    private bool hasSuffix;
    private bool isLiteral;

    public Node? Render(DateElement date)
    {
        if (cite.IsDone(date.Variable)) return null;
        if (cite.Item.Date(date.Variable) is not { } value || (cite.Purpose == Purpose.Comparison && date.Variable == "accessed"))
        {
            cite.MarkTried();
            return null;
        }

        if (cite.Purpose == Purpose.SortKey)
        {
            cite.MarkShown();
            return Node.Of(SortKeys.Date(value, date, cite.Locale));
        }

        isLiteral = value.Literal.Length > 0;
        Node? node = renderer.Render(date, value, Year);
        if (node is null && cite.Collapse is not { HasLeftYear: true }) cite.MarkTried();
        else cite.MarkShown();
        return node;
    }

    // A year that repeats the cite before is left out; a suffix that the style does not place itself stands behind it.
    private Node? Year(string text, DatePart part)
    {
        Node? node = cite.Collapse is { } collapse && collapse.Year(yearsSeen++, text) ? null : renderer.Set(text, part);
        if (node is { Children: null, Text: var words } && words.AsSpan().IndexOfAny("<\"'’") >= 0) node = cite.Field(words, part.Format);
        // Words for a date take a suffix only where cites collapse.
        if (isLiteral && cite.Collapse is not { IsOn: true }) return node;
        if (cite.Clarity.YearSuffix is not { } place || cite.Processor.Style.UsesYearSuffix || hasSuffix || cite.Purpose == Purpose.Comparison) return node;
        Node suffix = YearSuffix(place, part.Format.WithoutAffixes with { TextCase = TextCase.None });
        if (node is null) return suffix;
        string behind = node.Suffix;
        node.Suffix = "";
        return new Node { Children = [node, suffix], Suffix = behind };
    }

    public Node YearSuffix(int place, Formatting format)
    {
        hasSuffix = true;
        return CiteRenderer.Counted(place, Numerals.Suffix(place), format);
    }
}
