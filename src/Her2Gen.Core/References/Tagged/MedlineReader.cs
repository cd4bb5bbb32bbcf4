using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.References.Csl;

namespace Her2Gen.References.Tagged;

/// <summary>Reads what PubMed exports as <c>.nbib</c>: MEDLINE's display format, each record from its <c>PMID</c> on.</summary>
/// <remarks>A record's key is <c>pmid</c> and its number: <c>pmid11248153</c>.</remarks>
internal static class MedlineReader
{
    private const int TagLength = 4;

    private static readonly string[] Suffixes = ["Jr", "Sr", "2nd", "3rd", "4th", "II", "III", "IV"];

    public static void Read(SourceText source, Library library)
    {
        List<TaggedField> record = [];
        foreach (TaggedField field in TaggedLines.Read(source, TagOf, (offset, length) => library.Refuse(source.At(offset, length), "expected a line `PMID- ` and a number")))
        {
            if (field.Tag == "PMID" && record.Count > 0) End();
            if (field.Tag == "PMID" || record.Count > 0) record.Add(field);
            else library.Refuse(source.At(field.Offset, field.Length), $"`{field.Tag}` stands in no record", "a record starts with `PMID- `");
        }

        if (record.Count > 0) End();

        void End()
        {
            ReadRecord(record, source, library);
            record = [];
        }
    }

    // Four columns for the tag, a hyphen, a space.
    private static (string, int)? TagOf(string line)
    {
        if (line.Length <= TagLength || line[TagLength] != '-' || line[0] == ' ') return null;
        string tag = line[..TagLength].TrimEnd();
        return tag.Length > 1 && tag.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) ? (tag, TagLength + 1) : null;
    }

    private static void ReadRecord(List<TaggedField> fields, SourceText source, Library library)
    {
        string pmid = fields[0].Value;
        TaggedRecord record = new(fields, new CslItem("pmid" + pmid, TypeOf(fields)), source);
        record.Put("PMID", pmid, fields[0]);
        ReadTitles(record);
        record.PutNames("author", Author, record.First("FAU") is null ? ["AU", "CN"] : ["FAU", "CN"]);
        record.PutNames("editor", Author, record.First("FED") is null ? ["ED"] : ["FED"]);
        record.Set("volume", null, "VI");
        record.Set("issue", null, "IP");
        record.Set("page", null, "PG");
        record.Set("edition", Ordinals.Number, "EN");
        record.Set("publisher", null, "PB");
        record.Set("language", Languages.Tag, "LA");
        record.Set("abstract", null, "AB");
        if (record.First("PL") is { } place && record.Item.Type is "book" or "chapter") record.Put("publisher-place", place.Value, place);
        ReadDates(record);
        ReadIdentifiers(record);
        if (record.First("OT", "MH") is { } keyword) record.Put("keyword", string.Join(", ", record.All(keyword.Tag).Select(field => field.Value.TrimStart('*'))), keyword);
        if (record.All("PT").FirstOrDefault(field => field.Value == "Retracted Publication") is { } retracted) record.Put("status", "retracted", retracted);
        library.Add(record.Item, source.At(fields[0].Offset, fields[0].Length), record.Places);
    }

    private static string TypeOf(List<TaggedField> fields)
    {
        bool Is(string type) => fields.Any(field => field.Tag == "PT" && field.Value == type);
        if (Is("Preprint")) return "article";
        if (fields.Exists(field => field.Tag == "BTI")) return fields.Exists(field => field.Tag == "TI") ? "chapter" : "book";
        return "article-journal";
    }

    private static void ReadTitles(TaggedRecord record)
    {
        record.Set("title", WithoutStop, "TI", "BTI");
        if (record.Item.Type == "chapter") record.Set("container-title", WithoutStop, "BTI");
        else record.Set("container-title", null, "JT", "TA");
        if (record.First("JT") is not null) record.Set("container-title-short", null, "TA");
        record.Set("collection-title", WithoutStop, "CTI");
        record.Set("original-title", WithoutStop, "TT");
    }

    // MEDLINE ends each title with a full stop, which is none of it.
    private static string WithoutStop(string title) => title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal) ? title[..^1] : title;

    private static CslName Author(TaggedField field)
    {
        string name = field.Value;
        if (field.Tag == "CN") return new CslName(name, "", "", "", "", "");
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        // "Slamon DJ" and "King ML Jr" have no comma; what has no initials is a group.
        int space = comma >= 0 ? comma : FamilyEnd(name);
        if (space < 0) return new CslName(name, "", "", "", "", "");
        string given = name[(space + 1)..].Trim();
        int last = given.LastIndexOf(' ');
        string suffix = last > 0 && Suffixes.Contains(given[(last + 1)..]) ? given[(last + 1)..] : "";
        if (suffix.Length > 0) given = given[..last].TrimEnd(',', ' ');
        return NameParticles.Parse(new CslName("", name[..space].Trim(), comma >= 0 ? given : string.Join(' ', given.Select(c => c)), "", "", suffix));
    }

    // Behind the family name stand initials.
    private static int FamilyEnd(string name)
    {
        string[] words = name.Split(' ');
        int initials = words.Length - (words.Length > 2 && Suffixes.Contains(words[^1]) ? 2 : 1);
        return initials > 0 && words[initials].Length <= 4 && words[initials].All(char.IsAsciiLetterUpper) ? string.Join(' ', words.Take(initials)).Length : -1;
    }

    // "2001 Mar 15", "2001 Mar-Apr", "2001 Dec 28-2002 Jan 4", "2001 Spring".
    private static void ReadDates(TaggedRecord record)
    {
        if (record.First("DP", "PUBM") is { } published) record.Put("issued", Published(published.Value), published);
        else if (record.First("DEP") is { Value.Length: 8 } electronic) record.Put("issued", RawDate.Parse($"{electronic.Value[..4]}-{electronic.Value[4..6]}-{electronic.Value[6..]}"), electronic);
    }

    private static CslDate Published(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [_, var months] && months.Split('-') is [var first, var last]) return RawDate.Parse($"{first} {words[0]} - {last} {words[0]}");
        // A range of days: the first is when it began to be there.
        if (words is [_, _, var days, ..] && days.Contains('-')) words = [words[0], words[1], days.Split('-')[0]];
        return words.Length == 1 ? RawDate.Parse(words[0]) : RawDate.Parse(string.Join(' ', words.Skip(1).Reverse()) + " " + words[0]);
    }

    private static void ReadIdentifiers(TaggedRecord record)
    {
        if (record.All("LID", "AID").FirstOrDefault(field => field.Value.EndsWith("[doi]", StringComparison.Ordinal)) is { } doi) record.Put("DOI", Doi.Bare(doi.Value[..^"[doi]".Length]), doi);
        record.Set("PMCID", null, "PMC");
        record.Set("ISBN", RisReader.WithoutNotes, "ISBN");
        if ((record.All("IS").FirstOrDefault(field => field.Value.Contains("Print", StringComparison.Ordinal)) ?? record.First("IS")) is { } issn) record.Put("ISSN", RisReader.WithoutNotes(issn.Value), issn);
    }
}
