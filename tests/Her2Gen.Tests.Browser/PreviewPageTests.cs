using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Her2Gen.Tests.Browser;

/// <summary>What the preview's script does in an open page: each test edits the sources of one and the same preview, and waits for the page to follow.</summary>
public sealed class PreviewPageTests(Chromium chromium) : IAsyncLifetime
{
    private const string Article = "content/article.md";
    private const string Introduction = "## Introduction {#introduction}";
    private const string Pill = "her2gen-preview .pill";
    private const string Problems = "her2gen-preview .box li";

    private readonly TemporaryFolder folder = PublishedSite.CopySources();
    private PreviewProcess? preview;

    public async ValueTask InitializeAsync() => preview = await PreviewProcess.StartAsync(folder.Path);

    public async ValueTask DisposeAsync()
    {
        if (preview is not null) await preview.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_changed_text_leaves_place_selection_focus_and_closed_details()
    {
        await using IPage page = await OpenAsync();
        await page.EvaluateAsync("""
            () => {
                window.kept = true;
                document.querySelector('details[open]').open = false;
                document.querySelector('details.data').open = true;
                const heading = document.getElementById('key-agents');
                heading.scrollIntoView();
                const texts = document.createTreeWalker(heading.parentElement, NodeFilter.SHOW_TEXT);
                texts.currentNode = heading.nextElementSibling;
                while (texts.nextNode().data.length < 20);
                const text = texts.currentNode;
                getSelection().setBaseAndExtent(text, 4, text, 14);
                window.selected = String(getSelection());
                document.querySelector('#key-agents a').focus({ preventScroll: true });
            }
            """);
        await page.WaitForTimeoutAsync(100);
        double before = await TopAsync(page);
        Edit(Article, Introduction, "## Introduction {#introduction}\n\nA new paragraph of some length stands above what is in sight [@slamon1987].\n\nAnd one more.");
        await SeesAsync(page, "And one more.");
        Edit(Article, "And one more.", "And another one.");
        await SeesAsync(page, "And another one.");
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
        Assert.InRange(await TopAsync(page) - before, -2, 2);
        Assert.True(await page.EvaluateAsync<bool>("window.selected.length === 10 && String(getSelection()) === window.selected"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('#key-agents a')"));
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('details:not(.data)').open"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('details.data').open"));
    }

    [Fact]
    public async Task A_selection_stays_in_a_paragraph_that_changes_elsewhere()
    {
        await using IPage page = await OpenAsync();
        await page.EvaluateAsync("() => { const text = document.querySelector('#introduction + p').firstChild; getSelection().setBaseAndExtent(text, 8, text, 20) }");
        Edit(Article, "In 1987, extra copies", "Back in 1987, extra copies");
        await SeesAsync(page, "Back in 1987");
        Assert.Equal(" extra copie", await page.EvaluateAsync<string>("String(getSelection())"));
    }

    [Fact]
    public async Task The_page_after_many_changes_is_the_page_that_is_built()
    {
        await using IPage page = await OpenAsync();
        foreach ((string before, string after) in ((string, string)[])
        [
            (Introduction, "## First of all {#first}\n\nText.\n\n- one\n- two\n\n" + Introduction),
            ("- one\n- two", "- zero\n- two\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
            ("Text.\n\n", ""),
            ("## How this review was made {#methods}", "## How it was made {#methods}"),
            ("Breast cancer is common", "*Breast cancer* is [very](pages/about.md) common"),
            ("## First of all {#first}", "### Not first {#second}"),
        ])
        {
            Edit(Article, before, after);
            await preview!.ReadUntilAsync("built in");
        }

        await page.WaitForFunctionAsync("() => document.getElementById('second')");
        await page.WaitForTimeoutAsync(300);
        // What scripts add is theirs; everything else is as a new start shows it.
        const string Text = "() => { const body = document.body.cloneNode(true); body.querySelectorAll('#pop, script, [data-copy] > button').forEach(own => own.remove()); body.querySelectorAll('[aria-current]').forEach(link => link.removeAttribute('aria-current')); body.querySelectorAll('[data-her2gen]').forEach(mark => mark.removeAttribute('data-her2gen')); return body.innerHTML.trim() }";
        string morphed = await page.EvaluateAsync<string>(Text);
        await page.ReloadAsync();
        Assert.Equal(await page.EvaluateAsync<string>(Text), morphed);
    }

    [Fact]
    public async Task A_style_sheet_is_swapped_without_a_reload()
    {
        await using IPage page = await OpenAsync();
        await page.EvaluateAsync("window.kept = true");
        Edit("templates/assets/style.css", ".foot{", ".foot{outline:7px solid;");
        await page.WaitForFunctionAsync("getComputedStyle(document.querySelector('.foot')).outlineWidth === '7px' && document.querySelectorAll('link[rel=stylesheet]').length === 1");
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
    }

    [Fact]
    public async Task Another_script_is_a_new_start()
    {
        await using IPage page = await OpenAsync();
        await page.EvaluateAsync("window.kept = true");
        File.AppendAllText(folder["templates/assets/app.js"], "\nwindow.fresh = true;\n");
        await page.WaitForFunctionAsync("window.fresh === true && window.kept === undefined");
    }

    [Fact]
    public async Task A_problem_appears_at_its_line_and_goes_when_it_is_mended()
    {
        await using IPage page = await OpenAsync();
        Assert.Equal("Preview: sound", await page.Locator(Pill).TextContentAsync());
        Edit(Article, Introduction, Introduction + "\n\nBroken here [@nobody1900].\n");
        await page.Locator($"{Pill}[data-worst=error]").WaitForAsync();
        int line = LineOf("Broken here");
        await page.Locator(Pill).ClickAsync();
        ILocator problem = page.Locator(Problems).First;
        Assert.Contains($"{Article}:{line}:14", await problem.TextContentAsync());
        Assert.Equal("Broken here [@nobody1900].\n             ^^^^^^^^^^^", await problem.Locator("pre").TextContentAsync());
        Assert.Equal($"vscode://file{folder[Article]}:{line}:14", await problem.Locator("a").GetAttributeAsync("href"));
        Assert.StartsWith("Broken here", await page.Locator("[data-her2gen=error]").TextContentAsync());
        Edit(Article, "Broken here [@nobody1900].", "Mended [@slamon1987].");
        await page.Locator($"{Pill}[data-worst=none]").WaitForAsync();
        Assert.Equal(0, await page.Locator("[data-her2gen]").CountAsync());
    }

    [Fact]
    public async Task An_alt_click_on_a_paragraph_opens_its_line()
    {
        await using IPage page = await OpenAsync();
        await page.EvaluateAsync("document.addEventListener('click', event => { window.opened = event.composedPath()[0].href; event.preventDefault() })");
        await page.GetByText("What had been a sign of a poor outlook").ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Alt] });
        Assert.Equal($"vscode://file{folder[Article]}:{LineOf("In 1987, extra copies")}:1", await page.EvaluateAsync<string>("window.opened"));
        await page.Locator("#key-agents").ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Alt] });
        Assert.Equal($"vscode://file{folder[Article]}:{LineOf("## Key agents")}:1", await page.EvaluateAsync<string>("window.opened"));
    }

    [Fact]
    public async Task Notes_of_what_is_to_do_are_marked()
    {
        await using IPage page = await OpenAsync();
        Edit(Article, Introduction, Introduction + "\n\n[[todo: look this up]]\n");
        await page.Locator("mark.todo").WaitForAsync();
        await page.Locator($"{Pill}[data-worst=warning]").WaitForAsync();
        Assert.Equal(1, await page.Locator("[data-her2gen=warning]").CountAsync());
    }

    [Fact]
    public async Task The_panel_works_by_keyboard_and_axe_finds_nothing_in_it()
    {
        await using IPage page = await OpenAsync();
        Edit(Article, Introduction, Introduction + "\n\nBroken [@nobody1900]. [[todo: more]]\n");
        await page.Locator($"{Pill}[data-worst=error]").WaitForAsync();
        await page.Locator(Pill).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("her2gen-preview .box").WaitForAsync();
        Assert.Equal("true", await page.Locator(Pill).GetAttributeAsync("aria-expanded"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.shadowRoot.activeElement.nodeName"));
        AxeResult result = await page.RunAxe(AccessibilityTests.Rules);
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}"))));
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("her2gen-preview .box").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.Equal("pill", await page.EvaluateAsync<string>("document.activeElement.shadowRoot.activeElement.className"));
    }

    [Fact]
    public async Task The_panel_says_how_the_text_reads()
    {
        await using IPage page = await OpenAsync();
        await page.Locator(Pill).ClickAsync();
        string said = await page.Locator("her2gen-preview .box").InnerTextAsync();
        Assert.All(["Words", "Reading time", "Plain-language summary", "Evidence up to", "2026-11-23", "KiB", "Paragraphs without a source: ", "References not cited: 0"], part => Assert.Contains(part, said));
    }

    [Fact]
    public async Task The_page_of_changes_follows_the_text()
    {
        await using IPage page = await OpenPreview.OpenAsync(chromium, new Uri(preview!.Address, "changes"));
        Edit(Article, "In 1987, extra copies", "In 1987, astonishing copies");
        await page.Locator("ins", new PageLocatorOptions { HasTextString = "astonishing" }).First.WaitForAsync();
    }

    private Task<IPage> OpenAsync() => OpenPreview.OpenAsync(chromium, preview!.Address);

    private void Edit(string file, string before, string after) => OpenPreview.Edit(folder, file, before, after);

    private int LineOf(string start) => File.ReadAllLines(folder[Article]).Index().First(entry => entry.Item.StartsWith(start, StringComparison.Ordinal)).Index + 1;

    private static Task<double> TopAsync(IPage page) => page.EvaluateAsync<double>("document.getElementById('key-agents').getBoundingClientRect().top");

    private static async Task SeesAsync(IPage page, string text) => await page.WaitForFunctionAsync("text => document.body.innerText.includes(text)", text);
}
