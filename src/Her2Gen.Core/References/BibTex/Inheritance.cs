using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.BibTex;

/// <summary>What entries take over from others: all of an <c>xdata</c>, and of a <c>crossref</c> what the part does not say itself, as BibLaTeX has it by default.</summary>
internal sealed class Inheritance
{
    // More would be a circle, or meant to exhaust the reader.
    private const int MostAncestors = 16;

    // What belongs to an entry alone.
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "ids", "label", "options", "presort", "related", "relatedoptions", "relatedstring", "relatedtype",
        "shortauthor", "shorteditor", "shorthand", "shorttitle", "indextitle", "sortkey", "sortname", "sorttitle", "sortyear", "subtitle", "titleaddon",
    };

    private readonly SourceText source;
    private readonly Library library;
    private readonly Dictionary<string, BibTexEntry> byKey = new(StringComparer.OrdinalIgnoreCase);

    public Inheritance(IReadOnlyList<BibTexEntry> entries, SourceText source, Library library)
    {
        this.source = source;
        this.library = library;
        foreach (BibTexEntry entry in entries) byKey.TryAdd(entry.Key, entry);
        Parents = new HashSet<string>(entries.Select(entry => entry.Fields.GetValueOrDefault("crossref")?.Text.Trim()).OfType<string>(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The keys that a <c>crossref</c> names.</summary>
    public IReadOnlySet<string> Parents { get; }

    /// <summary>The fields of an entry, its own and those that it inherits.</summary>
    public IReadOnlyDictionary<string, BibTexValue> Fields(BibTexEntry entry)
    {
        if (!entry.Fields.ContainsKey("crossref") && !entry.Fields.ContainsKey("xdata")) return entry.Fields;
        Dictionary<string, BibTexValue> fields = new(entry.Fields, StringComparer.Ordinal);
        Queue<(BibTexEntry Heir, BibTexEntry Ancestor, bool IsCrossref)> waiting = new();
        HashSet<BibTexEntry> seen = [entry];
        Enqueue(entry);
        while (waiting.TryDequeue(out var next))
        {
            if (next.IsCrossref) TakeOver(fields, next.Ancestor, entry.Type);
            else foreach ((string name, BibTexValue value) in next.Ancestor.Fields) fields.TryAdd(name, value);
            if (seen.Count <= MostAncestors) Enqueue(next.Ancestor);
        }

        return fields;

        void Enqueue(BibTexEntry heir)
        {
            foreach (string name in (string[])["xdata", "crossref"])
            {
                if (!heir.Fields.TryGetValue(name, out BibTexValue? value)) continue;
                foreach (string key in value.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostAncestors))
                {
                    if (!byKey.TryGetValue(key, out BibTexEntry? ancestor)) Report(value, $"`{heir.Key}` takes over from `{key}`, and there is no such entry", Nearest.Hint(key, byKey.Keys));
                    else if (seen.Add(ancestor)) waiting.Enqueue((heir, ancestor, name == "crossref"));
                    else if (ancestor == entry) Report(value, $"`{entry.Key}` takes over from itself", hint: null);
                }
            }
        }
    }

    private void Report(BibTexValue value, string message, string? hint) => library.Refuse(source.At(value.Offset, value.Length), message, hint);

    private static void TakeOver(Dictionary<string, BibTexValue> fields, BibTexEntry ancestor, string type)
    {
        string whole = Whole(ancestor.Type, type);
        foreach (string part in (string[])["title", "subtitle", "titleaddon"])
            if (whole.Length > 0 && ancestor.Fields.TryGetValue(part, out BibTexValue? value)) fields.TryAdd(whole == "journaltitle" && part != "title" ? "journal" + part : whole[..^"title".Length] + part, value);
        if (type is "inbook" or "bookinbook" or "suppbook" && ancestor.Fields.TryGetValue("author", out BibTexValue? author)) fields.TryAdd("bookauthor", author);
        foreach ((string name, BibTexValue value) in ancestor.Fields)
            if (!Own.Contains(name) && (name != "title" || whole.Length == 0)) fields.TryAdd(name, value);
    }

    // What the title of the whole is for its part.
    private static string Whole(string whole, string part) => whole switch
    {
        "mvbook" or "mvcollection" or "mvreference" or "mvproceedings" => "maintitle",
        "periodical" => "journaltitle",
        _ => BibTexTypes.IsPart(part) ? "booktitle" : BibTexTypes.IsPeriodical(part) ? "journaltitle" : "",
    };
}
