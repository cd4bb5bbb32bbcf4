using Her2Gen.Tests.Browser;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(PublishedSite))]
// One browser, one server, and tests that measure time.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Her2Gen.Tests.Browser;

/// <summary>The machine's own Chromium, one for all tests; nothing is ever downloaded.</summary>
/// <remarks>Where there is none, a test that asks for a page is skipped, but fails where <c>CI</c> is <c>true</c>.</remarks>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (FindExecutable() is not { } executable) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Headless = true, Args = Flags });
    }

    /// <summary>An empty page in a profile of its own, gone when it is closed: 1280 by 800 pixels unless told, where nothing moves by itself.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewPageOptions? options = null)
    {
        if (browser is null)
        {
            const string Reason = "no Chromium on the PATH; HER2GEN_CHROMIUM can name one";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Reason);
            Assert.Skip(Reason);
        }

        BrowserNewPageOptions chosen = options ?? new BrowserNewPageOptions();
        chosen.ReducedMotion = ReducedMotion.Reduce;
        chosen.ViewportSize ??= new ViewportSize { Width = 1280, Height = 800 };
        IPage page = await browser.NewPageAsync(chosen);
        page.SetDefaultTimeout(10_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("HER2GEN_CHROMIUM") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        string[] folders = ["/usr/bin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
