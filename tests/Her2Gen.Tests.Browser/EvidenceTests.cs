using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>A reader can follow a number to its source, and read every table and plot by whatever means.</summary>
public sealed class EvidenceTests(Chromium chromium, PublishedSite site)
{
    private const string Focused = "document.activeElement";

    [Fact]
    public async Task A_number_leads_to_its_row_its_reference_and_its_DOI_by_three_keystrokes_of_Enter()
    {
        await using IPage page = await OpenAsync("index.html");
        ILocator value = page.Locator("main p a.value[href*='#trials-']").First;
        string number = await value.InnerTextAsync();
        await value.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/evidence.html#*");
        // The row that the address names shows the number, and the next stops of the keyboard lie in it.
        Assert.Contains(number.Split(' ')[0], await page.Locator(":target").InnerTextAsync());
        await TabToAsync(page, $"{Focused}.matches('tr:target a[role=doc-biblioref]')");
        string reference = await page.EvaluateAsync<string>($"{Focused}.hash");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync($"location.hash === {System.Text.Json.JsonSerializer.Serialize(reference)}");
        await TabToAsync(page, $"{Focused}.matches('li:target a[href^=\"https://doi.org/\"]')");
        Assert.StartsWith("https://doi.org/10.", await page.EvaluateAsync<string>($"{Focused}.href"));
    }

    [Fact]
    public async Task A_plot_is_a_table_whose_numbers_are_in_sight_on_a_phone()
    {
        await using IPage page = await OpenAsync("index.html", width: 320);
        ILocator plot = page.Locator("table.forest").First;
        Assert.True(await plot.Locator("tbody tr:not(.group)").CountAsync() >= 10);
        foreach (ILocator row in await plot.Locator("tbody tr:not(.group)").AllAsync())
        {
            string effect = await row.Locator("td.num").First.InnerTextAsync();
            Assert.Matches(@"^\d\.\d\d .*\d\.\d\d–\d\.\d\d", effect);
            Assert.NotEqual("", await row.Locator("th[scope=row]").InnerTextAsync());
            Assert.True(await row.Locator("td.num").First.EvaluateAsync<bool>("cell => cell.getBoundingClientRect().left < 300"));
        }

        Assert.Equal("true", await plot.Locator("td.plot > svg").First.GetAttributeAsync("aria-hidden"));
    }

    [Fact]
    public async Task A_picture_has_its_size_before_it_arrives_and_opens_by_a_click()
    {
        await using IPage page = await OpenAsync("index.html");
        ILocator pictures = page.Locator("figure img");
        Assert.True(await pictures.CountAsync() >= 2);
        foreach (ILocator picture in await pictures.AllAsync())
        {
            Assert.NotNull(await picture.GetAttributeAsync("width"));
            Assert.NotNull(await picture.GetAttributeAsync("height"));
        }

        string source = await pictures.First.EvaluateAsync<string>("picture => picture.src");
        await pictures.First.ClickAsync();
        await page.WaitForURLAsync(source);
    }

    [Fact]
    public async Task A_term_shows_what_it_means_on_focus()
    {
        await using IPage page = await OpenAsync("index.html");
        ILocator term = page.Locator("main p a.term").First;
        await term.FocusAsync();
        ILocator preview = page.Locator("[popover]");
        await preview.WaitForAsync();
        string meaning = await term.EvaluateAsync<string>("link => document.getElementById(link.hash.slice(1)).innerText");
        Assert.True(meaning.Trim().Length > 20, meaning);
        Assert.StartsWith((await preview.InnerTextAsync()).Trim().Split('\n')[0], meaning.Trim());
    }

    [Fact]
    public async Task Tables_and_plots_print_whole()
    {
        await using IPage page = await OpenAsync("index.html");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(680, 900);
        foreach (ILocator table in await page.Locator(".scroll").AllAsync())
            Assert.True(await table.EvaluateAsync<bool>("region => region.scrollWidth <= region.clientWidth + 1"), await table.EvaluateAsync<string>("region => region.closest('figure')?.id + ' ' + region.scrollWidth"));
        // What a reader unfolds on the screen stands open on paper.
        foreach (ILocator details in await page.Locator("figure details").AllAsync())
            Assert.True(await details.Locator("p").First.EvaluateAsync<bool>("text => text.getBoundingClientRect().height > 0"));
    }

    private async Task<IPage> OpenAsync(string name, int width = 1280)
    {
        IPage page = await chromium.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        await page.GotoAsync(new Uri(site.Served, name).AbsoluteUri);
        return page;
    }

    private static async Task TabToAsync(IPage page, string condition)
    {
        for (int presses = 0; presses < 12; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(condition)) return;
        }

        Assert.Fail($"twelve presses of Tab do not reach {condition}, but {await page.EvaluateAsync<string>(Focused + ".outerHTML")}");
    }
}
