using Her2Gen.Articles;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen;

/// <summary>A site's folder on disk: <c>content/</c>, and <c>templates/</c> over the default theme.</summary>
/// <param name="Root">On disk.</param>
internal sealed record SiteFolder(string Root)
{
    /// <summary>What an author wrote, with the theme's files where the author has none. Null when there is nothing to read.</summary>
    public FileTree? ReadSources(DiagnosticBag diagnostics)
    {
        if (FolderReader.Read(Path.Combine(Root, "content"), "content/", diagnostics) is not { } content) return null;
        string ownTemplates = Path.Combine(Root, "templates");
        IReadOnlyList<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> templates = Directory.Exists(ownTemplates) ? FolderReader.Read(ownTemplates, "templates/", diagnostics) ?? [] : [];
        FileTree theme = new(Embedded.Under("templates/").Select(file => KeyValuePair.Create(FilePath.Parse("templates/" + file.Key), file.Value)));
        return theme.With(new FileTree(content.Concat(templates).Where(file => file.Key.Value != "templates/README.md")));
    }

    /// <summary>Reads, builds and checks. Null when there is no site to speak of; what is wrong is in the bag.</summary>
    /// <param name="today">The day that dates of review are compared with, for findings only; null where the day is not asked about.</param>
    public static Site? Build(FileTree sources, DiagnosticBag diagnostics, DateOnly? today = null)
    {
        if (ArticleReader.Read(sources, diagnostics) is not { } article) return null;
        if (today is { } day) StatusCheck.CheckReviewDates(article, day, diagnostics);
        Site site = SiteBuilder.Build(article, new TemplateSet(sources.Under("templates/"), diagnostics), diagnostics);
        SiteChecker.Check(site.Files, site.Sources, SiteAddress.Of(site.Address), diagnostics);
        return site;
    }
}
