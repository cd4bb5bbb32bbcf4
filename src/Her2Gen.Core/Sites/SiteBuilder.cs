using System.Text;
using Her2Gen.Articles;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Markup;
using Her2Gen.Pages;
using Her2Gen.References;
using Her2Gen.Templates;
using Scriban.Runtime;

namespace Her2Gen.Sites;

/// <summary>Plans the pages, draws each, and adds assets and the files that stand once for the site.</summary>
public sealed class SiteBuilder
{
    private const string FileTemplates = "files/";
    private const string DataFolder = "data/";

    private static readonly Dictionary<string, string> CardMediaTypes = new(StringComparer.Ordinal) { [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg" };

    private readonly Article article;
    private readonly TemplateSet templates;
    private readonly DiagnosticBag diagnostics;
    private readonly ScriptObject site;
    private readonly AssetTable assets;
    private readonly string basePath;
    private readonly TermIndex? terms;
    private readonly Bibliographies bibliographies;
    private readonly SiteEditions editions;
    private readonly IReadOnlyList<ChangesPage> changes;
    private readonly Redirects redirects;
    private Page[]? planned;
    private Assembled? assembled;

    // Whole where no two files had one name.
    private sealed record Assembled(
        DrawnPage[] Drawn, IReadOnlyList<(FilePath, ReadOnlyMemory<byte>, string)> Around, PageUse Use, FileTree Files, PathTable<PageSources> Sources, bool IsWhole);

    private SiteBuilder(Article article, TemplateSet templates, DiagnosticBag diagnostics, SiteEditions editions, IReadOnlyList<ChangesPage> changes)
    {
        this.editions = editions;
        this.changes = changes;
        this.article = article;
        this.templates = templates;
        this.diagnostics = diagnostics;
        terms = article.Glossary is { } glossary ? new TermIndex(glossary, article.Settings.Names) : null;
        bibliographies = new Bibliographies(article);
        assets = new AssetTable(article.Files.With(templates.Files.Under(AssetTable.Folder)), Publish);
        redirects = new Redirects(article, diagnostics);
        site = PageModel.Site(article, DataFiles(), Card(), editions, changes);
        site["glossary"] = GlossaryModel.Whole(article.Glossary, terms);
        site.IsReadOnly = true;
        basePath = article.Settings.Address is { } address ? new Uri(address).AbsolutePath : "/";
        SourceTemplates = new FileTree(templates.Files.Select(file => KeyValuePair.Create(FilePath.Parse("templates/" + file.Key), file.Value)));
    }

    // By the paths that an author knows them by.
    private FileTree SourceTemplates { get; }

    /// <summary>The site. What could not be drawn is reported and left out.</summary>
    /// <param name="editions">What it knows of editions: it shows what changed between each two that follow one another.</param>
    /// <param name="memo">What the build before drew; null to draw everything.</param>
    public static Site Build(Article article, TemplateSet templates, DiagnosticBag diagnostics, SiteEditions editions, Memo? memo = null)
    {
        memo ??= Memo.None;
        return Build(article, templates, diagnostics, editions, memo.Of("changes", [editions.Sealed], diagnostics, _ => EditionPages.Changes(editions)), memo);
    }

    /// <summary>A site without sealed editions.</summary>
    /// <param name="changes">Pages of what changed between two editions.</param>
    public static Site Build(Article article, TemplateSet templates, DiagnosticBag diagnostics, params IReadOnlyList<ChangesPage> changes) =>
        Build(article, templates, diagnostics, SiteEditions.None, changes, Memo.None);

    private static Site Build(Article article, TemplateSet templates, DiagnosticBag diagnostics, SiteEditions editions, IReadOnlyList<ChangesPage> changes, Memo memo)
    {
        // What pages show of each other. Their texts are not among it, and may change without it.
        object?[] shared =
        [
            article.Settings, article.Library, article.Data, article.Files, article.Glossary, article.Style, article.Words, templates.Files,
            article.Manuscripts.Select(manuscript => manuscript.Path.Value).ToArray<object?>(), article.Manuscripts.Select(manuscript => (object?)manuscript.Front).ToArray(), article.Notices.ToArray<object?>(),
            editions.Drawn, editions.Sealed, editions.HasChanged, changes,
        ];
        // It is kept to draw with, and the findings of its drawing are those of each page.
        DiagnosticBag own = new();
        SiteBuilder builder = memo.Of("shared", shared, diagnostics, _ => new SiteBuilder(article, templates.Reporting(own), own, editions, changes));
        return builder.Build(article, diagnostics, memo);
    }

    private Site Build(Article written, DiagnosticBag found, Memo memo)
    {
        Page[] pages = planned = planned is null ? [.. PagePlan.Of(written, editions), .. changes, .. editions.Drawn is null ? redirects.Pages : []] : Replanned(planned, written);
        FilePath[] paths = [.. pages.Select(page => page.Path)];
        DrawnPage[] drawn = memo.Each("page", paths, [.. pages.Select(page => new Memo.Inputs(this, page))], found, (i, own) => Draw(pages[i], own));
        (IReadOnlyList<(FilePath, ReadOnlyMemory<byte>, string)> Files, IReadOnlyCollection<FilePath> Used) around = memo.Of("around", [this], found, own => DrawAround(own));
        PageUse[] uses = memo.Each("use", paths, drawn, found, (i, _) => drawn[i].Use);
        PageUse use = memo.Of("uses", [uses], found, _ => PageUse.OfAll(uses));
        CitationCheck.ReportUncited(article.Library, use.References, found);
        RetractionCheck.Check(article.Retractions, article.Library, use.References, drawn.SelectMany(page => page.Citations), found);
        if (article.Glossary is { } glossary) TermCheck.ReportUnused(glossary, use.Terms, found);

        if (drawn[0].Html is { } main) EditionPages.CheckWithdrawal(article, editions, main, found);
        found.AddRange(diagnostics.Places());
        assembled = Reassembled(drawn, around.Files, use) ?? Assemble(drawn, around.Files, [.. around.Used, .. use.Assets], use, found);
        return new Site(assembled.Files, new SourceMap(assembled.Sources, SourceTemplates), article.Settings.Address)
        {
            Article = written,
            Policy = article.Settings.Policy,
        };
    }

    private Assembled Assemble(DrawnPage[] drawn, IReadOnlyList<(FilePath, ReadOnlyMemory<byte>, string)> around, FilePath[] used, PageUse use, DiagnosticBag found)
    {
        Page[] pages = planned ?? [];
        List<(FilePath Path, ReadOnlyMemory<byte> Bytes, string From)> files = [];
        Dictionary<FilePath, PageSources> sources = new(pages.Length);
        for (int i = 0; i < pages.Length; i++)
        {
            string from = pages[i] is TextPage text ? text.Manuscript.File : "templates/" + pages[i].Template;
            if (drawn[i].Html is { } html) files.Add((pages[i].Path, html, from));
            sources.TryAdd(pages[i].Path, drawn[i].Sources);
        }

        files.AddRange(around);
        files.AddRange(assets.Published(used).Select(asset => (asset.Path, asset.Bytes, "an asset")).OrderBy(asset => asset.Path));
        FileTree tree = new(WithoutCollisions(files, found));
        return new Assembled(drawn, around, use, tree, new PathTable<PageSources>(sources), IsWhole: tree.Count == files.Count);
    }

    // Where the same pages are drawn amid the same files, what was assembled before differs in the bytes of some. Null where more is different.
    private Assembled? Reassembled(DrawnPage[] drawn, IReadOnlyList<(FilePath, ReadOnlyMemory<byte>, string)> around, PageUse use)
    {
        if (assembled is not { IsWhole: true } before || before.Around != around || before.Use != use) return null;
        FileTree files = before.Files;
        PathTable<PageSources> sources = before.Sources;
        for (int i = 0; i < drawn.Length; i++)
        {
            if (ReferenceEquals(drawn[i], before.Drawn[i])) continue;
            if (drawn[i].Html is not { } html || before.Drawn[i].Html is null || planned is null) return null;
            files = files.With(planned[i].Path, html);
            sources = sources.With(planned[i].Path, drawn[i].Sources);
        }

        return before with { Drawn = drawn, Files = files, Sources = sources };
    }

    // The same pages, of texts that have changed.
    private static Page[] Replanned(Page[] planned, Article written)
    {
        Page[] pages = [.. planned];
        for (int i = 0; i <= written.Pages.Count; i++)
        {
            Manuscript now = i == 0 ? written.Main : written.Pages[i - 1];
            if (pages[i] is TextPage text && text.Manuscript != now) pages[i] = text with { Manuscript = now };
        }

        return pages;
    }

    // What stands once for the site and shows no text.
    private (IReadOnlyList<(FilePath, ReadOnlyMemory<byte>, string)> Files, IReadOnlyCollection<FilePath> Used) DrawAround(DiagnosticBag found)
    {
        ReportDataReferences(found);
        AssetTable table = assets.Apart();
        List<(FilePath, ReadOnlyMemory<byte>, string)> files = [.. CitationFiles(), .. EditionPages.Files(article, editions)];
        if (editions.Drawn is null) files.AddRange(redirects.Files(basePath));
        files.AddRange(changes.Select(page => (page.Json, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(DiffJson.Write(page.Diff)), "what changed")));
        files.AddRange(DrawFiles(templates.Reporting(found), table));
        return (files, [.. assets.Used, .. table.Used]);
    }

    private void ReportDataReferences(DiagnosticBag found)
    {
        foreach (DataTable table in article.Data.Values)
        {
            foreach (DataColumn column in table.Columns.Where(column => column.Type == ColumnType.Reference))
            {
                foreach (DataCell cell in table.Rows.Select(row => row.Cells.GetValueOrDefault(column.Name)).Where(cell => cell.Text is { Length: > 0 }))
                    CitationCheck.ReportUnknown(cell.Text, cell.Location, article.Library, found);
            }
        }
    }

    private DrawnPage Draw(Page page, DiagnosticBag found)
    {
        DrawnPage drawn = new();
        TemplateSet drawing = templates.Reporting(found);
        AssetTable table = assets.Apart();
        PageLinks links = new(page.Path, page is NotFoundPage && article.Settings.Address is not null ? basePath : null, table);
        ScriptObject model = new() { ["site"] = site };
        ScriptObject own = page switch
        {
            TextPage text => new TextDrawing(article, drawing, site, terms, bibliographies, links, drawn.Sources, found).Draw(text, drawn),
            ChangesPage changed => ChangesModel.Of(article.Settings, changed),
            NotFoundPage notFound => PageModel.NotFound(article.Settings, notFound),
            EditionsPage list => PageModel.Plain(article, list, "editions", "Editions", $"All editions of “{article.Main.Front.Title}”, with their seals and what each changed."),
            StatusPage status => PageModel.Plain(article, status, "status", $"Status of the edition {status.Edition}", "Whether there is a newer edition, or a correction."),
            RedirectPage redirect => PageModel.Redirect(article, redirect),
            _ => throw new InvalidOperationException($"no model for {page.GetType()}"),
        };
        AddEdition(own, page);
        model["page"] = own;
        bool standsAlone = page is StatusPage or RedirectPage;
        if (!standsAlone) model["body"] = new DrawnTemplate(page.Template);
        byte[]? html = drawing.Draw(standsAlone ? page.Template : "layout.html", model, links);
        drawn.Use.Assets.UnionWith(table.Used);
        return drawn with { Html = html is null ? null : redirects.WithOldPlaces(page.Path, html, found) };
    }

    private void AddEdition(ScriptObject model, Page page)
    {
        model["edition"] = EditionsModel.Exits(editions.Drawn, page.Path);
        if (page is StatusPage status) model["edition"] = EditionsModel.List(article, editions).OfType<ScriptObject>().First(edition => edition["id"] as string == status.Edition.ToString());
        if (article.Notices.FirstOrDefault(notice => page is TextPage text && text.Manuscript == notice.Manuscript) is not { } shown) return;
        model["kind"] = "notice";
        model["notice"] = EditionsModel.Notice(article, shown);
    }

    // A style sheet names fonts and images, which have their published names only now.
    private ReadOnlyMemory<byte> Publish(FilePath name, ReadOnlyMemory<byte> bytes, AssetTable table)
    {
        string template = AssetTable.Folder + name;
        if (!templates.Has(template)) return bytes;
        PageLinks links = new(FilePath.Parse(template), Root: null, table);
        return templates.Draw(template, new ScriptObject { ["site"] = site }, links);
    }

    // Offered by the article, whether a text links to them or not.
    private IReadOnlyList<DataFile> DataFiles() =>
    [
        .. from path in article.Files.Paths
           where path.Folder.StartsWith(DataFolder, StringComparison.Ordinal) && path.Extension == ".csv"
           let published = assets.Use(path.Value)
           where published is not null
           let table = article.Data.GetValueOrDefault(path.Stem)
           select new DataFile(table?.Title is { Length: > 0 } title ? title : path.Name, table?.Description ?? "", published.Value),
    ];

    // An address that begins nowhere shows no picture: without the site's own, the card stays at home.
    private CardImage? Card()
    {
        if (article.Settings.Card is not { } card) return null;
        ReadOnlyMemory<byte> bytes = default;
        if (!FilePath.TryParse(card.Value, out FilePath path) || !article.Files.TryGet(path, out bytes))
            diagnostics.Add(Rules.LinkTargetMissing, card.Location, $"there is no `content/{card.Value}`", Nearest.Hint(card.Value, article.Files.Paths.Select(file => file.Value)));
        else if (!CardMediaTypes.TryGetValue(path.Extension, out string? mediaType) || ImageSize.Of(bytes.Span) is not { } size)
            diagnostics.Add(Rules.ImageUnreadable, card.Location, $"`{card.Value}` is no PNG or JPEG", "social sites show no other kinds");
        else if (string.IsNullOrWhiteSpace(article.Settings.CardAlt))
            diagnostics.Add(Rules.ImageAltMissing, card.Location, "a card without `card-alt`", "say what it shows, for who cannot see it");
        else if (article.Settings.Address is not null && assets.Use(card.Value) is { } published)
            return new CardImage(published, size, mediaType, article.Settings.CardAlt);
        return null;
    }

    private IEnumerable<(FilePath, ReadOnlyMemory<byte>, string)> CitationFiles()
    {
        Reference citation = ArticleCitation.Of(article, editions.Drawn);
        return CitationFormat.All.Select(format => (ArticleCitation.PathOf(format), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(format.Write([citation])), "the article's citation"));
    }

    // A template that draws nothing makes no file: that is how the sitemap waits for an address.
    private IEnumerable<(FilePath, ReadOnlyMemory<byte>, string)> DrawFiles(TemplateSet drawing, AssetTable table)
    {
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in templates.Files.Under(FileTemplates))
        {
            string from = $"templates/{FileTemplates}{path}";
            if (!TemplateSet.IsDrawn(path))
            {
                yield return (path, bytes, from);
                continue;
            }

            PageLinks links = new(path, Root: null, table);
            byte[]? drawnFile = drawing.Draw(FileTemplates + path, new ScriptObject { ["site"] = site }, links);
            if (drawnFile is not null && drawnFile.AsSpan().ContainsAnyExcept(" \t\r\n"u8)) yield return (path, drawnFile, from);
        }
    }

    // Compared as a disk that knows no case compares, or the result would depend on the disk.
    private static IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> WithoutCollisions(List<(FilePath Path, ReadOnlyMemory<byte> Bytes, string From)> files, DiagnosticBag found)
    {
        Dictionary<string, string> taken = new(files.Count, StringComparer.OrdinalIgnoreCase);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes, string from) in files)
        {
            if (taken.TryAdd(path.Value, from)) yield return KeyValuePair.Create(path, bytes);
            else found.Add(Rules.OutputCollision, Location.Of(from), $"`{path}` is made by {taken[path.Value]} too", "rename one of them");
        }
    }
}
