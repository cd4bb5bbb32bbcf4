using System.Text;
using Her2Gen.References.Csl;

namespace Her2Gen.References.BibTex;

/// <summary>A reference as a BibTeX entry, in UTF-8, with the fields that BibTeX and biblatex share, and biblatex's where BibTeX has none.</summary>
/// <remarks>BibTeX counts braces even behind a backslash, so that a brace of the text is written as a command.</remarks>
public static class BibTexWriter
{
    private const string Protects = "<span class=\"nocase\">";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Write(Reference reference)
    {
        CslItem item = reference.Item;
        StringBuilder entry = new($"@{EntryType(item.Type)}{{{Key(item.Id)}");
        foreach ((string field, string variable) in (ReadOnlySpan<(string, string)>)[("author", "author"), ("editor", "editor"), ("translator", "translator")])
            Add(field, string.Join(" and ", item.Names(variable).Select(Name)));
        Add("title", Title(item.Text("title")));
        Add(ContainerField(item.Type), ContainerField(item.Type) == "journal" ? Rich(item.Text("container-title")) : Title(item.Text("container-title")));
        Add("shortjournal", Rich(item.Text("container-title-short")));
        Add("series", Rich(item.Text("collection-title")));
        Add(PublisherField(item.Type), Rich(item.Text("publisher")));
        Add("address", Rich(item.Text("publisher-place")));
        AddDate(item.Date("issued"));
        Add("edition", Rich(item.Text("edition")));
        Add("volume", Rich(item.Text("volume")));
        Add("number", Rich(item.Text("issue") ?? item.Text("number") ?? item.Text("collection-number")));
        Add("pages", string.Join("--", (item.Text("page") ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Escape)));
        Add("type", Rich(item.Text("genre")));
        Add("pubstate", Rich(item.Text("status")));
        Add("isbn", Escape(item.Text("ISBN") ?? ""));
        Add("issn", Escape(item.Text("ISSN") ?? ""));
        Add("language", Escape(item.Language));
        Add("doi", Verbatim(reference.Doi?.Value ?? ""));
        Add("pmid", reference.Pmid?.Value ?? "");
        Add("pmcid", Escape(item.Text("PMCID") ?? ""));
        Add("url", reference.Url?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal) ?? "");
        if (item.Date("accessed") is { Start.Year: > 0 } accessed) Add("urldate", Edtf(accessed.Start));
        return entry.Append("\n}\n").ToString();

        void Add(string field, string value)
        {
            if (value.Length > 0) entry.Append($",\n  {field} = {{{value}}}");
        }

        void AddDate(CslDate? date)
        {
            if (date is null) return;
            if (date.End is not null || date.Circa || date.Start.Month > 12 || date.Start.Year < 0)
            {
                Add("date", Edtf(date.Start) + (date.Circa ? "~" : "") + (date.End is { } end ? "/" + Edtf(end) : ""));
                return;
            }

            Add("year", date.Start.Year > 0 ? $"{date.Start.Year}" : Escape(date.Literal));
            if (date.Start.Month > 0) entry.Append($",\n  month = {Months[date.Start.Month - 1]}");
            if (date.Start.Day > 0) Add("day", $"{date.Start.Day}");
        }
    }

    private static string Edtf(CslDatePoint point)
    {
        string year = point.Year < 0 ? $"-{-point.Year:0000}" : $"{point.Year:0000}";
        int month = point.Month > 12 ? point.Month + 8 : point.Month;
        return month == 0 ? year : point.Day == 0 || month > 12 ? $"{year}-{month:00}" : $"{year}-{month:00}-{point.Day:00}";
    }

    private static string EntryType(string type) => type switch
    {
        "article-journal" or "article-magazine" or "article-newspaper" or "article" => "article",
        "book" => "book",
        "chapter" => "incollection",
        "paper-conference" => "inproceedings",
        "report" => "techreport",
        "thesis" => "phdthesis",
        "webpage" or "post-weblog" => "online",
        "manuscript" => "unpublished",
        "patent" => "patent",
        "dataset" => "dataset",
        "software" => "software",
        _ => "misc",
    };

    private static string ContainerField(string type) => EntryType(type) == "article" ? "journal" : "booktitle";

    private static string PublisherField(string type) => EntryType(type) switch
    {
        "techreport" => "institution",
        "phdthesis" => "school",
        "online" or "misc" => "organization",
        _ => "publisher",
    };

    private static string Key(string key) => string.Concat(key.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '/' or '+'));

    private static string Name(CslName name)
    {
        if (name.Literal.Length > 0) return name.Literal == "et al." ? "others" : $"{{{Escape(name.Literal)}}}";
        // Braces keep a family name together that starts small and has no particle.
        string family = name.Family.Length > 0 && char.IsLower(name.Family[0]) ? $"{{{Escape(name.Family)}}}" : Part(name.Family);
        string particles = string.Join(' ', new[] { name.DroppingParticle, name.NonDroppingParticle }.Where(particle => particle.Length > 0).Select(Escape));
        return string.Join(", ", new[] { particles.Length > 0 ? $"{particles} {family}" : family, Part(name.Suffix), Part(name.Given) }.Where((part, i) => i == 0 || part.Length > 0));
    }

    // A comma or the word "and" inside braces parts nothing.
    private static string Part(string part)
    {
        string escaped = Escape(part);
        return escaped.Contains(',') || $" {escaped} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) ? $"{{{escaped}}}" : escaped;
    }

    // Braced twice, no style may set HER2 as Her2; but a title that says what to protect says it still.
    private static string Title(string? title)
    {
        if (string.IsNullOrEmpty(title)) return "";
        return title.Contains(Protects, StringComparison.Ordinal) ? Rich(title) : $"{{{Rich(title)}}}";
    }

    private static string Rich(string? text) => RichWords.Select(text ?? "", Command, Escape);

    private static string Command(string tag) => tag switch
    {
        "<i>" => "\\emph{",
        "<b>" => "\\textbf{",
        "<sup>" => "\\textsuperscript{",
        "<sub>" => "\\textsubscript{",
        Protects => "{",
        _ => tag[1] == '/' ? "}" : "\\textsc{",
    };

    // Identifiers and addresses are not typeset, and stand as they are while they hold nothing that ends a field.
    private static string Verbatim(string value) => value.AsSpan().IndexOfAny("{}\\") < 0 ? value : Escape(value);

    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            if (char.IsControl(c) && !char.IsWhiteSpace(c)) continue;
            if (escaped.Length > 0 && IsLigature(escaped[^1], c)) escaped.Append("{}");
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '{' => escaped.Append("\\textbraceleft{}"),
                '}' => escaped.Append("\\textbraceright{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '<' => escaped.Append("\\textless{}"),
                '>' => escaped.Append("\\textgreater{}"),
                '|' => escaped.Append("\\textbar{}"),
                '\u00A0' => escaped.Append('~'),
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                _ when char.IsWhiteSpace(c) && c is < '\u0100' or '\u2028' or '\u2029' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    // TeX would set two hyphens as a dash, two quotes as one, and turn a sign round.
    private static bool IsLigature(char one, char other) => (one, other) is ('-', '-') or ('\'', '\'') or ('`', '`') or ('?', '`') or ('!', '`') or (',', ',');
}
