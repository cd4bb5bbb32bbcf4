using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>From the save of the real article to the changed text on the screen. How long that takes is said, and never asserted: it is for a quiet machine and the native binary.</summary>
public sealed class PaintTests(Chromium chromium)
{
    private const int Saves = 50;
    private const int WarmUp = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_many_saves_is_painted()
    {
        using TemporaryFolder folder = PublishedSite.CopySources();
        await using PreviewProcess preview = await PreviewProcess.StartAsync(folder.Path);
        await using IPage page = await OpenPreview.OpenAsync(chromium, preview.Address);
        string article = folder["content/article.md"];
        string text = await File.ReadAllTextAsync(article, Stop);
        // The first frame that has the text has been drawn when the next one begins.
        await page.EvaluateAsync("""
            () => {
                window.painted = {};
                const look = () => {
                    const found = document.getElementById('introduction').nextElementSibling.textContent.match(/Painted (\d+)x/);
                    if (found && !(found[1] in painted)) { const token = found[1]; painted[token] = 0; requestAnimationFrame(() => { painted[token] = performance.timeOrigin + performance.now(); }); }
                    requestAnimationFrame(look);
                };
                look();
            }
            """);
        List<double> taken = [];
        for (int i = 0; i < Saves + WarmUp; i++)
        {
            double start = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
            await File.WriteAllTextAsync(article, text.Replace("\n\nIn 1987,", $"\n\nPainted {i}x. In 1987,", StringComparison.Ordinal), Stop);
            await page.WaitForFunctionAsync("token => window.painted[token] > 0", $"{i}");
            taken.Add(await page.EvaluateAsync<double>("token => window.painted[token]", $"{i}") - start);
            await Task.Delay(150, Stop);
        }

        double[] counted = [.. taken.Skip(WarmUp).Order()];
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"save to paint, {Saves} saves, ms: median {counted[Saves / 2]:0.0}, 95th percentile {counted[Saves * 95 / 100]:0.0}, {counted[0]:0.0} to {counted[^1]:0.0}"));
    }
}
