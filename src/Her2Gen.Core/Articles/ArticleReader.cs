using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.Terms;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>Reads what an author wrote. Goes on after every mistake, so that one run tells them all.</summary>
public static class ArticleReader
{
    public const string GlossaryFile = Content + "glossary.yml";

    /// <summary>The folder of all that an author writes, in the site's own.</summary>
    public const string Content = "content/";

    private const string FrontMatterFence = "---\n";

    private static readonly FilePath SettingsPath = FilePath.Parse("site.yml");
    private static readonly FilePath ArticlePath = FilePath.Parse("article.md");
    private static readonly FilePath GlossaryPath = FilePath.Parse(GlossaryFile[Content.Length..]);

    /// <summary>The article, or null when there is none to read.</summary>
    /// <param name="sources">The site's folder, with <c>content/</c> in it.</param>
    public static Article? Read(FileTree sources, DiagnosticBag diagnostics)
    {
        FileTree content = sources.Under(Content);
        SiteSettings? settings = ReadSettings(content, diagnostics);
        if (!content.Contains(ArticlePath)) diagnostics.Add(Rules.FileUnreadable, Location.Of(Content + ArticlePath), "there is no article", "`her2gen new DIR` makes a site to start from");
        if (settings is null || !content.Contains(ArticlePath)) return null;

        FilePath[] pagePaths = [.. content.Paths.Where(IsPage)];
        Manuscript[] manuscripts = new Manuscript[pagePaths.Length + 1];
        void ReadOne(int i) => manuscripts[i] = i == 0
            ? ReadManuscript(content, ArticlePath, FrontMatter.ArticleSchema, diagnostics)
            : ReadManuscript(content, pagePaths[i - 1], FrontMatter.PageSchema, diagnostics);
        InParallel.For(manuscripts.Length, ReadOne);

        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(content, Content, diagnostics);
        FileTree files = new(content.Where(file => file.Key.Folder.StartsWith("figures/", StringComparison.Ordinal) || file.Key.Folder.StartsWith("data/", StringComparison.Ordinal)));
        CitationStyleReader styles = new(sources, diagnostics);
        CslStyle style = styles.Read(settings.CitationStyle, Location.Of(Content + SettingsPath));
        Article article = new(settings, manuscripts[0], manuscripts[1..], library, DataReader.Read(content, diagnostics), files)
        {
            Glossary = ReadGlossary(content, diagnostics),
            Retractions = RetractionReader.Read(content, diagnostics),
            Style = style,
            Words = styles.Words(style, manuscripts[0].Front.Lang ?? settings.Lang),
            Notices = [.. content.Paths.Where(IsNotice).Select(path => ReadNotice(content, path, diagnostics))],
        };
        foreach (Manuscript manuscript in article.Manuscripts)
        {
            ContributorCheck.Check(manuscript.Front, diagnostics);
            StatusCheck.CheckDraft(manuscript.Front, diagnostics);
        }

        if (article is { Retractions: { } retractions, Main.Front.Date: { } edition }) RetractionCheck.CheckAge(retractions, edition, diagnostics);
        CheckPageNames(article, diagnostics);
        return article;
    }

    /// <summary>Whether a file below <c>content/</c> is the text of a page beside the article.</summary>
    public static bool IsPage(FilePath path) => path.Folder == "pages/" && path.Extension == ".md";

    /// <summary>Whether a file below <c>content/</c> is a notice on a sealed edition.</summary>
    public static bool IsNotice(FilePath path) => path.Folder == "notices/" && path.Extension == ".md";

    private static SiteSettings? ReadSettings(FileTree content, DiagnosticBag diagnostics)
    {
        if (!content.TryGet(SettingsPath, out ReadOnlyMemory<byte> bytes))
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(Content + SettingsPath), "there is no site.yml", "`her2gen new DIR` makes a site to start from");
            return null;
        }

        SourceText source = SourceText.Decode(Content + SettingsPath, bytes, diagnostics);
        YamlMap? map = YamlReader.Read(source, 0, source.Text.Length, diagnostics);
        if (map is not null) SiteSettings.Schema.Check(map, diagnostics);
        return SiteSettings.From(map ?? new YamlMap([], source.At(0, 0)));
    }

    private static Notice ReadNotice(FileTree content, FilePath path, DiagnosticBag diagnostics)
    {
        (Manuscript manuscript, YamlMap map) = ReadText(content, path, Notice.Schema, diagnostics);
        return Notice.From(manuscript, map);
    }

    private static Manuscript ReadManuscript(FileTree content, FilePath path, Schema schema, DiagnosticBag diagnostics) => ReadText(content, path, schema, diagnostics).Manuscript;

    private static (Manuscript Manuscript, YamlMap Front) ReadText(FileTree content, FilePath path, Schema schema, DiagnosticBag diagnostics)
    {
        content.TryGet(path, out ReadOnlyMemory<byte> bytes);
        SourceText source = SourceText.Decode(Content + path, bytes, diagnostics);
        (int length, int body) = FrontMatterOf(source.Text);
        YamlMap? map = null;
        if (body == 0)
        {
            diagnostics.Add(Rules.YamlSyntax, source.At(0, 0), "no front matter", "start the file with a line `---`, `title: …`, and a line `---`");
            // A page needs little more than that; an article owes its reader a dozen things, and each is named.
            if (path == ArticlePath) schema.Check(new YamlMap([], source.At(0, 0)), diagnostics);
        }
        else
        {
            map = YamlReader.Read(source, FrontMatterFence.Length, length, diagnostics);
            if (map is not null) schema.Check(map, diagnostics);
        }

        map ??= new YamlMap([], source.At(0, 0));
        return (new Manuscript(path, FrontMatter.From(map), source, body), map);
    }

    private static Glossary? ReadGlossary(FileTree content, DiagnosticBag diagnostics) =>
        content.TryGet(GlossaryPath, out ReadOnlyMemory<byte> bytes) ? GlossaryReader.Read(SourceText.Decode(GlossaryFile, bytes, diagnostics), diagnostics) : null;

    // How long the YAML is, and where the body starts; 0 when there is no front matter.
    private static (int Length, int Body) FrontMatterOf(string text)
    {
        if (!text.StartsWith(FrontMatterFence, StringComparison.Ordinal)) return (0, 0);
        int close = text.IndexOf("\n---", FrontMatterFence.Length - 1, StringComparison.Ordinal);
        while (close >= 0 && close + 4 < text.Length && text[close + 4] != '\n') close = text.IndexOf("\n---", close + 4, StringComparison.Ordinal);
        return close < 0 ? (0, 0) : (close + 1 - FrontMatterFence.Length, Math.Min(close + 5, text.Length));
    }

    private static void CheckPageNames(Article article, DiagnosticBag diagnostics)
    {
        string[] known = [.. article.Pages.Select(page => page.Path.Stem)];
        IEnumerable<YamlText> names = article.Settings.Navigation.Concat(article.Data.Values.Select(table => table.Page).OfType<YamlText>());
        foreach (YamlText name in names.Where(name => !known.Contains(name.Value)))
            diagnostics.Add(Rules.LinkTargetMissing, name.Location, $"no page `{Content}pages/{name.Value}.md`", Nearest.Hint(name.Value, known));
    }
}
