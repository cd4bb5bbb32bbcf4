using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References.BibTex;

/// <summary>Reads a library in BibTeX or BibLaTeX: each entry as a record of CSL, as Zotero and Pandoc make it of one.</summary>
internal sealed class BibTexReader
{
    // Fields that are one variable each. The first field that is there counts.
    private static readonly (string Variable, TeXFlavour Flavour, string[] Fields)[] Simple =
    [
        ("collection-title", TeXFlavour.Rich, ["series"]),
        ("container-title-short", TeXFlavour.Rich, ["shortjournal"]),
        ("volume", TeXFlavour.Rich, ["volume"]),
        ("number-of-volumes", TeXFlavour.Rich, ["volumes"]),
        ("number-of-pages", TeXFlavour.Rich, ["pagetotal"]),
        ("chapter-number", TeXFlavour.Rich, ["chapter"]),
        ("part-number", TeXFlavour.Rich, ["part"]),
        ("version", TeXFlavour.Rich, ["version"]),
        ("event-title", TeXFlavour.Rich, ["eventtitle"]),
        ("event-place", TeXFlavour.Rich, ["venue"]),
        ("original-title", TeXFlavour.Rich, ["origtitle"]),
        ("original-publisher", TeXFlavour.Rich, ["origpublisher"]),
        ("original-publisher-place", TeXFlavour.Rich, ["origlocation"]),
        ("call-number", TeXFlavour.Rich, ["library"]),
        ("ISBN", TeXFlavour.Plain, ["isbn"]),
        ("PMID", TeXFlavour.Plain, ["pmid"]),
        ("PMCID", TeXFlavour.Plain, ["pmcid"]),
    ];

    // What nobody prints need not be understood to the last command.
    private static readonly (string Variable, string[] Fields)[] Notes =
        [("abstract", ["abstract"]), ("annote", ["annotation", "annote"]), ("keyword", ["keywords", "keyword"]), ("note", ["note", "addendum"])];

    private static readonly (string Variable, string Field)[] Names =
    [
        ("author", "author"), ("editor", "editor"), ("translator", "translator"), ("container-author", "bookauthor"), ("collection-editor", "serieseditor"), ("director", "director"),
    ];

    private readonly SourceText source;
    private readonly Library library;
    private readonly BibTexEntry entry;
    private readonly IReadOnlyDictionary<string, BibTexValue> fields;
    private readonly CslItem item;
    private readonly Dictionary<string, Location> places = new(StringComparer.Ordinal);

    private BibTexReader(SourceText source, Library library, BibTexEntry entry, IReadOnlyDictionary<string, BibTexValue> fields)
    {
        this.source = source;
        this.library = library;
        this.entry = entry;
        this.fields = fields;
        item = new CslItem(entry.Key, TypeOf(entry.Type, fields));
    }

    public static void Read(SourceText source, Library library)
    {
        IReadOnlyList<BibTexEntry> entries = BibTexScanner.Read(source, library);
        Inheritance inheritance = new(entries, source, library);
        foreach (BibTexEntry entry in entries.Where(entry => !BibTexTypes.IsNoWork(entry.Type)))
        {
            BibTexReader reader = new(source, library, entry, inheritance.Fields(entry));
            reader.ReadEntry();
            library.Add(reader.item, source.At(entry.KeyOffset, entry.Key.Length), reader.places, inheritance.Parents.Contains(entry.Key));
        }
    }

    private static string TypeOf(string type, IReadOnlyDictionary<string, BibTexValue> fields) => (type, fields.GetValueOrDefault("entrysubtype")?.Text.Trim().ToLowerInvariant()) switch
    {
        ("article", "magazine") => "article-magazine",
        ("article", "newspaper") => "article-newspaper",
        ("article" or "misc" or "online" or "unpublished", _) when fields.ContainsKey("eprint") && !fields.ContainsKey("journal") && !fields.ContainsKey("journaltitle") && IsPreprint(fields) => "article",
        _ => BibTexTypes.Csl(type) ?? "document",
    };

    private static bool IsPreprint(IReadOnlyDictionary<string, BibTexValue> fields) => Archive(fields).ToLowerInvariant() is "arxiv" or "medrxiv" or "biorxiv";

    private static string Archive(IReadOnlyDictionary<string, BibTexValue> fields) => (fields.GetValueOrDefault("eprinttype") ?? fields.GetValueOrDefault("archiveprefix"))?.Text.Trim() ?? "";

    private void ReadEntry()
    {
        if (BibTexTypes.Csl(entry.Type) is null)
            library.Refuse(source.At(entry.TypeOffset, entry.Type.Length + 1), $"`@{entry.Type}` is no type of entry", Nearest.Hint(entry.Type, BibTexTypes.Names));
        foreach ((string variable, TeXFlavour flavour, string[] names) in Simple) Set(variable, flavour, names);
        foreach ((string variable, string[] names) in Notes)
            if (First(names) is { } field) Put(variable, TeXText.Decode(field.Text, TeXFlavour.Rich), field);
        foreach ((string variable, string name) in Names)
            if (fields.TryGetValue(name, out BibTexValue? field)) SetNames(variable, field);
        ReadTitles();
        ReadPublisher();
        ReadNumbers();
        ReadDates();
        ReadLinks();
        ReadGenre();
    }

    private void ReadTitles()
    {
        SetTitle("title", "title", "subtitle", "titleaddon");
        SetTitle("title-short", "shorttitle", "", "");
        if (BibTexTypes.IsPart(entry.Type))
        {
            SetTitle(fields.ContainsKey("maintitle") ? "volume-title" : "container-title", "booktitle", "booksubtitle", "booktitleaddon");
            SetTitle("container-title", "maintitle", "mainsubtitle", "maintitleaddon");
        }
        else if (fields.ContainsKey("maintitle"))
        {
            SetTitle("volume-title", "title", "subtitle", "titleaddon");
            SetTitle("title", "maintitle", "mainsubtitle", "maintitleaddon");
        }
        else if (item.Type is not ("book" or "periodical"))
        {
            SetTitle("container-title", "booktitle", "booksubtitle", "booktitleaddon");
        }

        // Journals keep the case of their names.
        if (First("journaltitle", "journal") is { } journal)
            Put("container-title", Joined(Decode(journal, TeXFlavour.Rich), fields.TryGetValue("journalsubtitle", out BibTexValue? subtitle) ? Decode(subtitle, TeXFlavour.Rich) : ""), journal);
    }

    private void SetTitle(string variable, string name, string subtitle, string addon)
    {
        if (!fields.TryGetValue(name, out BibTexValue? field)) return;
        fields.TryGetValue(subtitle, out BibTexValue? second);
        string title = Joined(Title(field), second is null ? "" : Title(second));
        bool isEnglish = Language() is "" or ['e', 'n', ..];
        if (isEnglish && Unbraced(field.Text) is null && (second is null || Unbraced(second.Text) is null)) title = SentenceCase.Of(title);
        if (fields.TryGetValue(addon, out BibTexValue? more)) title = $"{title}. {Decode(more, TeXFlavour.Rich)}";
        Put(variable, title, field);
    }

    // A title that is braced as a whole is as its author wants it.
    private string Title(BibTexValue field) => Unbraced(field.Text) is { } whole ? Decode(field, whole, TeXFlavour.Rich) : Decode(field, TeXFlavour.Title);

    private static string? Unbraced(string raw)
    {
        raw = raw.Trim();
        if (raw.Length < 2 || raw[0] != '{' || raw[^1] != '}' || raw[1] == '\\') return null;
        int depth = 0;
        for (int i = 0; i < raw.Length - 1; i++)
        {
            depth += raw[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return null;
        }

        return raw[1..^1];
    }

    private static string Joined(string title, string subtitle) =>
        subtitle.Length == 0 ? title : title.Length == 0 ? subtitle : title[^1] is '?' or '!' or ':' or '.' ? $"{title} {subtitle}" : $"{title}: {subtitle}";

    private void ReadPublisher()
    {
        BibTexValue? howPublished = fields.GetValueOrDefault("howpublished");
        if (howPublished is not null && UrlIn(howPublished.Text) is { } url)
        {
            Put("URL", url, howPublished);
            howPublished = null;
        }

        if ((First("publisher", "institution", "school", "organization") ?? howPublished) is { } publisher) Put("publisher", Decode(publisher, TeXFlavour.Rich), publisher);
        if (First("location", "address") is { } place) Put(item.Type == "patent" ? "jurisdiction" : "publisher-place", Decode(place, TeXFlavour.Rich), place);
    }

    private void ReadNumbers()
    {
        bool isIssue = BibTexTypes.IsPeriodical(entry.Type) || entry.Type == "periodical";
        Set("issue", TeXFlavour.Rich, "issue");
        Set(isIssue ? "issue" : item.Type is "book" or "chapter" or "paper-conference" or "entry-encyclopedia" ? "collection-number" : "number", TeXFlavour.Rich, "number");
        if (First("pages", "eid") is { } pages) Put("page", Decode(pages, TeXFlavour.Plain).Replace(" – ", "-", StringComparison.Ordinal).Replace('–', '-').Replace('—', '-').Replace(" - ", "-", StringComparison.Ordinal), pages);
        if (fields.TryGetValue("edition", out BibTexValue? edition)) Put("edition", Ordinals.Number(Decode(edition, TeXFlavour.Rich)), edition);
    }

    private void ReadDates()
    {
        Date("issued", "date", "year", "month", "day");
        Date("accessed", "urldate", "urlyear", "urlmonth", "urlday");
        Date("event-date", "eventdate", "eventyear", "eventmonth", "eventday");
        Date("original-date", "origdate", "origyear", "origmonth", "origday");
    }

    private void Date(string variable, string whole, string year, string month, string day)
    {
        if (fields.TryGetValue(whole, out BibTexValue? date))
        {
            CslDate read = BibTexDates.Read(date.Text.Trim());
            Put(variable, read, date);
            if (read.Literal.Any(char.IsAsciiDigit)) library.Refuse(source.At(date.Offset, date.Length), $"`{read.Literal}` is no date", "write `2001-03-15`, `2001-03`, `2001`, or two of them with `/` between");
        }
        else if (fields.TryGetValue(year, out BibTexValue? one)) Put(variable, BibTexDates.Read(Decode(one, TeXFlavour.Plain), Text(month), Text(day)), one);
    }

    private string Text(string name) => fields.TryGetValue(name, out BibTexValue? field) ? Decode(field, TeXFlavour.Plain) : "";

    private void ReadLinks()
    {
        if (fields.TryGetValue("doi", out BibTexValue? doi)) Put("DOI", Doi.Bare(Verbatim(doi.Text)), doi);
        if (fields.TryGetValue("url", out BibTexValue? url)) Put("URL", UrlIn(url.Text) ?? Address(url.Text), url);
        if (fields.TryGetValue("issn", out BibTexValue? issn)) Put("ISSN", Issn.Hyphenated(TeXText.Decode(issn.Text, TeXFlavour.Plain)), issn);
        if (!fields.TryGetValue("eprint", out BibTexValue? eprint)) return;
        string id = Verbatim(eprint.Text), archive = Archive(fields);
        if (archive.Equals("pubmed", StringComparison.OrdinalIgnoreCase)) Put("PMID", id, eprint);
        else if (archive.ToLowerInvariant() is "pmc" or "pmcid") Put("PMCID", id.StartsWith("PMC", StringComparison.Ordinal) ? id : "PMC" + id, eprint);
        else
        {
            Put("archive", archive.Length > 0 ? archive : "arXiv", eprint);
            Put("archive_location", id, eprint);
            if (item.Text("URL") is null && archive.ToLowerInvariant() is "arxiv" or "") Put("URL", $"https://arxiv.org/abs/{id}", eprint);
        }
    }

    // Identifiers are not typeset: two hyphens in one are no dash. But old exports escape what TeX takes for its own.
    private static string Verbatim(string raw) => raw.Contains('\\') ? TeXText.Decode(raw.Replace("-", "-{}", StringComparison.Ordinal), TeXFlavour.Plain) : Unbraced(raw) ?? raw.Trim();

    private static string Address(string raw) => raw.Trim().Replace("\\_", "_", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal).Replace("\\#", "#", StringComparison.Ordinal)
        .Replace("\\&", "&", StringComparison.Ordinal).Replace("\\~{}", "~", StringComparison.Ordinal).Replace("{\\textasciitilde}", "~", StringComparison.Ordinal).Replace("\\textasciitilde", "~", StringComparison.Ordinal)
        .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static string? UrlIn(string raw)
    {
        const string Command = "\\url{";
        int start = raw.IndexOf(Command, StringComparison.Ordinal);
        int end = start < 0 ? -1 : raw.IndexOf('}', start);
        return end < 0 ? null : Address(raw[(start + Command.Length)..end]);
    }

    private void ReadGenre()
    {
        if (Language() is { Length: > 0 } language) Put("language", language, First("langid", "language", "hyphenation")!);
        if (First("type") is { } type) Put("genre", Genre(Decode(type, TeXFlavour.Rich)), type);
        else if (entry.Type is "phdthesis" or "mastersthesis") item.With("genre", Genre(entry.Type));
        if (First("pubstate") is { } state) Put("status", Text("pubstate") switch { "inpress" => "in press", "inpreparation" => "in preparation", "prepublished" => "preprint", var other => other }, state);
    }

    private static string Genre(string type) => type switch
    {
        "phdthesis" => "PhD thesis",
        "mathesis" or "mastersthesis" => "Master’s thesis",
        "bathesis" => "Bachelor’s thesis",
        "candthesis" => "Candidate thesis",
        "techreport" => "technical report",
        "resreport" => "research report",
        "software" => "computer software",
        "datacd" => "data CD",
        "audiocd" => "audio CD",
        _ => type,
    };

    private string Language() => First("langid", "language", "hyphenation") is { } field ? Languages.Tag(Decode(field, TeXFlavour.Plain)) : "";

    private BibTexValue? First(params string[] names) => names.Select(name => fields.GetValueOrDefault(name)).FirstOrDefault(field => field is not null);

    private void Set(string variable, TeXFlavour flavour, params string[] names)
    {
        if (item.Text(variable) is null && First(names) is { } field) Put(variable, Decode(field, flavour), field);
    }

    private void Put(string variable, string text, BibTexValue field)
    {
        item.With(variable, text);
        PlaceOf(variable, field);
    }

    private void Put(string variable, CslDate date, BibTexValue field)
    {
        item.With(variable, date);
        PlaceOf(variable, field);
    }

    private void SetNames(string variable, BibTexValue field)
    {
        item.With(variable, BibTexNames.Read(field.Text, raw => Decode(field, raw, TeXFlavour.Plain)));
        PlaceOf(variable, field);
    }

    private string Decode(BibTexValue field, TeXFlavour flavour) => Decode(field, field.Text, flavour);

    // A part of a value stands where it is found in it.
    private string Decode(BibTexValue field, string raw, TeXFlavour flavour) => TeXText.Decode(raw, flavour, (offset, length, what) =>
    {
        int part = field.IsWritten ? field.Text.IndexOf(raw, StringComparison.Ordinal) : -1;
        Location place = part >= 0 ? source.At(field.Offset + part + offset, length) : source.At(field.Offset, field.Length);
        bool isCommand = what[0] == '\\';
        library.Refuse(place, isCommand ? $"`{what}` is a command that is not known here" : what, isCommand ? "write the sign itself: the file is UTF-8" : null);
    });

    private void PlaceOf(string variable, BibTexValue field) => places.TryAdd(variable, source.At(field.Offset, field.Length));
}
