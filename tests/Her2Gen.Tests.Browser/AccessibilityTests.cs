using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

public sealed class AccessibilityTests(Chromium chromium, PublishedSite site)
{
    // WCAG 2.2 AA and what axe calls good practice; the rule on the size of targets (2.5.8) is off unless asked for.
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    public static MatrixTheoryData<string, int, ColorScheme> Views => new(["index.html", "evidence.html", "glossary.html", "cite.html", "about.html", "404.html", "editions/index.html", "changes/2025-01-03_2026-11-23/index.html"], [1280, 320], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string name, int width, ColorScheme scheme)
    {
        await using IPage page = await chromium.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        await page.GotoAsync(new Uri(site.Served, name).AbsoluteUri);
        AxeResult result = await page.RunAxe(Rules);
        Assert.NotEmpty(result.Passes);
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}"))));
    }
}
