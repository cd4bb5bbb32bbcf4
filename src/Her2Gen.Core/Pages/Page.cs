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

/// <summary>What changed between two editions.</summary>
/// <param name="Older">Where the older edition's article is published; null when it is not.</param>
/// <param name="Newer">Where the newer edition's article is published; null when it is not.</param>
public sealed record ChangesPage(FilePath Path, string Template, EditionDiff Diff, FilePath? Older = null, FilePath? Newer = null) : Page(Path, Template)
{
    /// <summary>The same as JSON, beside the page.</summary>
    public FilePath Json => FilePath.Parse(Path.Folder + "changes.json");
}
