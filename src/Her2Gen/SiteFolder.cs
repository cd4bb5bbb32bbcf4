using Her2Gen.Articles;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen;

/// <summary>A site's folder on disk: <c>content/</c>, and <c>templates/</c> over the default theme.</summary>
/// <param name="Root">On disk.</param>
internal sealed record SiteFolder(string Root)
{
    /// <summary>Where the author's files are, when that is not the site's own <c>content/</c>.</summary>
    public string? OtherContent { get; init; }

    /// <summary>All templates, in place of the theme and the site's own: those of another day.</summary>
    public string? OtherTemplates { get; init; }

    private string EditionsFolder => Path.Combine(Root, "content", "editions");

    /// <summary>What an author wrote, with the theme's files where the author has none, and the sealed editions. Null when there is nothing to read.</summary>
    public FileTree? ReadSources(DiagnosticBag diagnostics)
    {
        string contentFolder = OtherContent ?? Path.Combine(Root, "content");
        if (FolderReader.Read(contentFolder, "content/", diagnostics, except: EditionArchive.Folder) is not { } content) return null;
        FoundFolder editions = ReadEditions(diagnostics);
        foreach ((_, BagContents contents) in EditionArchive.Bags(editions, EditionArchive.Folder, new DiagnosticBag())) BagCheck.ReportOdd(contents, diagnostics);
        return ReadTemplates(diagnostics).With(new FileTree(content)).With(editions.Within(EditionArchive.Folder).Files);
    }

    /// <summary>The folder of sealed editions as it is; empty when there is none. What an interrupted sealing left is passed over.</summary>
    public FoundFolder ReadEditions(DiagnosticBag diagnostics)
    {
        FoundFolder found = Directory.Exists(EditionsFolder) ? BagFolder.Read(EditionsFolder, diagnostics) ?? FoundFolder.Empty : FoundFolder.Empty;
        bool IsKept(string path) => !EditionArchive.IsLeftover(path.Split('/')[0]);
        return new FoundFolder(new FileTree(found.Files.Where(file => IsKept(file.Key.Value))), [.. found.Odd.Where(odd => IsKept(odd.Path))]);
    }

    // In a published edition a template may not look like a page: nobody should read, index or check it as one.
    private const string TemplateEnding = ".scriban";

    /// <summary>Sources as an edition keeps them: templates have an ending of their own, which reading takes away again.</summary>
    public static FileTree WithTemplatesNamed(FileTree sources) => new(sources.Select(file =>
        file.Key.Value.StartsWith("templates/", StringComparison.Ordinal) && TemplateSet.IsDrawn(file.Key) ? KeyValuePair.Create(FilePath.Parse(file.Key + TemplateEnding), file.Value) : file));

    private static FilePath WithoutEnding(FilePath path) =>
        path.Extension == TemplateEnding && path.Stem.Length > 0 ? FilePath.Parse(path.Value[..^TemplateEnding.Length]) : path;

    /// <summary>The theme, with the site's own files over it, below <c>templates/</c>.</summary>
    public FileTree ReadTemplates(DiagnosticBag diagnostics)
    {
        string ownTemplates = OtherTemplates ?? Path.Combine(Root, "templates");
        IReadOnlyList<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> templates = OtherTemplates is not null || Directory.Exists(ownTemplates) ? FolderReader.Read(ownTemplates, "templates/", diagnostics) ?? [] : [];
        FileTree own = new(templates.Where(file => file.Key.Value != "templates/README.md").Select(file => KeyValuePair.Create(WithoutEnding(file.Key), file.Value)));
        return OtherTemplates is not null ? own : new FileTree(Embedded.Under("templates/").Select(file => KeyValuePair.Create(FilePath.Parse("templates/" + file.Key), file.Value))).With(own);
    }

    /// <summary>Reads, builds and checks; sealed editions are verified, copied and never built again. Null when there is no site to speak of; what is wrong is in the bag.</summary>
    /// <param name="today">The day that dates of review are compared with, for findings only; null where the day is not asked about.</param>
    /// <param name="sealing">The edition that is drawn, to be sealed; null for the current site.</param>
    /// <param name="memo">What the build before made; null to make everything.</param>
    public static Site? Build(FileTree sources, DiagnosticBag diagnostics, DateOnly? today = null, EditionFacts? sealing = null, Memo? memo = null)
    {
        memo ??= Memo.None;
        (Article? written, TemplateSet templates) = Read(sources, diagnostics, memo);
        if (written is not { } article) return null;
        if (today is { } day) CheckReviewDates(article, day, diagnostics, memo);
        IReadOnlyList<SealedEdition> sealedEditions = sealing is null ? ReadSealed(sources, diagnostics, memo) : [];
        SiteEditions editions = sealing is null ? SiteEditions.Published(sealedEditions, sources) : SiteEditions.Drawing(sealing);
        if (sealing is null) NoticeCheck.Check(article, sealedEditions, diagnostics);
        Site site = SiteBuilder.Build(article, templates.Reporting(diagnostics), diagnostics, editions, memo);
        FileTree files = WithEditions(site.Files, sealedEditions, diagnostics, memo);
        SiteChecker.Check(files, site.Sources, SiteAddress.Of(site.Address), diagnostics, sealing is null ? null : EditionExits.AllOf(sealing, site.Address), memo);
        diagnostics.Settle();
        return site with { Files = files };
    }

    // Each takes a good part of a small build. What is remembered is not worth a thread.
    private static (Article? Article, TemplateSet Templates) Read(FileTree sources, DiagnosticBag diagnostics, Memo memo)
    {
        FileTree themed = sources.Under("templates/");
        Article? Written() => ArticleReader.Read(sources, diagnostics, memo);
        TemplateSet Parsed() => memo.Of("templates", [themed], diagnostics, found => new TemplateSet(themed, found));
        return memo == Memo.None ? InParallel.Both(Written, Parsed) : (Written(), Parsed());
    }

    private static void CheckReviewDates(Article article, DateOnly today, DiagnosticBag diagnostics, Memo memo)
    {
        FrontMatter[] fronts = [.. article.Manuscripts.Select(manuscript => manuscript.Front)];
        memo.Of("review dates", [today, fronts], diagnostics, found =>
        {
            StatusCheck.CheckReviewDates(fronts, today, found);
            return true;
        });
    }

    private static IReadOnlyList<SealedEdition> ReadSealed(FileTree sources, DiagnosticBag diagnostics, Memo memo)
    {
        FileTree files = sources.Under(EditionArchive.Folder);
        return memo.Of("sealed", [files], diagnostics, found => files.Count == 0 ? [] : EditionArchive.Verify(EditionArchive.Bags(new FoundFolder(files, []), EditionArchive.Folder, found), found));
    }

    private static FileTree WithEditions(FileTree drawn, IReadOnlyList<SealedEdition> editions, DiagnosticBag diagnostics, Memo memo)
    {
        if (editions.Count == 0) return drawn;
        FileTree published = memo.Of("published", [editions], diagnostics, _ => EditionArchive.Publish(editions));
        foreach (FilePath path in drawn.Paths.Where(published.Contains))
            diagnostics.Add(Rules.OutputCollision, Location.Of(path.Value), "a sealed edition has this file", "nothing is built into an edition's folder");
        return drawn.With(published);
    }
}
