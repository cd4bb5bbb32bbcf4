using System.Text.Json;
using System.Text.RegularExpressions;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References;

/// <summary>What Crossref and PubMed answer when they are asked for a work, as an item of CSL.</summary>
/// <remarks>Nothing is trusted: only variables that are listed here are taken, texts are one line without markup of their own, identifiers have their form, and dates can be.</remarks>
public static partial class RegistryRecord
{
    private const int LongestText = 4000;
    private const int MostNames = 5000;

    // CSL's variable, and what it is called in the answers.
    private static readonly (string Variable, string[] Members)[] Texts =
    [
        ("container-title", ["container-title"]),
        ("container-title-short", ["container-title-short", "short-container-title", "journalAbbreviation"]),
        ("collection-title", ["collection-title"]),
        ("volume", ["volume"]),
        ("issue", ["issue"]),
        ("page", ["page", "article-number"]),
        ("edition", ["edition", "edition-number"]),
        ("publisher", ["publisher"]),
        ("publisher-place", ["publisher-place", "publisher-location"]),
        ("language", ["language"]),
    ];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["journal-article"] = "article-journal",
        ["book-chapter"] = "chapter",
        ["book-section"] = "chapter",
        ["book-part"] = "chapter",
        ["monograph"] = "book",
        ["edited-book"] = "book",
        ["reference-book"] = "book",
        ["proceedings"] = "book",
        ["proceedings-article"] = "paper-conference",
        ["posted-content"] = "article",
        ["dissertation"] = "thesis",
        ["report-component"] = "report",
        ["reference-entry"] = "entry-encyclopedia",
        ["peer-review"] = "review",
        ["journal"] = "periodical",
        ["database"] = "dataset",
    };

    // Titles come with the markup of web pages, of JATS, or both, and with line breaks.
    [GeneratedRegex("<(?<end>/?)(?:[a-z]+:)?(?<name>[a-zA-Z][\\w-]*)[^<>]*>")]
    private static partial Regex Tag { get; }

    /// <summary>The record, under an id that is still empty; null when the answer holds none with a title.</summary>
    public static CslItem? Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer);
            JsonElement record = json.RootElement;
            if (record.ValueKind == JsonValueKind.Array && record.GetArrayLength() > 0) record = record[0];
            if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty("message", out JsonElement message)) record = message;
            return record.ValueKind == JsonValueKind.Object && Title(record) is { Length: > 0 } title ? ReadRecord(record, title) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static CslItem ReadRecord(JsonElement record, string title)
    {
        string type = Text(record, "type");
        CslItem item = new CslItem("", Types.GetValueOrDefault(type, Variables.Types.Contains(type) ? type : "document")).With("title", title);
        foreach ((string variable, string[] members) in Texts) item.With(variable, members.Select(member => Text(record, member)).FirstOrDefault(text => text.Length > 0, ""));
        foreach (string variable in (string[])["author", "editor", "translator"]) item.With(variable, Names(record, variable));
        if (Issued(record) is { } issued) item.With("issued", new CslDate(issued, null));
        if (Doi.TryParse(Doi.Bare(Text(record, "DOI")), out Doi doi)) item.With("DOI", doi.Value);
        if (Pmid.TryParse(Text(record, "PMID"), out Pmid pmid)) item.With("PMID", pmid.Value);
        if (Pmcid.TryParse(Text(record, "PMCID"), out Pmcid pmcid)) item.With("PMCID", pmcid.Value);
        if (Issn.TryParse(Text(record, "ISSN").Split(' ')[0], out Issn issn)) item.With("ISSN", issn.Value);
        string isbn = Text(record, "ISBN");
        if (Isbn.TryParse(isbn[(isbn.LastIndexOf('/') + 1)..], out Isbn book)) item.With("ISBN", book.Value);
        if (item.Text("DOI") is null && Text(record, "URL") is { Length: > 0 } url && Reference.IsWebAddress(url)) item.With("URL", url);
        if (IsRetracted(record)) item.With("status", "retracted");
        return item;
    }

    private static string Title(JsonElement record)
    {
        string title = Text(record, "title"), subtitle = Text(record, "subtitle");
        // PubMed ends each title with a full stop, which is none of it.
        if (title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal)) title = title[..^1];
        return subtitle.Length == 0 || title.Contains(subtitle, StringComparison.OrdinalIgnoreCase) ? title : $"{title}: {subtitle}";
    }

    // A text, a number, or the first of a list of them.
    private static string Text(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out JsonElement value)) return "";
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        string text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length > LongestText ? "" : Clean(text);
    }

    /// <summary>One line; entities are signs; of tags there remain those that CSL has.</summary>
    private static string Clean(string text)
    {
        if (text.Contains('&')) text = System.Net.WebUtility.HtmlDecode(text);
        string tagged = text.Contains('<')
            ? Tag.Replace(text, match => match.Groups["name"].Value.ToLowerInvariant() switch
            {
                "i" or "em" or "italic" => $"<{match.Groups["end"].Value}i>",
                "b" or "strong" or "bold" => $"<{match.Groups["end"].Value}b>",
                "sup" => $"<{match.Groups["end"].Value}sup>",
                "sub" => $"<{match.Groups["end"].Value}sub>",
                "sc" or "scp" => $"<{match.Groups["end"].Value}sc>",
                "br" or "p" => " ",
                _ => "",
            })
            : text;
        return OneLine.Of(string.Concat(tagged.Where(c => c is not ('\uFFFD' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\u200E' or '\u200F'))));
    }

    private static List<CslName> Names(JsonElement record, string variable)
    {
        List<CslName> names = [];
        if (!record.TryGetProperty(variable, out JsonElement list) || list.ValueKind != JsonValueKind.Array) return names;
        foreach (JsonElement name in list.EnumerateArray().Take(MostNames).Where(name => name.ValueKind == JsonValueKind.Object))
        {
            string Part(string part) => RichWords.Plain(Text(name, part));
            string group = Part("literal") is { Length: > 0 } literal ? literal : Part("name");
            string family = Part("family");
            if (family.Length > 0) names.Add(NameParticles.Parse(new CslName("", family, Part("given"), Part("dropping-particle"), Part("non-dropping-particle"), Part("suffix"))));
            else if (group.Length > 0) names.Add(new CslName(group, "", "", "", "", ""));
        }

        return names;
    }

    private static CslDatePoint? Issued(JsonElement record)
    {
        foreach (string name in (string[])["issued", "published", "published-print", "published-online"])
        {
            if (!record.TryGetProperty(name, out JsonElement date) || date.ValueKind != JsonValueKind.Object || !date.TryGetProperty("date-parts", out JsonElement parts)) continue;
            if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() == 0 || parts[0].ValueKind != JsonValueKind.Array) continue;
            int[] numbers = [.. parts[0].EnumerateArray().Take(3).Select(part => int.TryParse(part.ToString(), out int number) ? number : 0)];
            if (numbers is not [> 0 and < 10000, ..]) continue;
            int month = numbers.ElementAtOrDefault(1) is >= 1 and <= 12 and var known ? known : 0;
            return new CslDatePoint(numbers[0], month, month > 0 && numbers.ElementAtOrDefault(2) is >= 1 and <= 31 and var day ? day : 0);
        }

        return null;
    }

    private static bool IsRetracted(JsonElement record) =>
        record.TryGetProperty("updated-by", out JsonElement updates) && updates.ValueKind == JsonValueKind.Array
        && updates.EnumerateArray().Any(update => update.ValueKind == JsonValueKind.Object && Text(update, "type") is "retraction" or "withdrawal" or "removal");
}
