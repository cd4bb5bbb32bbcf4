namespace Her2Gen.References.Csl;

/// <summary>Sets citations and a bibliography in a style (Citation Style Language 1.0.2).</summary>
/// <remarks>Given all works and citations at once, it numbers, sorts and tells apart; then it renders what it is asked for. It looks nothing up and keeps no state between documents.</remarks>
public sealed class CslProcessor
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<Entry> sorted;
    private readonly IReadOnlyList<CslCitation> citations;

    /// <param name="words">The style's, in the document's language: <see cref="CslStyle.Localized"/>.</param>
    /// <param name="items">The works, in the order they are first cited.</param>
    /// <param name="citations">Those of the document, in its order.</param>
    public CslProcessor(CslStyle style, CslLocale words, IEnumerable<CslItem> items, IReadOnlyList<CslCitation> citations)
    {
        (Style, Locale) = (style, words);
        Area citation = style.Citation;
        Names = new NameRegistry(citation.GivenNameRule, citation.AddGivenNames, style.DemoteNonDroppingParticle == "never");
        foreach (CslItem item in items) entries.TryAdd(item.Id, new Entry(item, entries.Count));
        List<Entry> ordered = [.. entries.Values];
        this.citations = style.UsesPosition ? Positions.Of(citations, citation.NearNoteDistance) : citations;
        foreach (Entry entry in ordered) entry.SortKeys = SortKeys.Of(this, entry, style.Bibliography);
        sorted = Sort(ordered);
        new Disambiguation(this).Run(ordered);
    }

    /// <summary>The style it renders.</summary>
    public CslStyle Style { get; }

    /// <summary>The keys of the works in the bibliography's order.</summary>
    public IEnumerable<string> Order => sorted.Select(entry => entry.Item.Id);

    internal CslLocale Locale { get; }

    internal NameRegistry Names { get; }

    internal Entry? Find(string id) => entries.GetValueOrDefault(id);

    internal bool IsRegistered(string id) => entries.ContainsKey(id);

    private List<Entry> Sort(List<Entry> ordered)
    {
        IReadOnlyList<SortKey> keys = Style.Bibliography.Sort;
        List<Entry> order = keys.Count == 0 ? [.. ordered] : [.. ordered.Order(Comparer<Entry>.Create((a, b) => SortKeys.Compare(a.SortKeys, b.SortKeys, keys) is var byKeys && byKeys != 0 ? byKeys : a.Order.CompareTo(b.Order)))];
        // A list that counts down begins with the highest number.
        bool isDown = keys.Any(key => key.IsDescending && (key.Variable == "citation-number" || IsNumberMacro(key)));
        for (int i = 0; i < order.Count; i++) order[i].Number = isDown ? order.Count - i : i + 1;
        return order;
    }

    private static bool IsNumberMacro(SortKey key) => key.Macro is [TextElement { Macro: [TextElement { Source: TextSource.Variable, Name: "citation-number" }] }];

    /// <summary>One of the document's citations, by its place among them, as HTML.</summary>
    public string Citation(int place) => Markup.Html(new ClusterRenderer(this).Render(citations[place]), Locale);

    /// <summary>The same as plain text.</summary>
    public string CitationText(int place) => Markup.Plain(new ClusterRenderer(this).Render(citations[place]), Locale);

    internal string Html(CslCitation citation) => Markup.Html(new ClusterRenderer(this).Render(citation), Locale);

    /// <summary>The bibliography's entries in its order, as HTML, with their keys.</summary>
    public IReadOnlyList<(string Key, string Text)> Bibliography() => Render(isHtml: true, _ => true);

    /// <summary>The same as plain text.</summary>
    public IReadOnlyList<(string Key, string Text)> BibliographyText() => Render(isHtml: false, _ => true);

    /// <summary>One entry without its number, as HTML in which identifiers are links, for a list that numbers by itself.</summary>
    /// <param name="links">Where the entry's links lead.</param>
    public string Entry(string key, ISet<string> links) => Find(key) is { } entry ? Markup.Linked(new BibliographyRenderer(this).Unnumbered(entry, links), Locale).Trim() : "";

    /// <summary>The same as plain text.</summary>
    public string EntryText(string key) => Find(key) is { } entry ? Markup.Plain(new BibliographyRenderer(this).Unnumbered(entry, new HashSet<string>()), Locale).Trim() : "";

    internal IReadOnlyList<(string Key, string Text)> Render(bool isHtml, Func<CslItem, bool> include)
    {
        BibliographyRenderer renderer = new(this);
        List<(string, string)> rendered = [];
        foreach (Entry entry in sorted)
        {
            if (!include(entry.Item)) continue;
            Node node = renderer.Render(entry);
            if (node.IsEmpty) continue;
            rendered.Add((entry.Item.Id, isHtml ? Markup.Html(node, Locale) : Markup.Plain(node, Locale).Trim()));
        }

        return rendered;
    }
}
