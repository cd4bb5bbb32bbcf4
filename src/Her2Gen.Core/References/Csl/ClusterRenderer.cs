namespace Her2Gen.References.Csl;

/// <summary>Renders a citation: its cites in order, collapsed and grouped as the style has it, and what joins them.</summary>
internal sealed class ClusterRenderer(CslProcessor processor)
{
    private const string NoForm = "[CSL STYLE ERROR: reference with no printed form.]";

    private readonly Area area = processor.Style.Citation;

    /// <summary>A cite's node, and the delimiter before it.</summary>
    private sealed class Cluster(Node node, string delimiter)
    {
        public Node Node { get; set; } = node;

        public string Delimiter { get; set; } = delimiter;

        public bool IsGone { get; set; }
    }

    public Node Render(CslCitation citation)
    {
        List<CslCite> cites = citation.IsUnsorted ? [.. citation.Cites] : Sorted(citation.Cites);
        if (cites.Count > 0 && citation.Mode != CitationMode.Whole) cites[0] = cites[0] with { Mode = citation.Mode };
        Collapse collapse = new(area);
        List<Cluster> clusters = [];
        bool hasCollapsed = false;
        for (int i = 0; i < cites.Count; i++)
        {
            CslCite cite = cites[i];
            if (processor.Find(cite.Id) is not { } entry) continue;
            bool collapsedBefore = hasCollapsed;
            collapse.Start();
            CiteRenderer renderer = new(processor, entry, cite, area, Purpose.Citation, entry.Clarity) { Collapse = collapse };
            Node? node = Cite(renderer, cite);
            hasCollapsed = collapse.IsOn;
            string delimiter = i == 0 ? "" : Delimiter(collapse, cites[i - 1], cite, collapsedBefore, node);
            if (node is { IsEmpty: false }) clusters.Add(new Cluster(node, delimiter));
            else if (i == 0 && cite.Mode != CitationMode.SuppressAuthor) clusters.Add(new Cluster(Node.Of(NoForm), ""));
            if (cite.Mode == CitationMode.AuthorOnly) return node ?? Node.Of("");
        }

        Range(clusters);
        return Join(clusters, citation);
    }

    private static Node Affix(string text) => new() { Text = text, IsAffix = true };

    private Node Join(List<Cluster> clusters, CslCitation citation)
    {
        List<Node> nodes = [];
        foreach (Cluster cluster in clusters)
        {
            if (cluster.IsGone) continue;
            if (nodes.Count > 0 && cluster.Delimiter.Length > 0) nodes.Add(Affix(cluster.Delimiter));
            nodes.Add(cluster.Node);
        }

        if (citation.Prefix.Length > 0) nodes.Insert(0, RichText.Parse(WithSpaceBehind(citation.Prefix), processor.Locale));
        if (citation.Suffix.Length > 0) nodes.Add(RichText.Parse(WithSpaceBefore(citation.Suffix), processor.Locale));
        // A citation's face holds its brackets too.
        Node whole = new() { Children = nodes, Prefix = area.Format.Prefix, Suffix = area.Format.Suffix };
        return area.Format.Face == Face.None && !area.Format.Quotes ? whole : new Node { Children = [whole], Face = area.Format.Face, Quotes = area.Format.Quotes };
    }

    private Node? Cite(CiteRenderer renderer, CslCite cite)
    {
        List<Node> nodes = [];
        if (cite.Prefix.Length > 0)
        {
            string prefix = WithSpaceBehind(cite.Prefix);
            nodes.Add(RichText.Parse(prefix, processor.Locale));
            // Behind a full stop a sentence begins.
            renderer.HasBegun = !(prefix.TrimEnd().Contains(' ') && prefix.TrimEnd(' ', '"', '\'', '”', '’', '»') is [.., '.' or ':' or ';' or '!' or '?']);
        }

        Node? node = renderer.Render(area.Layout, Formatting.Plain);
        if (cite.Mode == CitationMode.AuthorOnly) return renderer.Names.First?.Node ?? node;
        if (node is { IsEmpty: false }) nodes.Add(node);
        if (cite.Suffix.Length > 0) nodes.Add(RichText.Parse(WithSpaceBefore(cite.Suffix), processor.Locale));
        foreach (Node affix in nodes.Where(candidate => candidate != node)) affix.IsAffix = true;
        return nodes.Count switch { 0 => null, 1 => nodes[0], _ => new Node { Children = nodes } };
    }

    // A word, a bracket or a sign that ends a prefix is followed by a space.
    private static string WithSpaceBehind(string prefix)
    {
        string bare = WithoutTags(prefix).TrimEnd('"', '\'', '”', '’', '»', '\u202F', '\u00A0', ' ');
        bool needs = bare.Length > 0 && (bare[^1] is '.' or ';' or ':' or '!' or '?' or ')' or ']' or ',' || (Script.IsRomanesque(bare[^1]) && bare[^1] != '-'));
        return needs && !prefix.EndsWith(' ') ? prefix + " " : prefix;
    }

    private static string WithSpaceBefore(string suffix) => Script.StartsRomanesque(suffix) || suffix[0] is '[' or '(' ? " " + suffix : suffix;

    private static string WithoutTags(string text)
    {
        while (text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('>', start) is > 0 and var end) text = text.Remove(start, end - start + 1);
        return text;
    }

    private string Delimiter(Collapse collapse, CslCite before, CslCite cite, bool collapsedBefore, Node? node)
    {
        string delimiter = Usual(collapse, before, collapsedBefore, node);
        bool endsInSign = before.Suffix is [.., ';' or '.' or ','];
        bool beginsWithSign = before.Suffix.Length == 0 && cite.Prefix is [';' or '.' or ',', ..];
        if (beginsWithSign) return "";
        int space = delimiter.IndexOf(' ', StringComparison.Ordinal);
        return !endsInSign ? delimiter : space >= 0 ? delimiter[space..] : "";
    }

    private string Usual(Collapse collapse, CslCite before, bool collapsedBefore, Node? node)
    {
        string usual = area.Format.Delimiter;
        bool isSuffixOnly = node?.OnlyCounted is not null && collapse.HasLeftYear;
        if (isSuffixOnly) return area.YearSuffixDelimiter ?? area.CiteGroupDelimiter ?? usual;
        if (area.AfterCollapseDelimiter is { } after)
        {
            bool ends = before.Locator.Length > 0 || (!collapse.IsOn && (collapsedBefore || area.Collapse != "year-suffix"));
            return ends ? after : collapse.UsesGroupDelimiter ? area.CiteGroupDelimiter ?? usual : collapse.IsOn && !processor.Style.UsesCitationNumber && !processor.Style.IsNote ? ", " : usual;
        }

        if (collapse.UsesGroupDelimiter) return area.CiteGroupDelimiter ?? usual;
        return collapse.IsOn && !processor.Style.IsNote && !processor.Style.UsesCitationNumber ? ", " : usual;
    }

    // Three or more numbers or suffixes in a row become a range.
    private void Range(List<Cluster> clusters)
    {
        if (area.Collapse is not ("citation-number" or "year-suffix-ranged")) return;
        string dash = processor.Locale.Word("citation-range-delimiter") ?? "–";
        for (int start = 0; start < clusters.Count; start++)
        {
            if (clusters[start].Node.LastLeaf is not { Counted: { } number } || !EndsCounted(clusters[start].Node)) continue;
            int end = start;
            while (end + 1 < clusters.Count && clusters[end + 1].Node.OnlyCounted?.Counted == number + (end + 1 - start)) end++;
            if (end - start >= 2)
            {
                for (int i = start + 1; i < end; i++) clusters[i].IsGone = true;
                clusters[end].Delimiter = dash;
            }

            start = end;
        }
    }

    // A number with text behind it begins no range.
    private static bool EndsCounted(Node node) => node.Counted is not null || (node.Children is { } children && children.FindLast(child => !child.IsEmpty) is { } last && EndsCounted(last));

    private List<CslCite> Sorted(IReadOnlyList<CslCite> cites)
    {
        if (area.Sort.Count == 0 || cites.Count < 2) return [.. cites];
        Dictionary<CslCite, (IReadOnlyList<string?> Keys, int Suffix, string Author)> keys = new(ReferenceEqualityComparer.Instance);
        foreach (CslCite cite in cites)
        {
            if (processor.Find(cite.Id) is not { } entry) continue;
            keys[cite] = (SortKeys.Of(processor, entry, area), entry.Clarity.YearSuffix ?? 0, IsGrouped ? Author(entry) : "");
        }

        List<CslCite> sorted = [.. cites.Where(keys.ContainsKey)];
        List<CslCite> order = [.. sorted.Select((cite, place) => (Cite: cite, Place: place)).Order(Comparer<(CslCite Cite, int Place)>.Create(Compare)).Select(pair => pair.Cite)];
        if (!IsGrouped) return order;
        // Works of the same authors stand together, where the first of them stands.
        return [.. order.GroupBy(cite => keys[cite].Author, StringComparer.Ordinal).SelectMany(group => group)];

        int Compare((CslCite Cite, int Place) a, (CslCite Cite, int Place) b)
        {
            int byKeys = SortKeys.Compare(keys[a.Cite].Keys, keys[b.Cite].Keys, area.Sort);
            if (byKeys != 0) return byKeys;
            int bySuffix = keys[a.Cite].Suffix.CompareTo(keys[b.Cite].Suffix);
            return bySuffix != 0 ? bySuffix : a.Place.CompareTo(b.Place);
        }
    }

    private bool IsGrouped => !processor.Style.IsNote && !processor.Style.UsesPosition && !processor.Style.UsesCitationNumber && (area.Collapse is not null || area.CiteGroupDelimiter is not null);

    private string Author(Entry entry)
    {
        CiteRenderer cite = new(processor, entry, null, area, Purpose.Comparison, entry.Clarity);
        cite.Render(area.Layout, Formatting.Plain);
        return cite.Names.First is { } first ? Markup.Plain(first.Node, processor.Locale) : "";
    }
}
