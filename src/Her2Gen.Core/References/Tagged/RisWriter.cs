using System.Text;
using Her2Gen.References.Csl;

namespace Her2Gen.References.Tagged;

/// <summary>A reference as a RIS record (Research Information Systems, tags of 2011): one tag a line, <c>TY</c> first and <c>ER</c> last.</summary>
public static class RisWriter
{
    public static string Write(Reference reference)
    {
        CslItem item = reference.Item;
        StringBuilder record = new();
        Add("TY", Type(item.Type));
        Add("ID", item.Id);
        AddNames("AU", "author");
        AddNames(item.Type == "book" && item.Names("author").Count == 0 ? "A2" : "ED", "editor");
        AddNames("A3", "collection-editor");
        AddNames("A4", "translator");
        Add("TI", Plain(item.Text("title")));
        Add("T2", Plain(item.Text("container-title")));
        Add("J2", Plain(item.Text("container-title-short")));
        Add("T3", Plain(item.Text("collection-title")));
        Add("PB", Plain(item.Text("publisher")));
        Add("CY", Plain(item.Text("publisher-place")));
        AddDate(item.Date("issued"));
        Add("VL", item.Text("volume"));
        Add("IS", item.Text("issue"));
        Add("ET", item.Text("edition"));
        string[] pages = (item.Text("page") ?? "").Replace('–', '-').Split('-', 2);
        Add("SP", pages[0]);
        if (pages.Length > 1) Add("EP", pages[1]);
        Add("SN", item.Text("ISBN") ?? item.Text("ISSN"));
        Add("M3", item.Text("genre"));
        Add("LA", item.Text("language"));
        Add("DO", reference.Doi?.Value);
        Add("AN", reference.Pmid?.Value);
        Add("C2", item.Text("PMCID"));
        Add("UR", reference.Url);
        if (item.Date("accessed") is { Start.Year: > 0 } accessed) Add("Y2", Slashed(accessed));
        Add("AB", Plain(item.Text("abstract")));
        return record.Append("ER  - \n").ToString();

        void Add(string tag, string? value)
        {
            if (OneLine.Of(value ?? "") is { Length: > 0 } line) record.Append($"{tag}  - {line}\n");
        }

        void AddNames(string tag, string variable)
        {
            foreach (CslName name in item.Names(variable)) Add(tag, Name(name));
        }

        void AddDate(CslDate? date)
        {
            if (date is null || date.Start.Year <= 0) return;
            Add("PY", $"{date.Start.Year:0000}");
            Add("DA", Slashed(date));
        }
    }

    // Year, month and day are parted by slashes, and the slashes stand where a part is not known.
    private static string Slashed(CslDate date)
    {
        (int year, int month, int day) = (date.Start.Year, date.Start.Month is >= 1 and <= 12 ? date.Start.Month : 0, date.Start.Day);
        return $"{year:0000}/{(month > 0 ? $"{month:00}" : "")}/{(month > 0 && day > 0 ? $"{day:00}" : "")}/";
    }

    // RIS has no markup.
    private static string Plain(string? text) => RichWords.Plain(text ?? "");

    private static string Type(string type) => type switch
    {
        "article-journal" => "JOUR",
        "article-magazine" => "MGZN",
        "article-newspaper" => "NEWS",
        "book" => "BOOK",
        "chapter" => "CHAP",
        "paper-conference" => "CPAPER",
        "report" => "RPRT",
        "thesis" => "THES",
        "webpage" => "ELEC",
        "post-weblog" => "BLOG",
        "dataset" => "DATA",
        "software" => "COMP",
        "patent" => "PAT",
        "motion_picture" => "VIDEO",
        "song" => "SOUND",
        "map" => "MAP",
        "graphic" => "ART",
        "manuscript" => "UNPB",
        "article" => "PREPRINT",
        "pamphlet" => "PAMP",
        "standard" => "STAND",
        "legal_case" => "CASE",
        "legislation" => "STAT",
        "bill" => "BILL",
        "hearing" => "HEAR",
        "personal_communication" => "PCOMM",
        "entry-encyclopedia" => "ENCYC",
        "entry-dictionary" => "DICT",
        "periodical" => "SER",
        _ => "GEN",
    };

    // Commas part a name, so that one which holds a comma of its own is written in reading order.
    private static string Name(CslName name)
    {
        if (name.Literal.Length > 0) return name.Literal;
        string[] parts = [name.FamilyWithParticles, name.Given, name.Suffix];
        return parts.Any(part => part.Contains(','))
            ? string.Join(' ', new[] { name.Given, name.FamilyWithParticles, name.Suffix }.Where(part => part.Length > 0))
            : string.Join(", ", parts.Where((part, i) => i == 0 || part.Length > 0));
    }
}
