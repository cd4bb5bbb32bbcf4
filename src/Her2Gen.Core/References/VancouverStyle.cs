using System.Text;

namespace Her2Gen.References;

/// <summary>References as the U.S. National Library of Medicine sets them ("Citing Medicine", second edition), which ICMJE journals call Vancouver style.</summary>
public static class VancouverStyle
{
    // Citing Medicine, chapter 1: list the first six, then "et al.".
    private const int MostAuthors = 6;

    /// <summary>The reference as plain text, without its identifiers: <c>Slamon DJ, Clark GM, Wong SG. Title. Science. 1987;235(4785):177-82.</c></summary>
    public static string Format(Reference reference)
    {
        StringBuilder text = new();
        Sentence(text, string.Join(", ", Authors(reference)));
        Sentence(text, reference.Title);
        Sentence(text, reference.Container);
        string year = reference.Issued.Count > 0 ? reference.Issued[0].ToString() : "";
        if (reference.Container.Length == 0 && reference.Publisher.Length > 0)
        {
            Sentence(text, year.Length > 0 ? $"{reference.Publisher}; {year}" : reference.Publisher);
            return text.ToString();
        }

        string volume = reference.Volume + (reference.Issue.Length > 0 ? $"({reference.Issue})" : "");
        string issue = string.Join(';', new[] { year, volume }.Where(part => part.Length > 0));
        Sentence(text, string.Join(':', new[] { issue, Pages(reference.Page) }.Where(part => part.Length > 0)));
        return text.ToString();
    }

    /// <summary>The names as running text has them: <c>Slamon et al.</c>, <c>Clynes and Towers</c>.</summary>
    public static string InText(Reference reference)
    {
        IReadOnlyList<ReferenceName> authors = reference.Authors;
        return authors.Count switch
        {
            0 => reference.Title,
            1 => Family(authors[0]),
            2 when authors[1].Literal is null => $"{Family(authors[0])} and {Family(authors[1])}",
            _ => $"{Family(authors[0])} et al.",
        };
    }

    private static IEnumerable<string> Authors(Reference reference)
    {
        IEnumerable<string> names = reference.Authors.Select(Name);
        return reference.Authors.Count > MostAuthors ? names.Take(MostAuthors).Append("et al.") : names;
    }

    private static string Name(ReferenceName name)
    {
        if (name.Literal is not null) return name.Literal;
        string initials = string.Concat(name.Given.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0])));
        return string.Join(' ', new[] { Family(name), initials, name.Suffix }.Where(part => part.Length > 0));
    }

    private static string Family(ReferenceName name) => name.Literal ?? (name.Particle.Length > 0 ? $"{name.Particle} {name.Family}" : name.Family);

    // The last page drops the digits that it shares with the first: 783-792 becomes 783-92. "Citing Medicine" sets a hyphen.
    private static string Pages(string pages)
    {
        pages = pages.Replace('–', '-');
        string[] ends = pages.Split('-');
        if (ends.Length != 2 || ends[0].Length != ends[1].Length || !ends[0].AsSpan().ContainsOnlyDigits() || !ends[1].AsSpan().ContainsOnlyDigits()) return pages;
        int shared = ends[0].Zip(ends[1]).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared == ends[0].Length ? ends[0] : $"{ends[0]}-{ends[1][shared..]}";
    }

    private static void Sentence(StringBuilder text, string sentence)
    {
        if (sentence.Length == 0) return;
        if (text.Length > 0) text.Append(' ');
        text.Append(sentence);
        if (sentence[^1] is not ('.' or '?' or '!')) text.Append('.');
    }
}
