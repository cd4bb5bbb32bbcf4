using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary>The pages of a site: flat names, so that links between them are the same everywhere.</summary>
public static class PagePlan
{
    public static readonly FilePath Index = FilePath.Parse("index.html");
    public static readonly FilePath NotFound = FilePath.Parse("404.html");
    public static readonly FilePath Editions = FilePath.Parse("editions/index.html");

    /// <param name="editions">What the site knows of editions.</param>
    public static IReadOnlyList<Page> Of(Article article, SiteEditions editions) =>
    [
        new TextPage(Index, "article.html", article.Main),
        .. article.Pages.Select(page => new TextPage(OutputOf(page.Path), "page.html", page)),
        // A host shows it at its own addresses, and never from an edition's folder.
        .. editions.Drawn is null ? [new NotFoundPage(NotFound, "not-found.html")] : (Page[])[],
        .. OfEditions(article, editions),
    ];

    // Nothing that tells of editions stands in one: it could not be kept true.
    private static IEnumerable<Page> OfEditions(Article article, SiteEditions editions)
    {
        if (editions.Drawn is not null) yield break;
        foreach (Notice notice in article.Notices) yield return new TextPage(OutputOf(notice.Manuscript.Path), "notice.html", notice.Manuscript);
        foreach (SealedEdition edition in editions.Sealed) yield return new StatusPage(StatusOf(edition.Id), "status.html", edition.Id);
        if (editions.Sealed.Count > 0) yield return new EditionsPage(Editions, "editions.html");
    }

    /// <summary>Where it is said how an edition stands today.</summary>
    public static FilePath StatusOf(EditionId id) => FilePath.Parse($"editions/status/{id}.html");

    /// <summary>The page of what changed between two editions: <c>changes/2025-01-03_2026-11-23/</c>.</summary>
    /// <param name="older">The older edition's id; one that no path can hold is a fault of the caller.</param>
    /// <param name="newer">The newer edition's id.</param>
    /// <param name="arePublished">Whether both are on the site, below <c>editions/</c>.</param>
    public static ChangesPage Changes(string older, string newer, EditionDiff diff, bool arePublished) => new(
        FilePath.Parse($"changes/{older}_{newer}/index.html"),
        "changes.html",
        diff,
        arePublished ? FilePath.Parse($"editions/{older}/index.html") : null,
        arePublished ? FilePath.Parse($"editions/{newer}/index.html") : null);

    /// <summary>Whether a file below <c>content/</c> becomes a page, if it is there.</summary>
    public static bool IsManuscript(FilePath path) => path.Value == "article.md" || ArticleReader.IsPage(path) || ArticleReader.IsNotice(path);

    /// <summary>Where a page goes that is named without its ending: <c>evidence</c>.</summary>
    public static FilePath OutputOf(string page) => FilePath.Parse(page + ".html");

    /// <summary>Where a Markdown file's page goes.</summary>
    /// <param name="manuscript">Below <c>content/</c>: <c>pages/about.md</c> goes to <c>about.html</c>.</param>
    public static FilePath OutputOf(FilePath manuscript) => manuscript.Value == "article.md" ? Index : FilePath.Parse((ArticleReader.IsNotice(manuscript) ? manuscript.Folder : "") + manuscript.Stem + ".html");
}
