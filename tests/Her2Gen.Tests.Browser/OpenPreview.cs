using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>What a test does with a preview: opens a page of it, and edits its sources.</summary>
internal static class OpenPreview
{
    /// <summary>A page, once its stream of events stands and its panel has been filled.</summary>
    public static async Task<IPage> OpenAsync(Chromium chromium, Uri address)
    {
        IPage page = await chromium.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        await page.WaitForFunctionAsync("(document.querySelector('her2gen-preview')?.shadowRoot.querySelector('.pill').textContent ?? '…') !== '…'");
        return page;
    }

    /// <summary>Replaces the first place of a text in a file, as an editor that saves in place does.</summary>
    public static void Edit(TemporaryFolder folder, string file, string before, string after)
    {
        string text = File.ReadAllText(folder[file]);
        string edited = new Regex(Regex.Escape(before)).Replace(text, after.Replace("$", "$$", StringComparison.Ordinal), count: 1);
        Assert.NotEqual(text, edited);
        File.WriteAllText(folder[file], edited);
    }
}
