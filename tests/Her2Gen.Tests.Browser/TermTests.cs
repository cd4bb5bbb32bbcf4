using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>A term shows its definition, on a site that <c>her2gen new</c> made and that has a glossary.</summary>
public sealed class TermTests(Chromium chromium)
{
    private const string Page = "---\ntitle: Terms\nsummary: Terms.\n---\n\n## Here\n\nFc gamma receptor IIIa (FcγRIIIa) and trials.\n";

    private const string Glossary = """
        FcγRIIIa:
          long: Fc gamma receptor IIIa
          definition: A receptor of immune cells.
          see: [trial]
        trial: An experiment.
        """;

    [Fact]
    public async Task A_term_shows_its_definition_on_focus_as_a_list_of_its_own()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Her2GenProcess.Run(folder.Path, "new", "site").ExitCode);
        folder.Write("site/content/pages/terms.md", Page);
        folder.Write("site/content/glossary.yml", File.ReadAllText(folder["site/content/glossary.yml"]) + Glossary);
        ProcessResult built = Her2GenProcess.Run(folder["site"], "build");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);

        await using IPage page = await chromium.NewPageAsync();
        await page.GotoAsync(new Uri(folder["site/site-output/terms.html"]).AbsoluteUri);
        await page.Locator("a.term").First.FocusAsync();
        ILocator preview = page.Locator("[popover]");
        await preview.WaitForAsync();
        Assert.Equal("FcγRIIIa Fc gamma receptor IIIa. A receptor of immune cells. See trial.", string.Join(' ', (await preview.InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa"), ResultTypes = [ResultType.Violations] });
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("g-fcγriiia", await page.EvaluateAsync<string>("document.querySelector(':target').id"));
    }
}
