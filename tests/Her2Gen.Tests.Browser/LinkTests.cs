using System.Net;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

public sealed class LinkTests(Chromium chromium, PublishedSite site)
{
    // Follows every link within the page as a reader does, and tells of each whose target is not brought into view.
    private const string FollowFragments = """
        async () => {
            const lost = [];
            const here = location.href.split('#')[0];
            for (const link of document.querySelectorAll('a[href]')) {
                if (!link.hash || link.href.split('#')[0] !== here) continue;
                const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
                const isThere = () => {
                    const top = target?.getClientRects().length ? target.getBoundingClientRect().top : -Infinity;
                    return location.hash === link.hash && top > -2 && top < innerHeight;
                };
                link.click();
                for (let tries = 0; tries < 50 && !isThere(); tries++) await new Promise(done => setTimeout(done));
                if (!isThere()) lost.push(`${link.hash} ${target ? 'is not brought into view' : 'is missing'}`);
            }
            return lost;
        }
        """;

    private const string IsTargetInView = """
        () => {
            const box = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect();
            return !!box && box.top > -2 && box.top < innerHeight;
        }
        """;

    [Fact]
    public Task Every_link_of_the_served_site_leads_where_it_says() => FollowAllAsync(site.Served);

    [Fact]
    public Task Every_link_of_the_site_on_disk_leads_where_it_says() => FollowAllAsync(site.OnDisk);

    private async Task FollowAllAsync(Uri start)
    {
        await using IPage page = await chromium.NewPageAsync();
        Complaints complaints = new(page, start);
        List<string> broken = [];
        foreach (string name in site.Pages)
        {
            string address = new Uri(start, name).AbsoluteUri;
            await OpenAsync(page, address);
            foreach (string lost in await page.EvaluateAsync<string[]>(FollowFragments)) broken.Add($"{name}: {lost}");

            await OpenAsync(page, address);
            string[] links = await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('a[href]')].map(link => link.href))]");
            foreach (string link in links)
            {
                if (WithoutFragment(link) == address) continue;
                if (!link.StartsWith(start.AbsoluteUri, StringComparison.Ordinal))
                {
                    if (!link.StartsWith("https://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)) broken.Add($"{name}: {link} leads nowhere");
                }
                else if (!await ExistsAsync(new Uri(link)))
                {
                    broken.Add($"{name}: {link} is missing");
                }
                else if (WithoutFragment(link) is { } target && (target.EndsWith(".html", StringComparison.Ordinal) || target.EndsWith('/')) && !await ClickAsync(page, address, link))
                {
                    broken.Add($"{name}: {link} does not bring its target into view");
                }
            }
        }

        Assert.Equal("", string.Join('\n', [.. broken, .. complaints.Heard]));
    }

    private static async Task<bool> ClickAsync(IPage page, string from, string link)
    {
        if (page.Url != from) await OpenAsync(page, from);
        int index = await page.EvaluateAsync<int>("link => [...document.querySelectorAll('a[href]')].findIndex(a => a.href === link)", link);
        await page.Locator("a[href]").Nth(index).ClickAsync();
        await page.WaitForURLAsync(link);
        await SettleAsync(page);
        return !link.Contains('#', StringComparison.Ordinal) || await page.EvaluateAsync<bool>(IsTargetInView);
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await SettleAsync(page);
    }

    // A page that is left while it still fetches its fonts, or what an object shows, has requests that fail.
    private static async Task SettleAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync("async () => { await document.fonts.ready; }");
    }

    // A server may answer an address without a file's name with index.html; a disk shows the folder.
    private static async Task<bool> ExistsAsync(Uri link)
    {
        if (link.IsFile) return File.Exists(link.LocalPath);
        using HttpClient client = new();
        using HttpResponseMessage response = await client.GetAsync(link);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static string WithoutFragment(string link) => link.Split('#')[0];
}
