using System.Text;
using System.Text.Json;
using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>Reads what a page's JSON-LD says of the page and of the one article on it.</summary>
internal static class StructuredDataReader
{
    /// <summary>Adds to the statements; a block that is not JSON is reported.</summary>
    public static void Read(PageFacts page, Statements statements, DiagnosticBag diagnostics)
    {
        List<Node> articles = [];
        List<Node> pages = [];
        foreach (TextFact block in page.Metadata.StructuredData)
        {
            if (Parse(block.Text, (offset, message) => diagnostics.Add(Rules.StructuredDataSyntax, page.StretchAt(block.Offset + offset, 1), message)) is not { } root) continue;
            foreach (JsonElement element in Roots(root))
            {
                Node node = new(element, block, page);
                if (node.IsArticle) articles.Add(node);
                else if (node.IsPage) pages.Add(node);
            }
        }

        // Of several, none is the page's own.
        if (articles.Count == 1) AddArticle(articles[0], statements);
        if (pages.Count == 1) AddPage(pages[0], statements);
    }

    /// <summary>A JSON text, or null when it is none; then <paramref name="report"/> is told where and why.</summary>
    public static JsonElement? Parse(string text, Action<int, string> report)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader tokens = new(bytes);
        try
        {
            // JSON's grammar lets half a surrogate pair pass as an escape; no text can hold it.
            while (tokens.Read()) _ = tokens.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? tokens.GetString() : null;
            using JsonDocument document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException invalid)
        {
            string reason = invalid.Message.Split(". ")[0].Replace('\'', '`');
            report(Offset(text, (int)(invalid.LineNumber ?? 0), (int)(invalid.BytePositionInLine ?? 0)), "not JSON: " + char.ToLowerInvariant(reason[0]) + reason[1..]);
        }
        catch (InvalidOperationException)
        {
            report(Encoding.UTF8.GetCharCount(bytes, 0, (int)tokens.TokenStartIndex), "not JSON: half a surrogate pair");
        }

        return null;
    }

    /// <summary>A text, or null when it is another value.</summary>
    public static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Where a member's value stands in its text: the first such value behind the first such name.</summary>
    public static (int Offset, int Length) Place(string text, string name, JsonElement value)
    {
        int at = Math.Max(0, text.IndexOf($"\"{name}\"", StringComparison.Ordinal));
        string raw = value.GetRawText();
        return (Math.Max(at, text.IndexOf(raw, at, StringComparison.Ordinal)), raw.Length);
    }

    private static void AddArticle(Node article, Statements statements)
    {
        Statements.Add(statements.Titles, "`headline`", article.Text("headline") ?? article.Text("name"), article.Place("headline", "name"));
        if (article.Names("author") is { } names) Statements.Add(statements.Authors, "`author`", names, article.Place("author"));
        if (article.Doi("identifier") is { } doi) Statements.Add(statements.Dois, "`identifier`", doi, article.Place("identifier"));
        statements.AddAddress("`mainEntityOfPage`", article.Address("mainEntityOfPage"), article.Place("mainEntityOfPage"));
        AddWork(article, statements);
    }

    private static void AddPage(Node page, Statements statements)
    {
        Statements.Add(statements.Titles, $"`name` of {page.Type}", page.Text("name"), page.Place("name"));
        AddWork(page, statements);
    }

    private static void AddWork(Node work, Statements statements)
    {
        string of = $" of {work.Type}";
        Statements.Add(statements.Published, "`datePublished`" + of, work.Text("datePublished"), work.Place("datePublished"));
        Statements.Add(statements.Modified, "`dateModified`" + of, work.Text("dateModified"), work.Place("dateModified"));
        Statements.Add(statements.Languages, "`inLanguage`" + of, work.Text("inLanguage"), work.Place("inLanguage"));
        Statements.Add(statements.Licences, "`license`" + of, work.Address("license"), work.Place("license"));
        statements.AddAddress("`url`" + of, work.Text("url"), work.Place("url"));
    }

    private static IEnumerable<JsonElement> Roots(JsonElement root) =>
        from node in Each(root)
        where node.ValueKind == JsonValueKind.Object
        from one in node.TryGetProperty("@graph", out JsonElement graph) ? Each(graph) : [node]
        where one.ValueKind == JsonValueKind.Object
        select one;

    private static JsonElement[] Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static int Offset(string text, int line, int bytes)
    {
        int start = 0;
        for (; line > 0 && text.IndexOf('\n', start) is var end and >= 0; line--) start = end + 1;
        byte[] rest = Encoding.UTF8.GetBytes(text[start..]);
        return Math.Min(text.Length, start + Encoding.UTF8.GetCharCount(rest, 0, Math.Min(bytes, rest.Length)));
    }

    /// <summary>An object of a page's JSON-LD.</summary>
    private sealed record Node(JsonElement Element, TextFact Block, PageFacts Page)
    {
        private static readonly string[] Articles = ["BlogPosting", "Report"];

        public bool IsArticle => Types.Any(type => type.EndsWith("Article", StringComparison.Ordinal) || Articles.Contains(type));

        public bool IsPage => Types.Any(type => type.EndsWith("WebPage", StringComparison.Ordinal));

        public string Type => Types.FirstOrDefault("");

        public string? Text(string name) => Element.TryGetProperty(name, out JsonElement value) ? StructuredDataReader.Text(value) : null;

        /// <summary>A text, or the address of the object that stands for it.</summary>
        public string? Address(string name)
        {
            if (!Element.TryGetProperty(name, out JsonElement value)) return null;
            return value.ValueKind == JsonValueKind.Object ? Member(value, "@id") ?? Member(value, "url") : StructuredDataReader.Text(value);
        }

        /// <summary>The names of one or several people; null when one of them has none.</summary>
        public IReadOnlyList<string>? Names(string name)
        {
            if (!Element.TryGetProperty(name, out JsonElement value)) return null;
            string?[] names = [.. Each(value).Select(one => StructuredDataReader.Text(one) ?? Member(one, "name"))];
            return names.Contains(null) ? null : [.. names.OfType<string>()];
        }

        public string? Doi(string name) => Element.TryGetProperty(name, out JsonElement value)
            ? Each(value).Select(one => StructuredDataReader.Text(one) ?? Member(one, "value")).FirstOrDefault(text => text is not null && DoiLink.Shown(text) is not null)
            : null;

        /// <summary>Where the first of these members stands.</summary>
        public Func<Location> Place(params string[] names) => () =>
        {
            string name = names.FirstOrDefault(one => Element.TryGetProperty(one, out _), names[0]);
            (int offset, int length) = StructuredDataReader.Place(Block.Text, name, Element.GetProperty(name));
            return Page.StretchAt(Block.Offset + offset, length);
        };

        private IEnumerable<string> Types => Element.TryGetProperty("@type", out JsonElement type) ? Each(type).Select(StructuredDataReader.Text).OfType<string>() : [];

        private static string? Member(JsonElement value, string name) =>
            value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) ? StructuredDataReader.Text(member) : null;
    }
}
