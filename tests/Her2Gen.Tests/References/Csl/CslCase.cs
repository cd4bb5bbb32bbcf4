using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References.Csl;

/// <summary>A case of the CSL processor test-suite: a style, items and citations in a text file, and what they are rendered as.</summary>
internal sealed partial class CslCase
{
    private readonly Dictionary<string, string> sections = new(StringComparer.Ordinal);
    private readonly Func<string, CslLocale?> locales;

    private CslCase(Func<string, CslLocale?> locales) => this.locales = locales;

    [GeneratedRegex(@"^>>=+ (?<name>[A-Z-]+) =+>>\n(?<text>.*?)\n?^<<=+ \k<name> =+<<", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section { get; }

    public string Expected => Get("RESULT").Trim();

    private bool IsBibliography => Get("MODE").StartsWith("bibliography", StringComparison.Ordinal);

    public static CslCase Read(string text, Func<string, CslLocale?> locales)
    {
        CslCase read = new(locales);
        foreach (System.Text.RegularExpressions.Match match in Section.Matches(text.Replace("\r\n", "\n", StringComparison.Ordinal))) read.sections[match.Groups["name"].Value] = match.Groups["text"].Value;
        return read;
    }

    private string Get(string section) => sections.GetValueOrDefault(section, "").Trim();

    public string Run()
    {
        DiagnosticBag diagnostics = new();
        CslStyle? style = CslStyle.Read(new SourceText("case.csl", Get("CSL")), _ => null, diagnostics);
        if (style is null) return string.Join('\n', diagnostics.Sorted().Select(found => $"{found.Location}: {found.Message}"));
        CslLocale words = style.Localized(locales, "");
        // Of items with one id, the last counts.
        CslItem[] items = [.. JsonDocument.Parse(Get("INPUT")).RootElement.EnumerateArray().Select(CslItemReader.Read).GroupBy(item => item.Id).Select(same => same.Last())];
        if (sections.ContainsKey("CITATIONS")) return RunCitations(style, words, items);
        if (IsBibliography) return Bibliography(new CslProcessor(style, words, items, []));
        CslProcessor processor = new(style, words, items, []);
        // Without citations of its own, a case cites all works once, in the bibliography's order.
        IEnumerable<IReadOnlyList<CslCite>> lists = sections.ContainsKey("CITATION-ITEMS")
            ? JsonDocument.Parse(Get("CITATION-ITEMS")).RootElement.EnumerateArray().Select(list => (IReadOnlyList<CslCite>)[.. list.EnumerateArray().Select(Cite)])
            : [[.. processor.Order.Select(key => new CslCite(key))]];
        return string.Join('\n', lists.Select(list => processor.Html(new CslCitation(list))));
    }

    private string Bibliography(CslProcessor processor)
    {
        Func<CslItem, bool> include = sections.ContainsKey("BIBSECTION") ? Filter(JsonDocument.Parse(Get("BIBSECTION")).RootElement) : _ => true;
        IReadOnlyList<(string Key, string Text)> entries = processor.Render(isHtml: true, include);
        StringBuilder text = new("<div class=\"csl-bib-body\">\n");
        foreach ((_, string entry) in entries) text.Append("  <div class=\"csl-entry\">").Append(entry).Append("</div>\n");
        return text.Append("</div>").ToString();
    }

    // Of include and select, which let in, and exclude and quash, which keep out (citeproc-js, "makeBibliography").
    private static Func<CslItem, bool> Filter(JsonElement section) => item =>
    {
        bool isIn = true;
        if (section.TryGetProperty("include", out JsonElement include)) isIn = include.EnumerateArray().Any(spec => Fits(item, spec));
        else if (section.TryGetProperty("exclude", out JsonElement exclude)) isIn = !exclude.EnumerateArray().Any(spec => Fits(item, spec));
        else if (section.TryGetProperty("select", out JsonElement select)) isIn = select.EnumerateArray().All(spec => Fits(item, spec));
        return isIn && !(section.TryGetProperty("quash", out JsonElement quash) && quash.EnumerateArray().All(spec => Fits(item, spec)));
    };

    private static bool Fits(CslItem item, JsonElement spec)
    {
        string field = spec.GetProperty("field").GetString() ?? "", value = spec.GetProperty("value").ToString();
        if (field == "type") return item.Type == value;
        if (field is "categories" or "keyword") return item.Text(field)?.Contains(value, StringComparison.Ordinal) == true;
        return value.Length == 0 ? !item.Has(field) : item.Text(field) == value;
    }

    // Citations are put in and moved one at a time; what the last step changed is marked.
    private string RunCitations(CslStyle style, CslLocale words, CslItem[] items)
    {
        Dictionary<string, CslCitation> known = new(StringComparer.Ordinal);
        List<(string Id, int Note)> order = [];
        Dictionary<string, string> before = [], now = [];
        string last = "";
        CslProcessor? processor = null;
        foreach (JsonElement step in JsonDocument.Parse(Get("CITATIONS")).RootElement.EnumerateArray())
        {
            JsonElement citation = step[0];
            last = citation.TryGetProperty("citationID", out JsonElement id) ? id.ToString() : $"CITATION-{known.Count + 1}";
            known[last] = Citation(citation);
            order = [.. Listed(step[1]), (last, known[last].Note), .. Listed(step[2])];
            foreach ((string moved, int note) in order) known[moved] = known[moved] with { Note = note };
            CslCitation[] citations = [.. order.Select(entry => known[entry.Id])];
            string[] cited = [.. citations.SelectMany(entry => entry.Cites).Select(cite => cite.Id).Distinct()];
            processor = new CslProcessor(style, words, cited.Select(key => items.First(item => item.Id == key)), citations);
            before = now;
            now = [];
            for (int i = 0; i < order.Count; i++) now[order[i].Id] = processor.Citation(i);
        }

        if (processor is null) return "";
        if (IsBibliography) return Bibliography(processor);
        return string.Join('\n', order.Select((entry, i) =>
            $"{(entry.Id == last || (before.TryGetValue(entry.Id, out string? old) && old != now[entry.Id]) ? ">>" : "..")}[{i}] {now[entry.Id]}"));
    }

    private static IEnumerable<(string Id, int Note)> Listed(JsonElement list) => list.EnumerateArray().Select(entry => (entry[0].ToString(), int.Parse(entry[1].ToString())));

    private static CslCitation Citation(JsonElement json)
    {
        bool hasProperties = json.TryGetProperty("properties", out JsonElement properties);
        return new CslCitation([.. json.GetProperty("citationItems").EnumerateArray().Select(Cite)], hasProperties && properties.TryGetProperty("noteIndex", out JsonElement note) ? note.GetInt32() : 0)
        {
            Mode = hasProperties && properties.TryGetProperty("mode", out JsonElement mode) ? Mode(mode.ToString()) : CitationMode.Whole,
            IsUnsorted = hasProperties && properties.TryGetProperty("unsorted", out JsonElement unsorted) && unsorted.ValueKind == JsonValueKind.True,
            Prefix = hasProperties && properties.TryGetProperty("prefix", out JsonElement prefix) ? prefix.ToString() : "",
            Suffix = hasProperties && properties.TryGetProperty("suffix", out JsonElement suffix) ? suffix.ToString() : "",
        };
    }

    private static CitationMode Mode(string mode) => mode switch
    {
        "author-only" => CitationMode.AuthorOnly,
        "suppress-author" => CitationMode.SuppressAuthor,
        _ => CitationMode.Whole,
    };

    private static CslCite Cite(JsonElement json)
    {
        return new CslCite(Text("id"), Text("prefix"), Text("suffix"), Text("locator"), Text("label"))
        {
            Mode = Flag("author-only") ? CitationMode.AuthorOnly : Flag("suppress-author") ? CitationMode.SuppressAuthor : CitationMode.Whole,
            Position = (Position)(int.TryParse(Text("position"), out int position) ? Math.Clamp(position, 0, 3) : 0),
            IsNearNote = Flag("near-note"),
            FirstNote = int.TryParse(Text("first-reference-note-number"), out int note) ? note : 0,
        };

        string Text(string name) => json.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
        bool Flag(string name) => Text(name) is "True" or "true" or "1";
    }
}
