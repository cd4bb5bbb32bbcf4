using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary>Where a page goes, which template draws it, and what it shows: a closed set of records.</summary>
/// <param name="Path">In the output.</param>
/// <param name="Template">Below <c>templates/</c>.</param>
public abstract record Page(FilePath Path, string Template);

/// <summary>A page that shows a text: the article, or one of the texts beside it.</summary>
public sealed record TextPage(FilePath Path, string Template, Manuscript Manuscript) : Page(Path, Template);

/// <summary>What a host shows for an address that it does not have, at that address.</summary>
public sealed record NotFoundPage(FilePath Path, string Template) : Page(Path, Template);

/// <summary>All editions of the site, the newest first.</summary>
public sealed record EditionsPage(FilePath Path, string Template) : Page(Path, Template);

/// <summary>What a page of an edition shows of what came after it: a page that stands by itself, without the layout.</summary>
/// <param name="Edition">The edition.</param>
public sealed record StatusPage(FilePath Path, string Template, EditionId Edition) : Page(Path, Template);

/// <summary>Sends the reader of an address of former days to the one of today: a page that stands by itself, without the layout.</summary>
/// <param name="Target">Where it leads, from this page.</param>
/// <param name="Destination">The page that it leads to.</param>
public sealed record RedirectPage(FilePath Path, string Template, string Target, FilePath Destination) : Page(Path, Template);

/// <summary>What changed between two editions.</summary>
/// <param name="Older">Where the older edition's article is published; null when it is not.</param>
/// <param name="Newer">Where the newer edition's article is published; null when it is not.</param>
public sealed record ChangesPage(FilePath Path, string Template, EditionDiff Diff, FilePath? Older = null, FilePath? Newer = null) : Page(Path, Template)
{
    /// <summary>The same as JSON, beside the page.</summary>
    public FilePath Json => FilePath.Parse(Path.Folder + "changes.json");
}
