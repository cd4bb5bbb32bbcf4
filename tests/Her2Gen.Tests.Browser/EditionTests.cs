using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>A reader of an old edition is told which it is, and that a newer one exists: by whatever way it is opened, with and without script.</summary>
public sealed class EditionTests(Chromium chromium) : IAsyncLifetime
{
    private const string Sentence = "This is the edition of January 3, 2025, as it was published. A newer edition or a correction may exist: all editions · current text";
    private const string Old = "editions/2025-01-03/index.html";

    private readonly TemporaryFolder folder = PublishedSite.CopySources();
    private PreviewProcess? preview;

    private Uri OnDisk => new(folder["site-output/"]);

    public async ValueTask InitializeAsync()
    {
        // Two editions of one text: the first under an earlier date, the second as the text has it.
        if (Directory.Exists(folder["content/editions"])) Directory.Delete(folder["content/editions"], recursive: true);
        string article = folder["content/article.md"];
        string now = File.ReadAllText(article);
        string date = now.Split('\n').First(line => line.StartsWith("date: ", StringComparison.Ordinal));
        string then = now.Replace(date, "date: 2025-01-03", StringComparison.Ordinal);
        File.WriteAllText(article, then);
        Run("archive", "--date", "2025-01-03", "--kind", "new-edition", "--conclusions-changed", "no");
        File.WriteAllText(article, now);
        Run("archive", "--date", date["date: ".Length..], "--kind", "new-edition", "--conclusions-changed", "no");
        Run("build");
        preview = await PreviewProcess.StartAsync(folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (preview is not null) await preview.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task An_old_edition_says_which_it_is_and_that_a_newer_one_exists(bool isServed, bool hasScript)
    {
        await using IPage page = await OpenAsync(isServed, hasScript);
        Assert.Equal(Sentence, await page.Locator(".frozen > p").InnerTextAsync());
        IFrame status = StatusOf(page);
        Assert.Contains("A newer edition exists:", await status.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        // The link leads the whole page, and not the small one in it.
        await status.Locator("a").ClickAsync();
        await page.WaitForURLAsync("**/editions/20*/index.html");
        Assert.DoesNotContain("2025-01-03", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_its_status_the_sentence_stands(bool hasScript)
    {
        File.Delete(folder["site-output/editions/status/2025-01-03.html"]);
        await using IPage page = await OpenAsync(isServed: false, hasScript);
        Assert.Equal(Sentence, await page.Locator(".frozen > p").InnerTextAsync());
        await Assertions.Expect(page.Locator(".frozen object p")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_withdrawn_edition_says_so(bool hasScript)
    {
        SortedDictionary<string, string> before = TemporaryFolder.Snapshot(folder["site-output/editions/2025-01-03"]);
        string seal = Run("editions").Split('\n').First(line => line.StartsWith("  seal ", StringComparison.Ordinal))["  seal ".Length..];
        Directory.CreateDirectory(folder["content/notices"]);
        File.WriteAllText(folder["content/notices/withdrawal.md"], $"---\ntype: withdrawal\ndate: 2025-02-10\nedition: 2025-01-03\nseal: {seal}\ntitle: The first edition is withdrawn\nreason: A trial was counted twice.\n---\n\nText.\n");
        Run("build");
        await using IPage page = await OpenAsync(isServed: false, hasScript);
        IFrame status = StatusOf(page);
        Assert.Contains("Withdrawal, February 10, 2025: A trial was counted twice.", await status.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(folder["site-output/editions/2025-01-03"]));
    }

    // What an object shows is a frame of the page; the page has loaded when it has.
    private static IFrame StatusOf(IPage page) => Assert.Single(page.Frames, frame => frame.Url.EndsWith("/editions/status/2025-01-03.html", StringComparison.Ordinal));

    private async Task<IPage> OpenAsync(bool isServed, bool hasScript)
    {
        IPage page = await chromium.NewPageAsync(new BrowserNewPageOptions { JavaScriptEnabled = hasScript });
        Assert.NotNull(preview);
        await page.GotoAsync(new Uri(isServed ? preview.Address : OnDisk, Old).AbsoluteUri);
        return page;
    }

    private string Run(params string[] arguments)
    {
        ProcessResult result = Her2GenProcess.Run(folder.Path, arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }
}
