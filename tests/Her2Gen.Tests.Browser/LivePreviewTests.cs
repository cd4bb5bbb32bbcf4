using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

public sealed class LivePreviewTests(Chromium chromium)
{
    private const string Article = "content/article.md";
    private const string Heading = "## Conclusion {#conclusion}";

    [Theory]
    [InlineData(Article, Heading, "## Seen at once {#conclusion}")]
    [InlineData("templates/layout.html", "</footer>", "<p>Seen at once</p></footer>")]
    [InlineData("templates/assets/style.css", ".foot{", ".foot::after{content:'Seen at once'}.foot{")]
    public async Task An_edit_shows_in_the_open_page_by_itself(string file, string before, string after)
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        await using IPage page = await OpenAsync(preview);
        Edit(folder, file, before, after);
        await SeesAsync(page, "Seen at once");
        Edit(folder, file, "Seen at once", "Seen again");
        await SeesAsync(page, "Seen again");
    }

    [Fact]
    public async Task An_unknown_citation_is_told_at_its_line_and_heals_when_it_is_mended()
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        await using IPage page = await OpenAsync(preview);
        Edit(folder, Article, Heading, Heading + "\n\nBroken [@nobody1900].\n");
        int line = File.ReadAllLines(folder[Article]).Index().First(entry => entry.Item.StartsWith("Broken", StringComparison.Ordinal)).Index + 1;
        Assert.Equal($"{Article}:{line}:9: error HG301 unknown-citation: no reference `nobody1900`", await preview.ReadUntilAsync("unknown-citation"));
        await SeesAsync(page, "Broken");
        Edit(folder, Article, "Broken [@nobody1900].", "Mended [@swain2015].");
        await SeesAsync(page, "Mended");
    }

    [Fact]
    public async Task A_site_that_cannot_be_built_leaves_the_last_one_in_sight_and_marks_it()
    {
        const string Layout = "templates/layout.html";
        using TemporaryFolder folder = PublishedSite.CopySources();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        await using IPage page = await OpenAsync(preview);
        Edit(folder, Layout, "{{ body }}", "{{ body");
        await preview.ReadUntilAsync("what could not be drawn is shown as it was");
        ILocator stale = page.Locator("her2gen-preview .stale");
        await stale.WaitForAsync();
        Assert.Contains("Stale: this page is as it was before. template-syntax", await stale.TextContentAsync());
        Assert.Contains("vscode://file" + folder[Layout] + ":", await stale.Locator("a").GetAttributeAsync("href"));
        await using IPage other = await OpenAsync(preview);
        await SeesAsync(other, "Conclusion");
        Edit(folder, Layout, "{{ body", "{{ body }}");
        Edit(folder, Article, Heading, "## Seen at once {#conclusion}");
        await SeesAsync(page, "Seen at once");
        await stale.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    [Theory]
    [InlineData(PreviewProcess.Interrupt)]
    [InlineData(PreviewProcess.Terminate)]
    public async Task The_preview_ends_at_once_with_a_browser_connected(int signal)
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        await using IPage page = await OpenAsync(preview);
        Assert.Equal(0, await preview.EndAsync(signal, TimeSpan.FromSeconds(2)));
    }

    private Task<IPage> OpenAsync(PreviewProcess preview) => OpenPreview.OpenAsync(chromium, preview.Address);

    private static async Task SeesAsync(IPage page, string text) => await page.WaitForFunctionAsync(
        "text => document.body.innerText.includes(text) || getComputedStyle(document.querySelector('.foot') ?? document.body, '::after').content.includes(text)", text);

    private static void Edit(TemporaryFolder folder, string file, string before, string after) => OpenPreview.Edit(folder, file, before, after);
}
