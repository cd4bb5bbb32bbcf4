namespace Her2Gen.References.Csl;

/// <summary>A piece of formatted text: words, or other pieces with a delimiter between them; and what stands around.</summary>
/// <remarks>A tree of these is what an element renders to. Words of a library's field are set with <see cref="RichText"/>, which makes their markup nodes.</remarks>
internal sealed class Node
{
    public static Node Of(string text) => new() { Text = text };

    /// <summary>A node around others, in a style's formatting; null when there is nothing in it.</summary>
    public static Node? Around(List<Node> children, Formatting format)
    {
        if (children.Count == 0) return null;
        if (children.Count == 1 && format == Formatting.Plain) return children[0];
        return new Node { Children = children, Delimiter = format.Delimiter }.In(format);
    }

    public string Text { get; set; } = "";

    public List<Node>? Children { get; set; }

    public string Prefix { get; set; } = "";

    public string Suffix { get; set; } = "";

    public string Delimiter { get; set; } = "";

    public Face Face { get; set; }

    /// <summary>Whether the face is the field's own markup, which turns round inside its like: a species' name in an italic title.</summary>
    public bool IsRich { get; set; }

    /// <summary>Whether faces that a style gave end here: <c>&lt;span class="nodecor"&gt;</c>.</summary>
    public bool IsUnadorned { get; set; }

    public bool Quotes { get; set; }

    /// <summary>Whether the quotation was written with the locale's inner marks, which it keeps where nothing is quoted around it.</summary>
    public bool IsInner { get; set; }

    public Display Display { get; set; }

    /// <summary>Where an identifier leads, for output that links; null for other text.</summary>
    public string? Href { get; set; }

    /// <summary>The number that a citation's ranges count by: the citation number, or the place of a year suffix.</summary>
    public int? Counted { get; set; }

    /// <summary>Whether the text was made here (a delimiter between names, say) and joins with its neighbours as an affix does.</summary>
    public bool IsAffix { get; set; }

    public Node In(Formatting format)
    {
        Prefix = format.Prefix;
        Suffix = format.Suffix;
        Face = format.Face;
        Quotes = format.Quotes;
        Display = format.Display;
        return this;
    }

    public bool IsEmpty => Children is null ? Text.Length == 0 : Children.TrueForAll(child => child.IsEmpty);

    /// <summary>The number, when there is nothing else in here but what stands around it.</summary>
    public Node? OnlyCounted
    {
        get
        {
            if (Counted is not null) return this;
            if (Children is null) return null;
            Node? only = null;
            foreach (Node child in Children)
            {
                if (child.IsEmpty) continue;
                if (only is not null) return null;
                only = child;
            }

            return only?.OnlyCounted;
        }
    }

    /// <summary>The last words in here, or null.</summary>
    public Node? LastLeaf
    {
        get
        {
            if (Children is null) return Text.Length > 0 ? this : null;
            for (int i = Children.Count - 1; i >= 0; i--)
                if (Children[i].LastLeaf is { } leaf) return leaf;
            return null;
        }
    }
}
