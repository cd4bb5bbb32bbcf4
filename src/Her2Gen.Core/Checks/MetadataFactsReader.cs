using System.Text;

namespace Her2Gen.Checks;

/// <summary>Gathers a page's <see cref="MetadataFacts"/> while <see cref="PageFactsReader"/> walks over its tokens.</summary>
internal sealed class MetadataFactsReader(MetadataFacts facts)
{
    private const string StructuredDataType = "application/ld+json";

    private readonly List<OpenElement> open = [];
    private (StringBuilder Text, int Offset)? structuredData;

    /// <summary>An element whose text is wanted, until it ends.</summary>
    private sealed class OpenElement(string name, int offset, List<TextFact> facts)
    {
        public string Name => name;

        public List<TextFact> Facts => facts;

        public int Depth { get; set; } = 1;

        public StringBuilder Text { get; } = new();

        public void Close() => facts.Add(new TextFact(Text.ToString(), offset));
    }

    /// <summary>Whether a start tag opens a script that holds JSON-LD.</summary>
    public static bool HoldsStructuredData(in StartTag tag) =>
        tag.Name is "script" && tag.Value("type").Trim().Equals(StructuredDataType, StringComparison.OrdinalIgnoreCase);

    public void Start(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        foreach (OpenElement element in open) if (name.SequenceEqual(element.Name)) element.Depth++;
        switch (name)
        {
            case "meta": Meta(tag); break;
            case "link" or "a": Relation(tag); break;
            case "time": Time(tag); break;
            case "h1": open.Add(new OpenElement("h1", tag.Offset, facts.Titles)); break;
            case "script": if (HoldsStructuredData(tag)) structuredData = (new StringBuilder(), -1); break;
        }

        ReadOnlySpan<char> classes = tag.Value("class");
        if (classes.IsEmpty) return;
        if (Has(classes, "byline")) open.Add(new OpenElement(name.ToString(), tag.Offset, facts.Bylines));
        if (Has(classes, "p-author") && open.Exists(element => element.Facts == facts.Bylines)) open.Add(new OpenElement(name.ToString(), tag.Offset, facts.Authors));
    }

    public void End(ReadOnlySpan<char> name)
    {
        if (name is "script" && structuredData is { } block)
        {
            facts.StructuredData.Add(new TextFact(block.Text.ToString(), Math.Max(0, block.Offset)));
            structuredData = null;
        }

        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (!name.SequenceEqual(open[i].Name) || --open[i].Depth > 0) continue;
            open[i].Close();
            open.RemoveAt(i);
        }
    }

    public void Text(ReadOnlySpan<char> text, int offset)
    {
        if (structuredData is { } block)
        {
            block.Text.Append(text);
            structuredData = (block.Text, block.Offset < 0 ? offset : block.Offset);
            return;
        }

        foreach (OpenElement element in open) element.Text.Append(text);
    }

    private void Meta(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Value("property") is { IsEmpty: false } property ? property : tag.Value("name");
        if (!name.IsEmpty) facts.Metas.Add(new MetaFact(name.Trim().ToString().ToLowerInvariant(), tag.Value("content").ToString(), tag.Offset));
    }

    private void Relation(in StartTag tag)
    {
        if (tag.Relations.Length == 0) return;
        facts.Relations.Add(new RelationFact(
            tag.Relations, tag.Value("href").Trim().ToString(), tag.Value("type").Trim().ToString().ToLowerInvariant(), tag.Name is "link", tag.Offset));
    }

    private void Time(in StartTag tag)
    {
        string date = tag.Value("datetime").ToString();
        ReadOnlySpan<char> classes = tag.Value("class");
        ReadOnlySpan<char> property = tag.Value("itemprop");
        if (Has(classes, "dt-published") || Has(property, "datePublished")) facts.Published.Add(new TextFact(date, tag.Offset));
        if (Has(classes, "dt-updated") || Has(property, "dateModified")) facts.Updated.Add(new TextFact(date, tag.Offset));
    }

    private static bool Has(ReadOnlySpan<char> tokens, ReadOnlySpan<char> token)
    {
        foreach (Range part in tokens.SplitAny(' ', '\t', '\n', '\f', '\r'))
            if (tokens[part].SequenceEqual(token)) return true;
        return false;
    }
}
