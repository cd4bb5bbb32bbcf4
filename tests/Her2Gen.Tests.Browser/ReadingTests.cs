using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

public sealed partial class ReadingTests(Chromium chromium, PublishedSite site)
{
    private const string Citation = "main p a[role=doc-biblioref]";

    [Fact]
    public async Task No_page_scrolls_sideways_at_320_pixels()
    {
        await using IPage page = await chromium.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        foreach (string name in site.Pages)
        {
            await page.GotoAsync(new Uri(site.Served, name).AbsoluteUri);
            Assert.Equal($"{name} 320", $"{name} {await page.EvaluateAsync<int>("document.documentElement.scrollWidth")}");
        }
    }

    [Fact]
    public async Task All_text_is_there_without_script()
    {
        await using IPage with = await chromium.NewPageAsync();
        await using IPage without = await chromium.NewPageAsync(new BrowserNewPageOptions { JavaScriptEnabled = false });
        foreach (string name in site.Pages)
        {
            string address = new Uri(site.OnDisk, name).AbsoluteUri;
            await with.GotoAsync(address);
            await without.GotoAsync(address);
            // What a script adds is a button at most: a control, not a text.
            await with.EvaluateAsync("document.querySelectorAll('button').forEach(button => button.remove())");
            string text = await without.InnerTextAsync("body");
            Assert.Equal(await with.InnerTextAsync("body"), text);
            Assert.Contains(await without.InnerTextAsync("h1"), text);
        }
    }

    [Fact]
    public async Task A_citation_shows_its_reference_on_focus_until_Escape()
    {
        await using IPage page = await OpenArticleAsync();
        ILocator citation = page.Locator(Citation).First;
        await citation.ScrollIntoViewIfNeededAsync();
        await citation.FocusAsync();
        await ExpectReferenceAsync(page, citation);
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForSelectorAsync("[popover]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });
        Assert.True(await citation.EvaluateAsync<bool>("link => link === document.activeElement"));
    }

    [Fact]
    public async Task A_citation_shows_its_reference_under_the_pointer_and_lets_it_be_reached()
    {
        await using IPage page = await OpenArticleAsync();
        ILocator citation = page.Locator(Citation).First;
        await citation.ScrollIntoViewIfNeededAsync();
        await citation.HoverAsync();
        await ExpectReferenceAsync(page, citation);
        await page.Locator("[popover]").HoverAsync();
        await page.WaitForTimeoutAsync(600);
        Assert.True(await page.Locator("[popover]").IsVisibleAsync());
        await page.Mouse.MoveAsync(2, 2);
        await page.WaitForSelectorAsync("[popover]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });

        await citation.HoverAsync();
        await ExpectReferenceAsync(page, citation);
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForSelectorAsync("[popover]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_text()
    {
        await using IPage page = await chromium.NewPageAsync();
        foreach (string name in site.Pages)
        {
            await page.GotoAsync(new Uri(site.Served, name).AbsoluteUri);
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"));
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("MAIN", await page.EvaluateAsync<string>("document.activeElement.tagName"));
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
        }
    }

    [Fact]
    public async Task The_article_prints_as_tagged_pages()
    {
        await using IPage page = await OpenArticleAsync();
        string pdf = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, Tagged = true }));
        Assert.StartsWith("%PDF-", pdf);
        Assert.Contains("/StructTreeRoot", pdf);
        Assert.InRange(PdfPage().Count(pdf), 3, 40);
    }

    [Fact]
    public async Task Nothing_is_stored_on_the_reader_s_machine()
    {
        await using IPage page = await chromium.NewPageAsync();
        foreach (string name in site.Pages)
        {
            await page.GotoAsync(new Uri(site.Served, name).AbsoluteUri);
            Assert.Empty(await page.Context.CookiesAsync());
            Assert.Equal(0, await page.EvaluateAsync<int>("""
                async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length
                    + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length
                """));
        }
    }

    private async Task<IPage> OpenArticleAsync()
    {
        IPage page = await chromium.NewPageAsync();
        await page.GotoAsync(new Uri(site.Served, "index.html").AbsoluteUri);
        return page;
    }

    private static async Task ExpectReferenceAsync(IPage page, ILocator citation)
    {
        ILocator preview = page.Locator("[popover]");
        await preview.WaitForAsync();
        string reference = await citation.EvaluateAsync<string>("link => document.getElementById(link.hash.slice(1)).innerText");
        string shown = await preview.InnerTextAsync();
        Assert.NotEqual("", shown.Trim());
        Assert.StartsWith(shown.Trim(), reference.Trim());
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
