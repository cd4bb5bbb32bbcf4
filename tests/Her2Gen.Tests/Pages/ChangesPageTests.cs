using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Her2Gen.Articles;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Pages;
using Her2Gen.Sites;
using Her2Gen.Templates;
using Her2Gen.Tests.Editions;

namespace Her2Gen.Tests.Pages;

public sealed class ChangesPageTests
{
    private const string Path = "changes/2025-01-03_2026-11-23/index.html";

    private static readonly EditionText Older = TestEdition.Read(TestEdition.Site(TestEdition.Body));

    private static readonly EditionText Newer = TestEdition.Read(TestEdition.Site(TestEdition.Body
        .Replace("0.63", "0.66", StringComparison.Ordinal)
        .Replace("| BETA | 0.91 | 4,805 |\n", "| DELTA | 1.02 | 12 |\n| BETA | 0.91 | 4,850 |\n", StringComparison.Ordinal)
        .Replace("## Late disease", "A <new> paragraph [@third] with 7 months in it.\n\n## Late disease", StringComparison.Ordinal)));

    private static FileTree Standalone(EditionText older, EditionText newer)
    {
        DiagnosticBag diagnostics = new();
        FileTree files = ChangesSite.Build(PagePlan.Changes("2025-01-03", "2026-11-23", EditionDiff.Of(older, newer), arePublished: false), new TemplateSet(new TestSite().Sources().Under("templates/"), diagnostics));
        SiteChecker.Check(files, SourceMap.Empty, null, diagnostics);
        Assert.Equal("", string.Join('\n', diagnostics.Sorted()));
        return files;
    }

    private static string Text(FileTree files, string path)
    {
        Assert.True(files.TryGet(FilePath.Parse(path), out ReadOnlyMemory<byte> bytes));
        return Encoding.UTF8.GetString(bytes.Span);
    }

    private static IHtmlDocument Page(EditionText older, EditionText newer) => new HtmlParser().ParseDocument(Text(Standalone(older, newer), Path));

    private static string[] Texts(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(element => element.TextContent.ReplaceLineEndings(" ").Trim())];

    [Fact]
    public void The_page_leads_with_every_number_that_was_replaced()
    {
        IHtmlDocument page = Page(Older, Newer);
        Assert.Equal(["removed: 0.63", "removed: 4,805"], Texts(page, ".numbers del"));
        Assert.Equal(["added: 0.66", "added: 4,850"], Texts(page, ".numbers ins"));
        Assert.Equal(["7 months", "1.02", "12"], Texts(page, "details.apart ins"));
        Assert.Equal(["numbers", "sections", "text", "references"], page.QuerySelectorAll("article > section > h2").Select(heading => heading.Id));
    }

    [Fact]
    public void What_changed_is_marked_by_elements_and_by_words()
    {
        IHtmlDocument page = Page(Older, Newer);
        Assert.All(page.QuerySelectorAll("ins, del"), mark => Assert.True(
            mark.QuerySelector(".vh") is not null || mark.Closest(".apart, p.small") is not null || mark.Closest(".change")?.QuerySelector(".what")?.TextContent is { } what && (what.StartsWith("Added", StringComparison.Ordinal) || what.StartsWith("Removed", StringComparison.Ordinal))
            || mark.Closest("tr")?.QuerySelector(".fate") is not null || mark.Closest("li")?.QuerySelector(".fate") is not null,
            mark.OuterHtml));
        Assert.Equal(["Changed: 1 paragraph", "Added: 1 paragraph", "Changed: 1 table"], Texts(page, ".steps .what"));
        Assert.Equal(["added", "changed"], Texts(page, "tr .fate"));
        Assert.Contains("A <new> paragraph[2] with 7 months in it.", page.QuerySelector(".change.added")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Each_change_leads_to_the_next_and_to_the_one_before()
    {
        IHtmlDocument page = Page(Older, Newer);
        string[] ids = [.. page.QuerySelectorAll(".change").Select(change => change.Id ?? "")];
        Assert.Equal(["change-1", "change-2", "change-3"], ids);
        Assert.Equal("#change-2 | #change-1 #change-3 | #change-2", string.Join(" | ", page.QuerySelectorAll(".steps").Select(steps => string.Join(' ', steps.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))))));
    }

    [Fact]
    public void The_same_edition_twice_has_nothing_to_show()
    {
        IHtmlDocument page = Page(Older, Older);
        Assert.Empty(page.QuerySelectorAll(".change, .numbers"));
        Assert.Contains("Nothing changed.", page.Body?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_that_is_shown_is_that_of_both_editions()
    {
        foreach (string unwanted in new[] { "ins", "del" })
        {
            IHtmlDocument page = Page(Older, Newer);
            foreach (IElement element in page.QuerySelectorAll($"{unwanted}, .vh, .steps, .fate, summary").ToArray()) element.Remove();
            string shown = string.Join(' ', (page.QuerySelector("section[aria-labelledby=text]")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            EditionText edition = unwanted == "ins" ? Older : Newer;
            foreach (TextBlock block in edition.Sections.SelectMany(section => section.Blocks).Where(block => block.Kind == BlockKind.Paragraph))
                Assert.Contains(string.Concat(block.Cells[0].Tokens.Select(token => token.Kind == TokenKind.Citation ? $"[{token.Shown}]" : token.Shown)), Renumbered(shown, edition), StringComparison.Ordinal);
        }
    }

    // What both editions have is shown with the newer one's numbers.
    private static string Renumbered(string shown, EditionText edition) => edition == Newer ? shown : shown.Replace("[3]", "[2]", StringComparison.Ordinal);

    [Fact]
    public void A_site_has_the_pages_of_its_editions()
    {
        DiagnosticBag diagnostics = new();
        TestSite source = TestEdition.Site(TestEdition.Body);
        FileTree sources = source.Sources();
        Article article = ArticleReader.Read(sources, diagnostics) ?? throw new InvalidOperationException();
        Site site = SiteBuilder.Build(article, new TemplateSet(sources.Under("templates/"), diagnostics), diagnostics, PagePlan.Changes("2025-01-03", "2026-11-23", EditionDiff.Of(Older, Newer), arePublished: true));
        string html = Text(site.Files, Path);
        Assert.Contains("<a href=\"../../editions/2025-01-03/index.html\">The older edition</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../../index.html\">Article</a>", html, StringComparison.Ordinal);
        Assert.StartsWith("{", Text(site.Files, "changes/2025-01-03_2026-11-23/changes.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("changes.", Text(site.Files, "index.html"), StringComparison.Ordinal);
    }
}
