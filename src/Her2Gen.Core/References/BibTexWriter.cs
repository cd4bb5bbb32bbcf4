using System.Text;

namespace Her2Gen.References;

/// <summary>A reference as a BibTeX entry, in UTF-8, with the fields that BibTeX and biblatex share.</summary>
/// <remarks>BibTeX counts braces even behind a backslash, so that a brace of the text is written as a command.</remarks>
public static class BibTexWriter
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Write(Reference reference)
    {
        StringBuilder entry = new($"@{EntryType(reference.Type)}{{{Key(reference.Key)}");
        Add("author", string.Join(" and ", reference.Authors.Select(Name)));
        // Braced twice: no style may set HER2 as Her2.
        Add("title", reference.Title.Length == 0 ? "" : $"{{{Escape(reference.Title)}}}");
        Add(ContainerField(reference.Type), Escape(reference.Container));
        Add(PublisherField(reference.Type), Escape(reference.Publisher));
        if (reference.Issued.Count > 0) Add("year", $"{reference.Issued[0]}");
        if (reference.Issued.Count > 1 && reference.Issued[1] is >= 1 and <= 12) entry.Append($",\n  month = {Months[reference.Issued[1] - 1]}");
        if (reference.Issued.Count > 2) Add("day", $"{reference.Issued[2]}");
        Add("volume", Escape(reference.Volume));
        Add("number", Escape(reference.Issue));
        Add("pages", string.Join("--", reference.Page.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Escape)));
        Add("language", Escape(reference.Language));
        Add("doi", Verbatim(reference.Doi?.Value ?? ""));
        Add("pmid", reference.Pmid?.Value ?? "");
        Add("url", reference.Url?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal) ?? "");
        return entry.Append("\n}\n").ToString();

        void Add(string field, string value)
        {
            if (value.Length > 0) entry.Append($",\n  {field} = {{{value}}}");
        }
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
        _ => "misc",
    };

    private static string ContainerField(string type) => EntryType(type) switch
    {
        "article" => "journal",
        "online" or "misc" => "howpublished",
        _ => "booktitle",
    };

    private static string PublisherField(string type) => EntryType(type) switch
    {
        "techreport" => "institution",
        "phdthesis" => "school",
        "online" or "misc" => "organization",
        _ => "publisher",
    };

    private static string Key(string key) => string.Concat(key.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '/' or '+'));

    private static string Name(ReferenceName name)
    {
        if (name.Literal is not null) return $"{{{Escape(name.Literal)}}}";
        string family = Part(name.Particle.Length > 0 ? $"{name.Particle} {name.Family}" : name.Family);
        return string.Join(", ", new[] { family, Part(name.Suffix), Part(name.Given) }.Where((part, i) => i == 0 || part.Length > 0));
    }

    // A comma or the word "and" inside braces parts nothing.
    private static string Part(string part)
    {
        string escaped = Escape(part);
        return escaped.Contains(',') || $" {escaped} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) ? $"{{{escaped}}}" : escaped;
    }

    // Identifiers and addresses are not typeset, and stand as they are while they hold nothing that ends a field.
    private static string Verbatim(string value) => value.AsSpan().IndexOfAny("{}\\") < 0 ? value : Escape(value);

    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in OneLine.Of(text))
        {
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
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    // TeX would set two hyphens as a dash, two quotes as one, and turn a sign round.
    private static bool IsLigature(char one, char other) => (one, other) is ('-', '-') or ('\'', '\'') or ('`', '`') or ('?', '`') or ('!', '`') or (',', ',');
}
