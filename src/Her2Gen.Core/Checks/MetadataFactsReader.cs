using System.Text;
using AngleSharp.Html.Parser.Tokens.Struct;

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
    public static bool HoldsStructuredData(ref StructHtmlToken token, ReadOnlySpan<char> name) =>
        name is "script" && Value(ref token, "type").Trim().Equals(StructuredDataType, StringComparison.OrdinalIgnoreCase);

    public void Start(ref StructHtmlToken token, ReadOnlySpan<char> name, int offset)
    {
        foreach (OpenElement element in open) if (name.SequenceEqual(element.Name)) element.Depth++;
        switch (name)
        {
            case "meta": Meta(ref token, offset); break;
            case "link" or "a": Relation(ref token, name, offset); break;
            case "time": Time(ref token, offset); break;
            case "h1": open.Add(new OpenElement("h1", offset, facts.Titles)); break;
            case "script": if (HoldsStructuredData(ref token, name)) structuredData = (new StringBuilder(), -1); break;
        }

        ReadOnlySpan<char> classes = Value(ref token, "class");
        if (Has(classes, "byline")) open.Add(new OpenElement(name.ToString(), offset, facts.Bylines));
        if (Has(classes, "p-author") && open.Exists(element => element.Facts == facts.Bylines)) open.Add(new OpenElement(name.ToString(), offset, facts.Authors));
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

    private void Meta(ref StructHtmlToken token, int offset)
    {
        ReadOnlySpan<char> name = Value(ref token, "property") is { IsEmpty: false } property ? property : Value(ref token, "name");
        if (!name.IsEmpty) facts.Metas.Add(new MetaFact(name.Trim().ToString().ToLowerInvariant(), Value(ref token, "content").ToString(), offset));
    }

    private void Relation(ref StructHtmlToken token, ReadOnlySpan<char> element, int offset)
    {
        ReadOnlySpan<char> relations = Value(ref token, "rel");
        if (relations.IsWhiteSpace()) return;
        facts.Relations.Add(new RelationFact(
            relations.ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            Value(ref token, "href").Trim().ToString(), Value(ref token, "type").Trim().ToString().ToLowerInvariant(), element is "link", offset));
    }

    private void Time(ref StructHtmlToken token, int offset)
    {
        string date = Value(ref token, "datetime").ToString();
        ReadOnlySpan<char> classes = Value(ref token, "class");
        ReadOnlySpan<char> property = Value(ref token, "itemprop");
        if (Has(classes, "dt-published") || Has(property, "datePublished")) facts.Published.Add(new TextFact(date, offset));
        if (Has(classes, "dt-updated") || Has(property, "dateModified")) facts.Updated.Add(new TextFact(date, offset));
    }

    private static ReadOnlySpan<char> Value(ref StructHtmlToken token, ReadOnlySpan<char> name)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i].Name.Memory.Span.SequenceEqual(name)) return attributes[i].Value.Memory.Span;
        return [];
    }

    private static bool Has(ReadOnlySpan<char> tokens, ReadOnlySpan<char> token)
    {
        foreach (Range part in tokens.SplitAny(' ', '\t', '\n', '\f', '\r'))
            if (tokens[part].SequenceEqual(token)) return true;
        return false;
    }
}
