using System.Text;

namespace Her2Gen.References;

/// <summary>A reference as a RIS record (Research Information Systems, tags of 2011): one tag a line, <c>TY</c> first and <c>ER</c> last.</summary>
public static class RisWriter
{
    public static string Write(Reference reference)
    {
        StringBuilder record = new();
        Add("TY", Type(reference.Type));
        foreach (ReferenceName author in reference.Authors) Add("AU", Name(author));
        Add("TI", reference.Title);
        Add("T2", reference.Container);
        Add("PB", reference.Publisher);
        if (reference.Issued.Count > 0)
        {
            Add("PY", $"{reference.Issued[0]:0000}");
            // Year, month and day are parted by slashes, and the slashes stand where a part is not known.
            Add("DA", string.Join('/', Enumerable.Range(0, 3).Select(i => i < reference.Issued.Count ? reference.Issued[i].ToString(i == 0 ? "0000" : "00") : "")) + "/");
        }

        Add("VL", reference.Volume);
        Add("IS", reference.Issue);
        string[] pages = reference.Page.Replace('–', '-').Split('-', 2);
        Add("SP", pages[0]);
        if (pages.Length > 1) Add("EP", pages[1]);
        Add("LA", reference.Language);
        Add("DO", reference.Doi?.Value ?? "");
        Add("AN", reference.Pmid?.Value ?? "");
        Add("UR", reference.Url ?? "");
        return record.Append("ER  - \n").ToString();

        void Add(string tag, string value)
        {
            if (OneLine.Of(value) is { Length: > 0 } line) record.Append($"{tag}  - {line}\n");
        }
    }

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
        "webpage" or "post-weblog" => "ELEC",
        "dataset" => "DATA",
        _ => "GEN",
    };

    // Commas part a name, so that one which holds a comma of its own is written in reading order.
    private static string Name(ReferenceName name)
    {
        if (name.Literal is not null) return name.Literal;
        string family = name.Particle.Length > 0 ? $"{name.Particle} {name.Family}" : name.Family;
        string[] parts = [family, name.Given, name.Suffix];
        return parts.Any(part => part.Contains(','))
            ? string.Join(' ', new[] { name.Given, family, name.Suffix }.Where(part => part.Length > 0))
            : string.Join(", ", parts.Where((part, i) => i == 0 || part.Length > 0));
    }
}
