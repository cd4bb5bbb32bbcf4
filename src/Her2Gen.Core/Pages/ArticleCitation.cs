using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;

namespace Her2Gen.Pages;

/// <summary>The article as a work that others cite.</summary>
public static class ArticleCitation
{
    private const string Stem = "cite/article";

    /// <summary>The record that the downloads, the line to cite and the head of the page are all made from.</summary>
    /// <remarks>Dated by this edition. A web page (CSL): no journal is made up. The address is the site's, when that is known.</remarks>
    /// <param name="edition">The edition that is drawn, which is cited by its own address; null for the current text.</param>
    public static Reference Of(Article article, EditionFacts? edition)
    {
        FrontMatter front = article.Main.Front;
        CslItem item = new CslItem(Key(front), "webpage")
            .With("title", front.Title)
            .With("author", [.. front.Authors.Select(Name)])
            .With("publisher", article.Settings.Publisher)
            .With("language", front.Lang ?? article.Settings.Lang)
            .With("DOI", front.Doi?.Value ?? "")
            .With("URL", AddressOf(article.Settings.Address, edition) ?? "");
        if (front.Date is { } date) item.With("issued", new CslDate(new CslDatePoint(date.Year, date.Month, date.Day), null));
        return new Reference(item, Location.Of(article.Main.File));
    }

    /// <summary>The line to cite in the article's style, without DOI and address, which stand behind it as links.</summary>
    public static string Text(Article article, Reference citation)
    {
        CslItem item = citation.Item.Without("DOI", "URL").With("author", [.. citation.Authors.Select(NameParticles.Parse)]);
        return new CslProcessor(article.Style, article.Words, [item], []).EntryText(item.Id);
    }

    /// <summary>Where the record is published in a format.</summary>
    public static FilePath PathOf(CitationFormat format) => FilePath.Parse(Stem + format.Extension);

    private static string? AddressOf(string? site, EditionFacts? edition) => site is null || edition is null ? site : EditionExits.Dated(site, edition.Id);

    // Particles are told apart where that leaves the name as the page shows it.
    private static CslName Name(Contributor author)
    {
        CslName name = new(author.Collective ?? "", author.Family, author.Given, "", "", "");
        CslName parsed = NameParticles.Parse(name);
        return parsed.Suffix.Length == 0 && $"{parsed.Given} {parsed.FamilyWithParticles}" == $"{name.Given} {name.Family}" ? parsed : name;
    }

    // Reference managers take ASCII letters and digits in every format.
    private static string Key(FrontMatter front)
    {
        string name = front.Authors is [var first, ..] ? first.Collective ?? first.Family : "";
        string letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return (letters.Length > 0 ? letters : "article") + front.Date?.Year;
    }
}
