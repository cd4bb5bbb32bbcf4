using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Pages;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen.Preview;

/// <summary>The working text beside the newest sealed edition, as the page of changes shows two editions. Nothing is compared before somebody asks.</summary>
internal sealed class WorkingChanges
{
    public static readonly WorkingChanges None = new(FileTree.Empty, FileTree.Empty, before: null);

    /// <summary>Where it is shown.</summary>
    public static readonly FilePath Page = FilePath.Parse("changes/index.html");

    private readonly Lazy<FileTree> files;
    private readonly Lazy<Sealed?> newest;

    // The edition's text is read once, as long as the edition is the same.
    private sealed record Sealed(EditionId Id, ReadOnlyMemory<byte> Article, EditionText Text);

    /// <param name="site">The working text, built, with the editions that it publishes.</param>
    /// <param name="sources">Its sources, for their templates.</param>
    /// <param name="before">The same of the build before.</param>
    public WorkingChanges(FileTree site, FileTree sources, WorkingChanges? before)
    {
        Sealed? known = before?.newest is { IsValueCreated: true } read ? read.Value : null;
        newest = new Lazy<Sealed?>(() => NewestOf(site, known));
        files = new Lazy<FileTree>(() => Compare(site, sources));
    }

    /// <summary>The page and what it loads; none where no edition is sealed, or the texts cannot be read.</summary>
    public FileTree Files => files.Value;

    private FileTree Compare(FileTree site, FileTree sources)
    {
        if (newest.Value is not { } edition || EditionTextReader.Read(site, "", new DiagnosticBag()) is not { } working) return FileTree.Empty;
        ChangesPage page = new(Page, "changes.html", EditionDiff.Of(edition.Text, working), FilePath.Parse($"editions/{edition.Id}/index.html"), PagePlan.Index);
        return ChangesSite.Build(page, new TemplateSet(sources.Under("templates/"), new DiagnosticBag()));
    }

    private static Sealed? NewestOf(FileTree site, Sealed? known)
    {
        EditionId? newest = null;
        foreach (FilePath path in site.Paths)
            if (path.Value.Split('/') is ["editions", "seals", var name, "bagit.txt"] && EditionId.TryParse(name, out EditionId id) && (newest is not { } other || id > other)) newest = id;
        if (newest is not { } found || !site.TryGet(FilePath.Parse($"editions/{found}/index.html"), out ReadOnlyMemory<byte> article)) return null;
        if (known is not null && known.Id == found && known.Article.Equals(article)) return known;
        return EditionTextReader.Read(site.Under($"editions/{found}/"), "", new DiagnosticBag()) is { } text ? new Sealed(found, article, text) : null;
    }
}
