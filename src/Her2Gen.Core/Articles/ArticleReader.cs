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
    /// <param name="memo">What the build before read; null to read everything.</param>
    public static Article? Read(FileTree sources, DiagnosticBag diagnostics, Memo? memo = null)
    {
        memo ??= Memo.None;
        FileTree content = sources.Under(Content);
        SiteSettings? settings = ReadSettings(content, diagnostics, memo);
        if (!content.Contains(ArticlePath)) diagnostics.Add(Rules.FileUnreadable, Location.Of(Content + ArticlePath), "there is no article", "`her2gen new DIR` makes a site to start from");
        if (settings is null || !content.Contains(ArticlePath)) return null;

        Manuscript[] manuscripts = ReadManuscripts(content.Where(static path => path == ArticlePath || IsPage(path)), diagnostics, memo);
        Article article = ReadAround(sources, content, settings, manuscripts, diagnostics, memo);
        if (article is { Retractions: { } retractions, Main.Front.Date: { } edition }) RetractionCheck.CheckAge(retractions, edition, diagnostics);
        CheckPageNames(article, diagnostics);
        return article;
    }

    private static Article ReadAround(FileTree sources, FileTree content, SiteSettings settings, Manuscript[] manuscripts, DiagnosticBag diagnostics, Memo memo)
    {
        FileTree files = content.Where(static path => path.Value.StartsWith("figures/", StringComparison.Ordinal) || path.Value.StartsWith("data/", StringComparison.Ordinal));
        FileTree styleFiles = CitationStyleReader.FilesOf(sources);
        string lang = manuscripts[0].Front.Lang ?? settings.Lang;
        (CslStyle style, CslLocale words) = memo.Of("style", [styleFiles, settings, lang], diagnostics, found =>
        {
            CitationStyleReader styles = new(styleFiles, found);
            CslStyle read = styles.Read(settings.CitationStyle, Location.Of(Content + SettingsPath));
            return (read, styles.Words(read, lang));
        });
        FileTree libraries = content.Where(static path => ReferenceReader.FileNames.Contains(path));
        object? glossary = content.TryGet(GlossaryPath, out ReadOnlyMemory<byte> terms) ? (object)terms : null;
        FileTree lists = content.Under(RetractionReader.Folder);
        FileTree noticed = content.Where(IsNotice);
        FilePath[] notices = [.. noticed.Paths];
        ReadOnlyMemory<byte>[] noticeBytes = [.. noticed.Select(file => file.Value)];
        return new Article(
            settings,
            manuscripts[0],
            manuscripts[1..],
            memo.Of("library", [libraries], diagnostics, found => ReferenceReader.Read(libraries, Content, found)),
            memo.Of("data", [files], diagnostics, found => DataReader.Read(content, found)),
            memo.Of("files", [files], diagnostics, _ => files))
        {
            Glossary = memo.Of("glossary", [glossary], diagnostics, found => glossary is null ? null : GlossaryReader.Read(SourceText.Decode(GlossaryFile, terms, found), found)),
            Retractions = memo.Of("retractions", [lists], diagnostics, found => RetractionReader.Read(content, found)),
            Style = style,
            Words = words,
            Notices = memo.Each("notice", notices, noticeBytes, diagnostics, (i, found) => ReadNotice(notices[i], noticeBytes[i], found)),
        };
    }

    /// <summary>Whether a file below <c>content/</c> is the text of a page beside the article.</summary>
    public static bool IsPage(FilePath path) => IsText(path, "pages/");

    /// <summary>Whether a file below <c>content/</c> is a notice on a sealed edition.</summary>
    public static bool IsNotice(FilePath path) => IsText(path, "notices/");

    private static bool IsText(FilePath path, string folder) =>
        path.Value.StartsWith(folder, StringComparison.Ordinal) && path.Value.IndexOf('/', folder.Length) < 0 && path.Value.EndsWith(".md", StringComparison.Ordinal);

    private static SiteSettings? ReadSettings(FileTree content, DiagnosticBag diagnostics, Memo memo)
    {
        if (!content.TryGet(SettingsPath, out ReadOnlyMemory<byte> bytes))
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(Content + SettingsPath), "there is no site.yml", "`her2gen new DIR` makes a site to start from");
            return null;
        }

        return memo.Of("settings", [bytes], diagnostics, found =>
        {
            SourceText source = SourceText.Decode(Content + SettingsPath, bytes, found);
            YamlMap? map = YamlReader.Read(source, 0, source.Text.Length, found);
            if (map is not null) SiteSettings.Schema.Check(map, found);
            return SiteSettings.From(map ?? new YamlMap([], source.At(0, 0)));
        });
    }

    private static Notice ReadNotice(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        string front = FrontOf(path, bytes, diagnostics);
        YamlMap map = ReadFront(path, front, Notice.Schema, diagnostics);
        return Notice.From(new Manuscript(path, FrontMatter.From(map), bytes, front.Length), map);
    }

    // Who changes a body leaves what describes it as it was, and with it all that other pages show of it. The article is the first in order.
    private static Manuscript[] ReadManuscripts(FileTree files, DiagnosticBag diagnostics, Memo memo)
    {
        FilePath[] paths = [.. files.Paths];
        ReadOnlyMemory<byte>[] bytes = [.. files.Select(file => file.Value)];
        string[] described = memo.Each("text", paths, bytes, diagnostics, (i, found) => FrontOf(paths[i], bytes[i], found));
        FrontMatter[] fronts = memo.Each("front", paths, described, diagnostics, (i, found) =>
        {
            FrontMatter read = FrontMatter.From(ReadFront(paths[i], described[i], i == 0 ? FrontMatter.ArticleSchema : FrontMatter.PageSchema, found));
            ContributorCheck.Check(read, found);
            StatusCheck.CheckDraft(read, found);
            return read;
        });
        return memo.Each("manuscript", paths, bytes, diagnostics, (i, _) => new Manuscript(paths[i], fronts[i], bytes[i], described[i].Length));
    }

    // The text of a file up to the body: what describes it, or nothing.
    private static string FrontOf(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        string text = SourceText.Decode(Content + path, bytes, diagnostics).Text;
        return text[..FrontMatterOf(text).Body];
    }

    private static YamlMap ReadFront(FilePath path, string text, Schema schema, DiagnosticBag diagnostics)
    {
        SourceText front = new(Content + path, text);
        YamlMap none = new([], front.At(0, 0));
        if (text.Length == 0)
        {
            diagnostics.Add(Rules.YamlSyntax, front.At(0, 0), "no front matter", "start the file with a line `---`, `title: …`, and a line `---`");
            // A page needs little more than that; an article owes its reader a dozen things, and each is named.
            if (path == ArticlePath) schema.Check(none, diagnostics);
            return none;
        }

        YamlMap? map = YamlReader.Read(front, FrontMatterFence.Length, FrontMatterOf(text).Length, diagnostics);
        if (map is not null) schema.Check(map, diagnostics);
        return map ?? none;
    }

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
        YamlText[] names = [.. article.Settings.Navigation, .. article.Data.Values.Select(table => table.Page).OfType<YamlText>()];
        if (names.Length == 0) return;
        HashSet<string> known = [.. article.Pages.Select(page => page.Path.Stem)];
        foreach (YamlText name in names.Where(name => !known.Contains(name.Value)))
            diagnostics.Add(Rules.LinkTargetMissing, name.Location, $"no page `{Content}pages/{name.Value}.md`", Nearest.Hint(name.Value, known));
    }
}
