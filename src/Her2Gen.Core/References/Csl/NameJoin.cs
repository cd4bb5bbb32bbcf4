namespace Her2Gen.References.Csl;

/// <summary>Joins the names of a list: delimiters, "and", "et al.", and the ellipsis of a list that is cut in its middle.</summary>
internal sealed class NameJoin(CiteRenderer cite, NamesElement element, NameOptions options)
{
    private readonly string delimiter = options.Delimiter ?? ", ";

    /// <summary>A name as it is set.</summary>
    /// <param name="IsInverted">Whether the family name comes first because the style asks for it.</param>
    /// <param name="IsGroup">Whether it is a group's.</param>
    internal readonly record struct Named(Node Node, bool IsInverted, bool IsGroup);

    public Node Join(List<Named> names, bool isCut, bool keepsLast)
    {
        List<Node> nodes = [];
        // A sort key is names alone.
        bool hasAnd = !isCut && options.And is not null && cite.Purpose != Purpose.SortKey;
        for (int i = 0; i < names.Count; i++)
        {
            bool isLast = i == names.Count - 1;
            if (i > 0 && isLast && keepsLast)
            {
                nodes.Add(Affix((names.Count > 2 || options.DelimiterPrecedesLast == "always" ? delimiter : " ") + "… "));
            }
            else if (i > 0 && isLast && hasAnd)
            {
                nodes.AddRange(And(names.Count, names[i - 1].IsInverted, names[i].IsGroup));
            }
            else if (i > 0)
            {
                nodes.Add(Affix(delimiter));
            }

            nodes.Add(names[i].Node);
        }

        if (isCut && !keepsLast && names.Count > 0 && EtAl(names.Count, names[^1].IsInverted) is { } etAl) nodes.AddRange(etAl);
        return nodes.Count == 1 ? nodes[0] : new Node { Children = nodes };
    }

    private static Node Affix(string text) => new() { Text = text, IsAffix = true };

    private List<Node> And(int count, bool isInverted, bool isGroup)
    {
        string word = (options.And == "symbol" ? cite.Locale.Word("and", Form.Symbol) : null) ?? cite.Locale.Word("and") ?? "";
        if (options.And == "symbol" && word == cite.Locale.Word("and")) word = "&";
        bool isSpaced = Script.StartsRomanesque(word);
        // citeproc-js: before a group, the delimiter is as if the style had said nothing about it.
        string? rule = isGroup ? null : options.DelimiterPrecedesLast;
        bool precedes = rule switch
        {
            "always" => true,
            "never" => false,
            "after-inverted-name" => isInverted,
            _ => count > 2,
        };
        string before = precedes && (isSpaced || rule == "always") ? delimiter : isSpaced ? " " : "";
        return [Affix(before), cite.Field(word, Formatting.Plain), Affix(isSpaced ? " " : "")];
    }

    private List<Node>? EtAl(int count, bool isInverted)
    {
        string word = cite.Locale.Word(element.EtAlTerm) ?? "";
        if (word.Length == 0) return null;
        bool precedes = options.DelimiterPrecedesEtAl switch
        {
            "always" => true,
            "never" => false,
            "after-inverted-name" => isInverted,
            _ => count > 1,
        };
        string before = precedes ? delimiter : " ";
        if (before == " " && !Script.StartsRomanesque(word)) before = "";
        return [Affix(before), cite.Field(word, element.EtAlFormat)];
    }
}
