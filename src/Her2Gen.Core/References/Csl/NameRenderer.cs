namespace Her2Gen.References.Csl;

/// <summary>Sets one name: its parts in their order, given names as initials (CSL 1.0.2, "name" and "name-part order").</summary>
internal sealed class NameRenderer(CiteRenderer cite, NamesElement element, NameOptions options)
{
    private const string Apostrophes = "'’ʼ-";

    private readonly Formatting family = element.Family?.Format ?? Formatting.Plain;
    private readonly Formatting given = element.Given?.Format ?? Formatting.Plain;

    /// <param name="level">How much of the given name is shown: 0 nothing, 1 initials, 2 all.</param>
    /// <param name="isInverted">Whether the family name came first because the style asks for it.</param>
    public Node Render(CslName name, int place, int level, out bool isInverted)
    {
        isInverted = false;
        // What stands around each name, by "name" and its parts, is for persons.
        if (!name.IsPerson) return cite.Field(name.Literal, family.WithoutAffixes with { Face = family.Face | element.NameFormat.Face });
        Node node = Person(name, place, level, ref isInverted);
        return element.NameFormat == Formatting.Plain ? node : new Node { Children = [node] }.In(element.NameFormat with { Delimiter = "" });
    }

    private Node Person(CslName name, int place, int level, ref bool isInverted)
    {
        bool isSort = cite.Purpose == Purpose.SortKey;
        string particle = isSort ? Bare(name.NonDroppingParticle) : name.NonDroppingParticle, droppingText = isSort ? Bare(name.DroppingParticle) : name.DroppingParticle;
        Node? nonDropping = Part(particle, family), familyNode = Part(name.Family, family);
        bool isShort = level == 0 && name.Family.Length > 0;
        Node? givenNode = isShort ? null : Part(Given(name, level), given);
        Node? dropping = isShort ? null : Part(droppingText, given);
        Node? suffix = isShort ? null : Part(Suffix(name.Suffix), Formatting.Plain);
        if (suffix is { Children: null } && suffix.Text.EndsWith('.')) (suffix.Text, suffix.Suffix) = (suffix.Text[..^1], "." + suffix.Suffix);
        string space = IsFrench ? "\u00A0" : " ";
        string glue = particle.Length > 0 && Apostrophes.Contains(particle[^1]) || particle.EndsWith(' ') ? "" : space;
        int script = Romanesque(name);
        if (script == 0) return Joined("", nonDropping, familyNode, givenNode);
        if (script == 1 || name.StaticOrdering) return Joined(" ", Joined(glue, nonDropping, familyNode), givenNode);
        if (isSort) return SortOrder(nonDropping, familyNode, givenNode, dropping, suffix);
        if (options.NameAsSortOrder == "all" || (options.NameAsSortOrder == "first" && place == 0))
        {
            isInverted = true;
            return Inverted(name, nonDropping, familyNode, givenNode, dropping, suffix, glue);
        }

        return InReadingOrder(name, nonDropping, familyNode, givenNode, dropping, suffix, glue, space, level);
    }

    private Node SortOrder(Node? nonDropping, Node? familyNode, Node? givenNode, Node? dropping, Node? suffix)
    {
        if (cite.Processor.Style.DemoteNonDroppingParticle == "never") return Joined(" ", Joined(" ", nonDropping, familyNode), dropping, givenNode, suffix);
        return Joined(" ", familyNode, givenNode, dropping, nonDropping, suffix);
    }

    private Node Inverted(CslName name, Node? nonDropping, Node? familyNode, Node? givenNode, Node? dropping, Node? suffix, string glue)
    {
        string separator = name.Given is "Lord" or "Lady" ? ", " : options.SortSeparator ?? ", ";
        bool isDemoted = cite.Processor.Style.DemoteNonDroppingParticle is "display-and-sort" or "always";
        Node? first = isDemoted ? familyNode : Joined(glue, nonDropping, familyNode);
        Node? second = isDemoted ? Joined(" ", givenNode, dropping, nonDropping) : Joined(" ", givenNode, dropping);
        first = Around(first, family);
        second = Around(second, given);
        return Joined(separator, first, second, suffix);
    }

    private Node InReadingOrder(CslName name, Node? nonDropping, Node? familyNode, Node? givenNode, Node? dropping, Node? suffix, string glue, string space, int level)
    {
        Node? second;
        string particle = name.DroppingParticle;
        if (particle.Length > 0 && name.Family.Length > 0 && name.NonDroppingParticle.Length == 0 && Apostrophes.Contains(particle[^1]) && particle[..^1] != "de")
        {
            second = Joined("", dropping, familyNode);
        }
        else
        {
            second = Joined(space, dropping, Joined(glue, nonDropping, familyNode));
        }

        second = Around(Joined(name.CommaSuffix ? ", " : " ", second, suffix), family);
        Node? first = Around(givenNode, given);
        bool isBound = level == 1 && options.InitializeWith is { } with && with.AsSpan().IndexOfAny('\u00A0', '\uFEFF') >= 0;
        return Joined(isBound ? space : " ", first, second);
    }

    private bool IsFrench => cite.Locale.Language is ['f', 'r', ..] or ['r', 'u', ..] or ['c', 's', ..];

    private string Given(CslName name, int level)
    {
        if (level != 1 || name.Family.Length == 0 || name.Given.Length == 0) return name.Given;
        string? terminator = options.InitializeWith;
        if (terminator is null && !cite.Area.GivenNameRule.EndsWith("-with-initials", StringComparison.Ordinal)) return name.Given;
        return Initials.Of(name.Given, terminator ?? "", options.Initialize == false, cite.Processor.Style.InitializeWithHyphen);
    }

    private string Suffix(string text) =>
        text.Length > 0 && options.InitializeWith is { } terminator ? Initials.Of(text, terminator, keepNames: true, cite.Processor.Style.InitializeWithHyphen) : text;

    private static string Bare(string particle) => particle.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    // A part's affixes stand around it and its particles; its face is its own.
    private Node? Part(string text, Formatting format)
    {
        if (text.Length == 0) return null;
        if (cite.IsStripping || format.StripPeriods) text = text.Replace(".", "", StringComparison.Ordinal);
        return cite.Field(text, format.WithoutAffixes);
    }

    private static Node? Around(Node? node, Formatting format)
    {
        if (node is null || format.Prefix.Length + format.Suffix.Length == 0) return node;
        return new Node { Children = [node], Prefix = format.Prefix, Suffix = format.Suffix };
    }

    private static Node Joined(string delimiter, params ReadOnlySpan<Node?> parts)
    {
        List<Node> nodes = [];
        foreach (Node? part in parts)
            if (part is { IsEmpty: false }) nodes.Add(part);
        return nodes.Count == 1 ? nodes[0] : new Node { Children = nodes, Delimiter = delimiter };
    }

    /// <summary>0 for a name in a script without spaces, 1 for a mixed one, 2 for one that is set as Latin is.</summary>
    private int Romanesque(CslName name)
    {
        if (!Script.HasRomanesque(name.Family.Length > 0 ? name.Family : name.Given)) return name.Given.Length > 0 && Script.StartsRomanesque(name.Given) ? 1 : 0;
        return cite.Item.Language is ['j', 'a', ..] or ['z', 'h', ..] ? 1 : 2;
    }
}
