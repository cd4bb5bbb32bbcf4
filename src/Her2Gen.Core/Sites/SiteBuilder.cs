using System.Collections.Concurrent;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;
using Her2Gen.Pages;
using Her2Gen.Templates;
using Her2Gen.Terms;
using Scriban.Runtime;

namespace Her2Gen.Sites;

/// <summary>Plans the pages, draws each, and adds assets and the files that stand once for the site.</summary>
public sealed class SiteBuilder
{
    private const string FileTemplates = "files/";

    private readonly Article article;
    private readonly TemplateSet templates;
    private readonly DiagnosticBag diagnostics;
    private readonly ScriptObject site;
    private readonly AssetTable assets;
    private readonly string basePath;
    private readonly TermIndex? terms;
    private readonly ConcurrentDictionary<Term, bool> usedTerms = [];

    private SiteBuilder(Article article, TemplateSet templates, DiagnosticBag diagnostics)
    {
        this.article = article;
        this.templates = templates;
        this.diagnostics = diagnostics;
        terms = article.Glossary is { } glossary ? new TermIndex(glossary, article.Settings.Names) : null;
        site = PageModel.Site(article);
        site["glossary"] = GlossaryModel.Whole(article.Glossary, terms);
        site.IsReadOnly = true;
        assets = new AssetTable(article.Files.With(templates.Files.Under(AssetTable.Folder)), Publish);
        basePath = article.Settings.Address is { } address ? new Uri(address).AbsolutePath : "/";
    }

    /// <summary>The site. What could not be drawn is reported and left out.</summary>
    public static Site Build(Article article, TemplateSet templates, DiagnosticBag diagnostics) =>
        new SiteBuilder(article, templates, diagnostics).Build();

    private Site Build()
    {
        IReadOnlyList<Page> pages = PagePlan.Of(article);
        PageSources[] sources = [.. pages.Select(_ => new PageSources())];
        byte[]?[] drawn = new byte[]?[pages.Count];
        HashSet<string>[] cited = [.. pages.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        InParallel.For(pages.Count, i => drawn[i] = Draw(pages[i], sources[i], cited[i]));
        CitationCheck.ReportUncited(article.Library, cited.SelectMany(keys => keys).ToHashSet(StringComparer.Ordinal), diagnostics);
        if (article.Glossary is { } glossary) TermCheck.ReportUnused(glossary, usedTerms.Keys.ToHashSet(), diagnostics);

        List<(FilePath Path, ReadOnlyMemory<byte> Bytes, string From)> files = [];
        for (int i = 0; i < pages.Count; i++)
        {
            string from = pages[i] is TextPage text ? text.Manuscript.Source.File : "templates/" + pages[i].Template;
            if (drawn[i] is { } html) files.Add((pages[i].Path, html, from));
        }

        files.AddRange(DrawFiles());
        files.AddRange(assets.Published.Select(asset => (asset.Path, asset.Bytes, "an asset")).OrderBy(asset => asset.Path));
        Dictionary<FilePath, PageSources> map = [];
        for (int i = 0; i < pages.Count; i++) map.TryAdd(pages[i].Path, sources[i]);
        return new Site(new FileTree(WithoutCollisions(files)), new SourceMap(map), basePath);
    }

    private byte[]? Draw(Page page, PageSources sources, HashSet<string> cited)
    {
        PageLinks links = new(page.Path, page is NotFoundPage && article.Settings.Address is not null ? basePath : null, assets);
        ScriptObject model = new() { ["site"] = site };
        model["page"] = page switch
        {
            TextPage text => DrawText(text, links, sources, cited),
            NotFoundPage notFound => PageModel.NotFound(article.Settings, notFound),
            _ => throw new InvalidOperationException($"no model for {page.GetType()}"),
        };
        model["body"] = new DrawnTemplate(page.Template);
        return templates.Draw("layout.html", model, links);
    }

    private ScriptObject DrawText(TextPage page, PageLinks links, PageSources sources, HashSet<string> cited)
    {
        Manuscript manuscript = page.Manuscript;
        MarkdownOptions options = new(article.Settings.RawHtml, NumberSections: page.Path == PagePlan.Index);
        MarkdownText text = MarkdownReader.Read(manuscript.Source, manuscript.BodyStart, options, diagnostics);
        CitationCheck.ReportUnknown(text, article.Library, ArticleReader.LibraryFile, diagnostics);
        PageTerms pageTerms = TermLinker.Link(text, terms, diagnostics);
        foreach (Term term in pageTerms.Used) usedTerms.TryAdd(term, true);
        List<OutlineEntry> outline = [];
        HtmlWriter writer = new(
            text,
            article.Library,
            address => LinkOf(manuscript.Path, address, links),
            directive => DrawDirective(directive, links, outline),
            heading => outline.Add(new OutlineEntry(heading.Id, heading.Text, heading.Number)),
            sources);
        string content = writer.Write();
        cited.UnionWith(writer.Citations.Keys);
        ScriptObject model = PageModel.Text(article, page, content, text.Words, outline, writer.Citations);
        model["terms"] = GlossaryModel.OfPage(text, pageTerms, terms);
        return model;
    }

    private string DrawDirective(Directive directive, PageLinks links, List<OutlineEntry> outline)
    {
        string path = $"directives/{directive.Name}.html";
        if (!templates.Has(path))
        {
            string names = string.Join(", ", templates.Directives.Select(name => $"`{Path.GetFileNameWithoutExtension(name)}`"));
            if (directive.Name.Length == 0) diagnostics.Add(Rules.TemplateMissing, directive.Location, "a directive without a name", "name it: `::: note`; one that holds another is fenced by more colons: `::::`");
            else diagnostics.Add(Rules.TemplateMissing, directive.Location, $"no directive `{directive.Name}`", $"there are {names}; a template at templates/{path} makes a new one");
            return directive.Content;
        }

        ScriptObject model = new() { ["site"] = site, ["directive"] = PageModel.DirectiveOf(directive) };
        return templates.DrawPart(path, model, links, outline) ?? directive.Content;
    }

    // A style sheet names fonts and images, which have their published names only now.
    private ReadOnlyMemory<byte> Publish(FilePath name, ReadOnlyMemory<byte> bytes, AssetTable table)
    {
        string template = AssetTable.Folder + name;
        if (!templates.Has(template)) return bytes;
        PageLinks links = new(FilePath.Parse(template), Root: null, table);
        return templates.Draw(template, new ScriptObject { ["site"] = site }, links);
    }

    // An address in Markdown leads from its file to another one below content/; on the page it leads to what that became.
    private string LinkOf(FilePath manuscript, string address, PageLinks links)
    {
        if (Addresses.IsExternal(address) || address.Length == 0 || address[0] is '#' or '?' or '/') return Addresses.Encode(address);
        int end = address.AsSpan().IndexOfAny('?', '#');
        (string path, string rest) = end < 0 ? (address, "") : (address[..end], address[end..]);
        if (manuscript.Resolve(Uri.UnescapeDataString(path), out bool folder) is not { } target) return Addresses.Encode(address);
        if (folder) return (target.Value.Length == 0 ? "./" : links.To(target) + "/") + Addresses.Encode(rest);
        if (assets.Use(target.Value) is { } asset) return links.To(asset) + Addresses.Encode(rest);
        return links.To(PagePlan.IsManuscript(target) ? PagePlan.OutputOf(target) : target) + Addresses.Encode(rest);
    }

    // A template that draws nothing makes no file: that is how the sitemap waits for an address.
    private IEnumerable<(FilePath, ReadOnlyMemory<byte>, string)> DrawFiles()
    {
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in templates.Files.Under(FileTemplates))
        {
            string from = $"templates/{FileTemplates}{path}";
            if (!TemplateSet.IsDrawn(path))
            {
                yield return (path, bytes, from);
                continue;
            }

            PageLinks links = new(path, Root: null, assets);
            byte[]? drawnFile = templates.Draw(FileTemplates + path, new ScriptObject { ["site"] = site }, links);
            if (drawnFile is not null && drawnFile.AsSpan().ContainsAnyExcept(" \t\r\n"u8)) yield return (path, drawnFile, from);
        }
    }

    // Compared as a disk that knows no case compares, or the result would depend on the disk.
    private IEnumerable<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> WithoutCollisions(IEnumerable<(FilePath Path, ReadOnlyMemory<byte> Bytes, string From)> files)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes, string from) in files)
        {
            if (taken.TryAdd(path.Value, from)) yield return KeyValuePair.Create(path, bytes);
            else diagnostics.Add(Rules.OutputCollision, Location.Of(from), $"`{path}` is made by {taken[path.Value]} too", "rename one of them");
        }
    }
}
