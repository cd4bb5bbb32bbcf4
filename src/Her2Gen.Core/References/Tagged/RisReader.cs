using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References.Tagged;

/// <summary>Reads a library in RIS (tags of 2011, and those of older exports): from <c>TY</c> to <c>ER</c>, one tag a line.</summary>
/// <remarks>A record's key is its <c>ID</c>; one without is known by the family name of its first author and its year, as in <c>slamon2001</c>.</remarks>
internal static class RisReader
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["ABST"] = "article-journal",
        ["ADVS"] = "motion_picture",
        ["AGGR"] = "dataset",
        ["ANCIENT"] = "classic",
        ["ART"] = "graphic",
        ["BILL"] = "bill",
        ["BLOG"] = "post-weblog",
        ["BOOK"] = "book",
        ["CASE"] = "legal_case",
        ["CHAP"] = "chapter",
        ["COMP"] = "software",
        ["CONF"] = "book",
        ["CPAPER"] = "paper-conference",
        ["CTLG"] = "book",
        ["DATA"] = "dataset",
        ["DBASE"] = "dataset",
        ["DICT"] = "entry-dictionary",
        ["EBOOK"] = "book",
        ["ECHAP"] = "chapter",
        ["EDBOOK"] = "book",
        ["EJOUR"] = "article-journal",
        ["ELEC"] = "webpage",
        ["ENCYC"] = "entry-encyclopedia",
        ["FIGURE"] = "figure",
        ["GEN"] = "document",
        ["GOVDOC"] = "report",
        ["HEAR"] = "hearing",
        ["ICOMM"] = "personal_communication",
        ["INPR"] = "article-journal",
        ["JFULL"] = "periodical",
        ["JOUR"] = "article-journal",
        ["LEGAL"] = "legislation",
        ["MANSCPT"] = "manuscript",
        ["MAP"] = "map",
        ["MGZN"] = "article-magazine",
        ["MPCT"] = "motion_picture",
        ["MULTI"] = "webpage",
        ["MUSIC"] = "musical_score",
        ["NEWS"] = "article-newspaper",
        ["PAMP"] = "pamphlet",
        ["PAT"] = "patent",
        ["PCOMM"] = "personal_communication",
        ["PREPRINT"] = "article",
        ["RPRT"] = "report",
        ["SER"] = "periodical",
        ["SLIDE"] = "speech",
        ["SOUND"] = "song",
        ["STAND"] = "standard",
        ["STAT"] = "legislation",
        ["STD"] = "standard",
        ["THES"] = "thesis",
        ["UNBILL"] = "bill",
        ["UNPB"] = "manuscript",
        ["UNPD"] = "manuscript",
        ["VIDEO"] = "motion_picture",
        ["WEB"] = "webpage",
    };

    public static void Read(SourceText source, Library library)
    {
        List<TaggedField> record = [];
        foreach (TaggedField field in TaggedLines.Read(source, TagOf, (offset, length) => library.Refuse(source.At(offset, length), "expected a line `TY  - JOUR`, or of another type")))
        {
            if (field.Tag == "TY" && record.Count > 0) End(isClosed: false);
            if (field.Tag == "ER")
            {
                if (record.Count > 0) End(isClosed: true);
                else library.Refuse(source.At(field.Offset, field.Length), "`ER` ends no record");
            }
            else if (field.Tag == "TY" || record.Count > 0) record.Add(field);
            else library.Refuse(source.At(field.Offset, field.Length), $"`{field.Tag}` stands in no record", "a record starts with `TY  - `");
        }

        if (record.Count > 0) End(isClosed: false);

        void End(bool isClosed)
        {
            if (!isClosed) library.Refuse(source.At(record[0].Offset, record[0].Length), "the record has no end", "write `ER  - ` behind its last line");
            ReadRecord(record, source, library);
            record = [];
        }
    }

    private static (string, int)? TagOf(string line)
    {
        if (line.Length < 3 || !char.IsAsciiLetterUpper(line[0]) || !(char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1])) || line[2] != ' ') return null;
        int dash = 3;
        while (dash < line.Length && line[dash] == ' ') dash++;
        return dash < line.Length && line[dash] == '-' && dash < 5 && (dash + 1 == line.Length || line[dash + 1] == ' ') ? (line[..2], dash + 1) : null;
    }

    private static void ReadRecord(List<TaggedField> fields, SourceText source, Library library)
    {
        TaggedField start = fields[0];
        TaggedField? id = fields.Find(field => field.Tag == "ID" && field.Value.Length > 0);
        string type = Types.GetValueOrDefault(start.Value, "document");
        TaggedRecord record = new(fields, new CslItem(id?.Value ?? KeyOf(fields), type), source);
        if (!Types.ContainsKey(start.Value)) library.Refuse(source.At(start.Offset, start.Length), $"`{start.Value}` is no type of RIS", Nearest.Hint(start.Value, Types.Keys));
        ReadTitles(record, type);
        ReadNames(record, type);
        ReadNumbers(record);
        ReadIdentifiers(record, type);
        ReadRest(record);
        TaggedField place = id ?? start;
        if (record.Item.Id.Length == 0) library.Refuse(source.At(place.Offset, place.Length), "a record needs an `ID`, or an author and a year to be known by");
        library.Add(record.Item, source.At(place.Offset, place.Length), record.Places);
    }

    private static string KeyOf(List<TaggedField> fields)
    {
        string author = fields.Find(field => field.Tag is "AU" or "A1" && field.Value.Length > 0)?.Value.Split(',')[0] ?? "";
        string year = fields.Find(field => field.Tag is "PY" or "Y1" or "DA")?.Value.Split('/')[0] ?? "";
        string letters = string.Concat(NameFold.Decomposed(author).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters.Length > 0 && year.Length == 4 && year.All(char.IsAsciiDigit) ? letters + year : "";
    }

    private static void ReadTitles(TaggedRecord record, string type)
    {
        bool isWhole = type is "book" or "periodical";
        record.Set("title", null, isWhole ? ["TI", "T1", "BT", "CT"] : ["TI", "T1", "CT"]);
        record.Set("container-title", null, isWhole ? ["JF", "JO"] : ["JF", "T2", "BT", "JO", "JA", "J1"]);
        if (isWhole) record.Set("collection-title", null, "T2");
        record.Set("container-title-short", null, record.First("JF", "T2") is null ? ["J2", "J1"] : ["J2", "JA", "J1"]);
        if (record.First("T3") is not null) record.Set("collection-title", null, "T3");
        record.Set("title-short", null, "ST");
        record.Set("original-title", null, "OP");
    }

    private static void ReadNames(TaggedRecord record, string type)
    {
        record.PutNames("author", Name, "AU", "A1");
        record.PutNames(type == "book" && record.First("AU", "A1") is null ? "editor" : type is "book" ? "collection-editor" : "editor", Name, "A2");
        record.PutNames("editor", Name, "ED");
        record.PutNames("collection-editor", Name, "A3");
        record.PutNames("translator", Name, "A4");
    }

    // "Family, Given, Suffix"; what has no comma is the name of a group.
    private static CslName Name(TaggedField field) => field.Value.Split(',', StringSplitOptions.TrimEntries) switch
    {
        [var only] => new CslName(only, "", "", "", "", ""),
        [var family, ""] => new CslName(family, "", "", "", "", ""),
        [var family, var given] => NameParticles.Parse(new CslName("", family, given, "", "", "")),
        [var family, var given, var suffix] => NameParticles.Parse(new CslName("", family, given, "", "", suffix)),
        _ => new CslName(field.Value, "", "", "", "", ""),
    };

    private static void ReadNumbers(TaggedRecord record)
    {
        record.Set("volume", null, "VL");
        record.Set("issue", null, "IS");
        record.Set("number-of-volumes", null, "NV");
        record.Set("edition", Ordinals.Number, "ET");
        record.Set("section", null, "SE");
        record.Set("call-number", null, "CN");
        if (record.First("SP", "C7") is { } first)
        {
            string last = record.Text("EP"), pages = first.Value.Replace('–', '-');
            record.Put("page", last.Length > 0 && last != pages && !pages.Contains('-') ? $"{pages}-{last}" : pages, first);
        }

        // The day is better known from DA; a year that differs is that of the issue.
        TaggedField? year = record.First("PY", "Y1"), day = record.First("DA");
        if ((day is not null && (year is null || day.Value.StartsWith(year.Value.Split('/')[0], StringComparison.Ordinal)) ? day : year) is { } issued) record.Put("issued", Date(issued.Value), issued);
        if (record.First("Y2") is { } accessed) record.Put("accessed", Date(accessed.Value), accessed);
    }

    // "2001/03/15/Spring": what is not known is empty between its slashes.
    private static CslDate Date(string text)
    {
        string[] parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts[0].Length != 4 || !parts.Take(3).All(part => part.All(char.IsAsciiDigit))) return RawDate.Parse(text.TrimEnd('/'));
        int[] numbers = [.. parts.Take(3).Select(part => int.TryParse(part, out int number) ? number : 0)];
        CslDate date = new(new CslDatePoint(numbers[0], numbers.ElementAtOrDefault(1) is <= 12 and var month ? month : 0, numbers.ElementAtOrDefault(2) is <= 31 and var day ? day : 0), null);
        return date.Start.Month == 0 && parts.Length > 3 && parts[3].Length > 0 ? RawDate.Parse($"{parts[3]} {parts[0]}") : date;
    }

    private static void ReadIdentifiers(TaggedRecord record, string type)
    {
        record.Set("DOI", Doi.Bare, "DO");
        if (record.First("UR") is { } address)
        {
            if (Doi.ResolverOf(address.Value) is not null && record.Item.Text("DOI") is null) record.Put("DOI", Doi.Bare(address.Value), address);
            else record.Put("URL", address.Value, address);
        }

        if (record.First("SN") is { } number) record.Put(type is "book" or "chapter" || Isbn.TryParse(number.Value, out _) ? "ISBN" : "ISSN", Issn.Hyphenated(WithoutNotes(number.Value)), number);
        if (record.First("C2") is { } central && Pmcid.TryParse(central.Value, out _)) record.Put("PMCID", central.Value, central);
        if (record.First("AN") is not { } accession) return;
        string database = record.Text("DB");
        bool isPubMed = database.Length == 0 || database.Contains("PubMed", StringComparison.OrdinalIgnoreCase) || database.Contains("Medline", StringComparison.OrdinalIgnoreCase);
        if (isPubMed && Pmid.TryParse(accession.Value, out _)) record.Put("PMID", accession.Value, accession);
        else record.Put("archive_location", accession.Value, accession);
    }

    // "0028-4793 (Print)"
    internal static string WithoutNotes(string text) => string.Join(' ', text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != '(' && part[^1] != ')' && part.Any(char.IsAsciiDigit)));

    private static void ReadRest(TaggedRecord record)
    {
        record.Set("publisher", null, "PB");
        record.Set("publisher-place", null, "CY", "PP");
        record.Set("language", Languages.Tag, "LA");
        record.Set("abstract", null, "AB", "N2");
        // Some publishers put the DOI there.
        if (record.First("M3") is { } kind) record.Put(Doi.TryParse(Doi.Bare(kind.Value), out Doi doi) ? "DOI" : "genre", doi.Value ?? kind.Value, kind);
        record.Set("note", null, "N1");
        record.Set("source", null, "DB");
        if (record.First("KW") is { } keyword) record.Put("keyword", string.Join(", ", record.All("KW").Select(field => field.Value)), keyword);
        if (record.First("TY") is { Value: "INPR" } type) record.Put("status", "in press", type);
    }
}
