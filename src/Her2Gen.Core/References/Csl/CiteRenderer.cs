namespace Her2Gen.References.Csl;

/// <summary>What a cite is rendered for.</summary>
internal enum Purpose
{
    Citation,
    Bibliography,

    /// <summary>To see whether two works look alike.</summary>
    Comparison,

    SortKey,
}

/// <summary>Renders one work by a style's elements, for a citation, the bibliography, a comparison or a sort key.</summary>
internal sealed class CiteRenderer
{
    private HashSet<string>? done;
    private readonly NamesRenderer names;
    private readonly Conditions conditions;
    private readonly CiteDates dates;
    private Flags flags = new();
    private int strips;
    private int depth;
    private int substitutes;

    public CiteRenderer(CslProcessor processor, Entry entry, CslCite? cite, Area area, Purpose purpose, Clarity clarity)
    {
        (Processor, Entry, Cite, Area, Purpose, Clarity) = (processor, entry, cite, area, purpose, clarity);
        (names, conditions, dates) = (new NamesRenderer(this), new Conditions(this), new CiteDates(this));
    }

    /// <summary>What a group has seen of its variables (CSL 1.0.2, "group").</summary>
    private sealed class Flags
    {
        public bool HasTerm { get; set; }

        public bool IsTried { get; set; }

        public bool HasVariable { get; set; }
    }

    public CslProcessor Processor { get; }

    public Entry Entry { get; }

    public CslItem Item => Entry.Item;

    public CslCite? Cite { get; }

    public Area Area { get; }

    public Purpose Purpose { get; }

    public Clarity Clarity { get; }

    public CslLocale Locale => Processor.Locale;

    public NamesRenderer Names => names;

    /// <summary>The cite before, when years and names that repeat it are left out.</summary>
    public Collapse? Collapse { get; init; }

    /// <summary>In a sort key: names-min and its like.</summary>
    public SortKey? Key { get; init; }

    /// <summary>Whether something stands before what comes next, so that a term does not begin a sentence.</summary>
    public bool HasBegun { get; set; }

    /// <summary>What the style's conditions have asked.</summary>
    public Conditions Conditions => conditions;

    public bool IsStripping => strips > 0;

    private bool InCitationText => Purpose != Purpose.Bibliography && !Processor.Style.IsNote;

    public Node? Render(Element[] elements, Formatting format)
    {
        List<Node> nodes = [];
        // What a choice shows stands among its neighbours.
        foreach (Node? node in RenderEach(elements))
            if (node is { IsEmpty: false }) nodes.Add(node);
        return Node.Around(nodes, format);
    }

    /// <summary>The nodes of a layout's own elements, those of a choice among them.</summary>
    public List<Node?> RenderEach(Element[] elements)
    {
        List<Node?> nodes = [];
        foreach (Element element in elements)
        {
            if (element is not ChooseElement choose) nodes.Add(Render(element));
            else if (conditions.Chosen(choose) is { } branch) nodes.AddRange(RenderEach(branch.Children));
        }

        return nodes;
    }

    public Node? Render(Element element)
    {
        bool strip = element.Format.StripPeriods;
        if (strip) strips++;
        depth++;
        Node? node = element switch
        {
            TextElement text => Text(text),
            NumberElement number => Number(number.Variable, number.Form, number.Format, isTried: false),
            LabelElement label => Label(label),
            DateElement date => dates.Render(date),
            GroupElement group => Grouped(group.Children, group.Format),
            NamesElement list => names.Render(list),
            ChooseElement choose => Choose(choose),
            _ => null,
        };
        if (strip) strips--;
        depth--;
        // Only a part of the layout itself is a block.
        if (depth > 0 && node is { Display: not Display.Inline }) node.Display = Display.Inline;
        if (node is { IsEmpty: false, Counted: null } && element is not (GroupElement or ChooseElement or TextElement { Source: TextSource.Macro })) HasBegun = true;
        return node;
    }

    // A macro is a group too.
    private Node? Grouped(Element[] children, Formatting format)
    {
        (Flags outer, bool begun) = (flags, HasBegun);
        flags = new Flags();
        Node? node = Render(children, format);
        Flags inner = flags;
        flags = outer;
        if (inner.HasVariable || (inner.HasTerm && !inner.IsTried))
        {
            flags.HasVariable = true;
            return node;
        }

        HasBegun = begun;
        flags.IsTried |= inner.IsTried;
        return null;
    }

    private Node? Choose(ChooseElement choose) => conditions.Chosen(choose) is { } branch ? Render(branch.Children, Formatting.Plain) : null;

    public string LocatorTerm => Cite is null ? "page" : Locator.Of(Cite, Locale).Term;

    /// <summary>A variable of text, as the data or the cite have it; null when it is empty.</summary>
    public string? Value(string variable) => variable switch
    {
        "locator" => Cite is { Locator.Length: > 0 } cite && Purpose != Purpose.Comparison ? Locator.Of(cite, Locale).Text : null,
        "first-reference-note-number" => Cite is { FirstNote: > 0 } cite ? cite.FirstNote.ToString() : null,
        "citation-number" => Entry.Number.ToString(),
        "page-first" => Item.Text("page-first") ?? (Item.Text("page") is { } page ? NumberText.Parse(page, Locale).Parts[0].Whole : null),
        _ => Item.Text(variable),
    };

    private Node? Text(TextElement text)
    {
        switch (text.Source)
        {
            case TextSource.Macro:
                return Grouped(text.Macro, text.Format);
            case TextSource.Value:
                flags.HasTerm = true;
                return text.Name.Length == 0 ? null : Field(text.Name, text.Format);
            case TextSource.Term:
                return Term(text);
            default:
                return Variable(text);
        }
    }

    private Node? Term(TextElement text)
    {
        string? word = Locale.Word(text.Name, text.Form, text.IsPlural);
        // A term that is defined as nothing is shown as nothing: in a substitute, nothing else stands in.
        if (word is null or "") return word is null ? null : Node.Of("");
        flags.HasTerm = true;
        if (!HasBegun && !InCitationText && Purpose != Purpose.SortKey) word = TextCasing.Apply(word, TextCase.CapitalizeFirst, Locale.IsEnglish);
        if (IsStripping) word = word.Replace(".", "", StringComparison.Ordinal);
        return Field(word, text.Format, isTerm: true);
    }

    private Node? Variable(TextElement text)
    {
        string variable = text.Name;
        if (IsDone(variable)) return null;
        switch (variable)
        {
            case "citation-number":
                flags.HasVariable = true;
                return Counted(Entry.Number, Purpose == Purpose.SortKey ? Entry.Number.ToString("00000000") : Entry.Number.ToString(), text.Format);
            case "year-suffix":
                // Says that it is there even when it is not: a group with "no date" is shown for it.
                flags.HasVariable = true;
                return Clarity.YearSuffix is { } place && Purpose != Purpose.Comparison ? dates.YearSuffix(place, text.Format) : null;
            case "citation-label":
                flags.HasVariable = true;
                string suffix = Clarity.YearSuffix is { } at && Purpose != Purpose.Comparison ? Numerals.Suffix(at) : "";
                return Field((Item.Text(variable) ?? CitationLabel.Of(Item)) + suffix, text.Format);
        }

        // What else a cite shows, or would show, keeps it apart from the one before.
        if (variable != "locator") Collapse?.Stop();
        string? value = text.Form == Form.Short && !variable.EndsWith("-short", StringComparison.Ordinal) ? Value(variable + "-short") ?? Value(variable) : Value(variable);
        if (value is null)
        {
            flags.IsTried = true;
            return null;
        }

        flags.HasVariable = true;
        if (Variables.Numbers.Contains(variable) && variable is not ("version" or "section" or "first-reference-note-number" or "part-number" or "printing-number" or "supplement-number")) return Number(variable, NumberForm.Numeric, text.Format, isTried: true);
        Node node = Field(value.Replace("\\", "", StringComparison.Ordinal), text.Format, keepPeriods: variable is "URL" or "DOI");
        if (Links.Of(variable, value) is { } address) node.Href = address;
        if (Purpose != Purpose.Bibliography || substitutes == 0) return node;
        names.NoteSubstitute(value, node);
        return node;
    }

    public static Node Counted(int number, string text, Formatting format) => new Node { Text = text, Counted = number }.In(format);

    /// <summary>Whether a substitute has shown the variable before; one that is called in a substitute is done after.</summary>
    public bool IsDone(string variable)
    {
        if (done?.Contains(variable) == true) return true;
        if (substitutes > 0) (done ??= new HashSet<string>(StringComparer.Ordinal)).Add(variable);
        return false;
    }

    private Node? Number(string variable, NumberForm form, Formatting format, bool isTried)
    {
        if (!isTried && IsDone(variable)) return null;
        string? value = Value(variable);
        if (value is null)
        {
            flags.IsTried = true;
            return null;
        }

        flags.HasVariable = true;
        return Numbers.Render(this, variable, value, form, format);
    }

    private Node? Label(LabelElement label)
    {
        if (Value(label.Variable) is not { } value) return null;
        bool isPlural = label.Plural == Plural.Always || (label.Plural == Plural.Contextual && IsPlural(label.Variable, value));
        string term = label.Variable == "locator" ? LocatorTerm : label.Variable;
        string word = Locale.Word(term, label.Form, isPlural) ?? "";
        if (word.Length == 0) return null;
        flags.HasTerm = true;
        if (IsStripping) word = word.Replace(".", "", StringComparison.Ordinal);
        return Field(word, label.Format, isTerm: true);
    }

    private bool IsPlural(string variable, string value) =>
        variable.StartsWith("number-of-", StringComparison.Ordinal) ? !NumberText.TryWhole(value, out int count) || count > 1 : NumberText.Parse(value, Locale).IsPlural;

    /// <summary>Words of the data or the locale, with their markup, in a formatting.</summary>
    public Node Field(string text, Formatting format, bool keepPeriods = false, bool isTerm = false)
    {
        if ((IsStripping || format.StripPeriods) && !keepPeriods) text = WithoutPeriods(text);
        if (format.TextCase != TextCase.None) text = TextCasing.Apply(text, format.TextCase, isTerm || IsEnglish);
        return RichText.Parse(text, Locale).In(format);
    }

    private bool IsEnglish => Item.Language.Length > 0 ? Item.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) : Locale.IsEnglish;

    private static string WithoutPeriods(string text)
    {
        if (!text.Contains('.')) return text;
        // A period inside a word or number stays.
        return string.Concat(text.Where((c, i) => c != '.' || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1]))));
    }

    /// <summary>Renders what stands in for names that are not there; the first that shows something.</summary>
    public Node? Substitute(NamesElement element)
    {
        substitutes++;
        Node? found = null;
        foreach (Element candidate in element.Substitute)
        {
            found = candidate is NamesElement list ? names.Render(list.HasName ? list : list.Inheriting(element)) : Render(candidate);
            if (found is not null) break;
        }

        substitutes--;
        return found;
    }

    public void MarkTried() => flags.IsTried = true;

    public void MarkShown() => flags.HasVariable = true;
}
