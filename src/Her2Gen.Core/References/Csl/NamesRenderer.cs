namespace Her2Gen.References.Csl;

/// <summary>Renders lists of names (CSL 1.0.2, "names"): how many are shown, what joins them, their labels, and what stands in when there are none.</summary>
internal sealed class NamesRenderer(CiteRenderer cite)
{
    private int lists;
    private string? creator;

    /// <summary>The first names of the cite, or what stands in for them: the node, its names as data, and their nodes.</summary>
    public FirstNames? First { get; private set; }

    /// <summary>The lists' full lengths, in the order they were rendered.</summary>
    public List<int> Lengths { get; } = [];

    /// <summary>What was shown, as far as it can be asked for: <see cref="Clarity"/>.</summary>
    public Clarity Shown { get; } = new();

    internal sealed record FirstNames(Node Node, IReadOnlyList<string> Keys, IReadOnlyList<Node> Names, Node? Label);

    public Node? Render(NamesElement element)
    {
        List<string> variables = [.. element.Variables.Where(variable => !cite.IsDone(variable))];
        if (!variables.Exists(variable => cite.Item.Names(variable).Count > 0))
        {
            cite.MarkTried();
            return element.Substitute.Length > 0 ? cite.Substitute(element) : null;
        }

        cite.MarkShown();
        NameOptions options = element.Name.Within(cite.Area.Names);
        if (options.Form == "count") return Count(variables, options);
        List<Node> nodes = [], names = [];
        List<string> keys = [];
        Node? firstLabel = null;
        string? shared = SharedTerm(element, variables);
        int start = lists;
        for (int i = 0; i < variables.Count; i++)
        {
            IReadOnlyList<CslName> all = cite.Item.Names(variables[i]);
            if (all.Count == 0) continue;
            Node list = List(element, options, all, start + i, names, keys);
            Node? label = cite.Purpose == Purpose.SortKey ? null : Label(element, shared ?? variables[i], all.Count);
            firstLabel ??= label;
            nodes.Add(label is null ? list : new Node { Children = element.LabelIsBefore ? [label, list] : [list, label] });
            if (shared is not null) break;
        }

        lists = start + variables.Count;
        Node top = new Node { Children = nodes, Delimiter = element.Delimiter ?? options.NamesDelimiter ?? "" }.In(element.Format);
        return Remember(variables, top, keys, names, firstLabel);
    }

    /// <summary>Notes a variable of text that stands in for names.</summary>
    public void NoteSubstitute(string value, Node node) => First ??= new FirstNames(node, [value], [], null);

    private Node? Remember(List<string> variables, Node top, List<string> keys, List<Node> names, Node? label)
    {
        bool isFirst = First is null;
        First ??= new FirstNames(top, keys, names, label);
        creator ??= variables[0];
        CitationMode mode = cite.Cite?.Mode ?? CitationMode.Whole;
        if (isFirst && cite.Collapse is { } collapse && (cite.Area.Collapse is not null || cite.Area.CiteGroupDelimiter is not null))
        {
            string shown = Markup.Plain(top, cite.Locale);
            if (shown == collapse.Names)
            {
                collapse.UsesGroupDelimiter = cite.Area.CiteGroupDelimiter is { Length: > 0 };
                if (cite.Area.Collapse is not null) return null;
            }
            else
            {
                collapse.Names = shown;
                collapse.Stop();
                collapse.UsesGroupDelimiter = false;
            }
        }

        return mode == CitationMode.SuppressAuthor && variables.Contains(creator) && cite.Purpose == Purpose.Citation ? null : top;
    }

    private Node? Count(List<string> variables, NameOptions options)
    {
        int count = 0;
        foreach (string variable in variables)
        {
            int all = cite.Item.Names(variable).Count;
            (int min, int first, _) = EtAl(options);
            count += all >= min && min > 0 ? Math.Min(first, all) : all;
            lists++;
        }

        return count == 0 ? null : Node.Of(cite.Purpose == Purpose.SortKey ? count.ToString("0000") : count.ToString());
    }

    // Editors who are the translators are named once, with a term for both.
    private string? SharedTerm(NamesElement element, List<string> variables)
    {
        if (variables.Count != 2 || element.Label is not { } label) return null;
        IReadOnlyList<CslName> one = cite.Item.Names(variables[0]), other = cite.Item.Names(variables[1]);
        if (one.Count == 0 || !one.SequenceEqual(other)) return null;
        string[] sorted = [.. variables.Order(StringComparer.Ordinal)];
        string[] terms = [string.Concat(sorted), string.Join('-', sorted)];
        return terms.FirstOrDefault(term => cite.Locale.Word(term, label.Form) is not null) is { } term && cite.Locale.Word(term, label.Form)?.Length > 0 ? term : null;
    }

    private Node? Label(NamesElement element, string variable, int count)
    {
        if (element.Label is not { } label) return null;
        bool isPlural = label.Plural == Plural.Always || (label.Plural == Plural.Contextual && count > 1);
        string word = cite.Locale.Word(variable, label.Form, isPlural) ?? "";
        if (word.Length == 0) return null;
        if (cite.IsStripping || label.Format.StripPeriods) word = word.Replace(".", "", StringComparison.Ordinal);
        return cite.Field(word, label.Format, isTerm: true);
    }

    private (int Min, int UseFirst, bool UseLast) EtAl(NameOptions options)
    {
        bool isSubsequent = cite.Purpose == Purpose.Comparison || cite is { Purpose: Purpose.Citation, Cite.Position: not Position.First };
        int? min = cite.Key?.NamesMin ?? (isSubsequent ? options.EtAlSubsequentMin : null) ?? options.EtAlMin;
        int? first = cite.Key?.NamesUseFirst ?? (isSubsequent ? options.EtAlSubsequentUseFirst : null) ?? options.EtAlUseFirst;
        // One without the other cuts nothing.
        if (min is null || first is null) (min, first) = (0, 0);
        return (min.Value, first.Value, cite.Key?.NamesUseLast ?? options.EtAlUseLast ?? false);
    }

    /// <summary>How many names of a list are shown, not counting the last one of a list that is cut in its middle.</summary>
    private int Show(int count, int list, int min, int useFirst, bool useLast)
    {
        int usual = min > 0 && count >= min && min >= useFirst ? useFirst : count;
        int asked = cite.Purpose == Purpose.SortKey ? 0 : cite.Clarity.NamesAt(list);
        int shown = usual;
        if (cite.Purpose == Purpose.Comparison ? asked > 0 : asked > useFirst && count >= min && min > 0) shown = asked;
        if (useLast && cite.Purpose != Purpose.Comparison && shown < count && shown > min - 2 && min > 0) shown = min - 2;
        return Math.Clamp(shown, 0, count);
    }

    private Node List(NamesElement element, NameOptions options, IReadOnlyList<CslName> all, int list, List<Node> names, List<string> keys)
    {
        (int min, int useFirst, bool useLast) = EtAl(options);
        Lengths.Add(all.Count);
        int shown = Show(all.Count, list, min, useFirst, useLast);
        Shown.SetNames(list, shown);
        bool isCut = shown < all.Count, keepsLast = isCut && useLast && shown < all.Count - 1;
        if (isCut && useLast && !keepsLast) (shown, isCut) = (all.Count, false);
        NameRenderer renderer = new(cite, element, options);
        List<NameJoin.Named> rendered = [];
        for (int i = 0; i < all.Count; i++)
        {
            int level = GivenLevel(all[i], options, list, i);
            if (i >= shown && !(keepsLast && i == all.Count - 1)) continue;
            Node name = renderer.Render(all[i], i, level, out bool isInverted);
            rendered.Add(new NameJoin.Named(name, isInverted, !all[i].IsPerson));
            names.Add(name);
            keys.Add(string.Concat(all[i].Family, all[i].Given, all[i].DroppingParticle + all[i].NonDroppingParticle, all[i].Suffix + all[i].Literal));
        }

        // A sort key has no "et al.".
        bool isKey = cite.Purpose == Purpose.SortKey;
        return new NameJoin(cite, element, options).Join(rendered, isCut && !isKey, keepsLast && !isKey);
    }

    private int GivenLevel(CslName name, NameOptions options, int list, int place)
    {
        if (!name.IsPerson) return 2;
        bool hasInitials = options.InitializeWith is not null;
        int usual = options.Form == "short" ? 0 : hasInitials ? 1 : 2;
        if (cite.Purpose == Purpose.SortKey) return usual;
        NameRegistry registry = cite.Processor.Names;
        registry.Add(cite.Item.Id, name, place);
        int level;
        if (cite.Clarity.HasGiven(list, place))
        {
            level = cite.Clarity.GivenAt(list, place);
            if (level == 1 && registry.IsByCite && (!hasInitials || name.Given.Length == 0)) level = 2;
            if (cite.Processor.Style.Citation.AddGivenNames && name.Given.Length > 0) level = registry.Level(cite.Item.Id, name, place, usual, level, hasInitials);
        }
        else
        {
            level = registry.Level(cite.Item.Id, name, place, usual, 0, hasInitials);
        }

        Shown.SetGiven(list, place, level);
        return Math.Max(usual, level);
    }
}
