using System.Diagnostics;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Templates;

/// <summary>A template that is wrong is told at its own line and column, and ends.</summary>
public sealed class TemplateFaultTests
{
    private const string Template = "templates/files/t.xml";

    // An endless template must not keep its author waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static void Expect(string template, string said) => Assert.Equal(said, new TestSite().With(Template, template).Said());

    [Theory]
    [InlineData("{{ for x in site.pages }}", "1:24: error HG201 template-syntax: error while parsing for statement: The <end> statement was not found in: for <variable> in <expression> ... end")]
    [InlineData("a {{ 1 + }}", "1:10: error HG201 template-syntax: error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    public void A_syntax_error_is_told_at_its_place(string template, string said) => Expect(template, $"{Template}:{said}");

    [Theory]
    [InlineData("a\n  {{ tilte }}", "2:6: error HG202 template-error: the variable or function `tilte` was not found")]
    [InlineData("{{ page.title }}", "1:4: error HG202 template-error: the variable or function `page` was not found")]
    [InlineData("{{ site.tilte }}", "1:9: error HG202 template-error: cannot get member with name tilte")]
    [InlineData("{{ site.licence.colour.hue }}", "1:17: error HG202 template-error: cannot get member with name colour")]
    [InlineData("{{ site.title.x }}", "1:15: error HG202 template-error: cannot get member with name x")]
    [InlineData("{{ site.pages[9].title }}", "1:15: error HG202 template-error: the index 9 is out of bounds [0, 1] on the `site.pages` with the indexer: 9")]
    [InlineData("{{ if site.none }}x{{ end }}", "1:12: error HG202 template-error: cannot get member with name none")]
    [InlineData("{{ for x in nothing }}x{{ end }}", "1:13: error HG202 template-error: the variable or function `nothing` was not found")]
    [InlineData("{{ site.title | string.upcse }}", "1:24: error HG202 template-error: cannot get member with name upcse")]
    [InlineData("{{ upper site.title }}", "1:4: error HG202 template-error: the variable or function `upper` was not found")]
    [InlineData("{{ include }}", "1:11: error HG202 template-error: invalid number of arguments `0` passed to `include` while expecting `1` arguments")]
    [InlineData("{{ asset 1 }}", "1:4: error HG202 template-error: the argument must be a text")]
    [InlineData("{{ link '../out.html' }}", "1:4: error HG202 template-error: `../out.html` is not a path of the site")]
    [InlineData("{{ json (1 / 0) }}", "1:4: error HG202 template-error: this value has no JSON form")]
    [InlineData("ab\n{{ x = 1 }} {{ site }}", "2:16: error HG202 template-error: a list, an object or a function cannot be written")]
    public void A_name_that_is_not_there_is_told_at_its_place(string template, string said) => Expect(template, $"{Template}:{said}");

    [Theory]
    [InlineData("a {{ include 'bylin.html' }}", "1:6: error HG203 template-missing: no partial `bylin.html`", "did you mean `byline.html`?")]
    [InlineData("{{ include '../layout.html' }}", "1:4: error HG203 template-missing: no partial `../layout.html`", null)]
    [InlineData("\n{{ asset 'stile.css' }}", "2:4: error HG203 template-missing: no asset `stile.css`", "did you mean `style.css`?")]
    [InlineData("{{ asset '../files/robots.txt' }}", "1:4: error HG203 template-missing: no asset `../files/robots.txt`", "put it in templates/assets/")]
    public void A_partial_or_asset_that_is_missing_is_told_with_the_nearest(string template, string said, string? hint)
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(new TestSite().With(Template, template).Sources(), diagnostics);
        Diagnostic only = Assert.Single(diagnostics.Sorted());
        Assert.Equal(($"{Template}:{said}", hint), (only.ToString(), only.Hint));
    }

    [Fact]
    public void A_directive_that_is_missing_is_told_where_the_author_wrote_it()
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(TestSite.WithBody("\n  ::: nots\nText.\n:::\n").Sources(), diagnostics);
        Diagnostic only = Assert.Single(diagnostics.Sorted());
        Assert.Equal("content/article.md:19:3: error HG203 template-missing: no directive `nots`", only.ToString());
        Assert.Equal("there are `absolute-effects`, `box`, `cite`, `figure`, `forest-plot`, `glossary`, `key-points`, `note`, `plain-summary`, `table`, `timeline`; a template at templates/directives/nots.html makes a new one", only.Hint);
    }

    [Fact]
    public void A_fault_in_a_partial_is_told_in_the_partial() => Assert.Equal(
        "templates/partials/byline.html:2:4: error HG202 template-error: the variable or function `wrong` was not found",
        new TestSite().With("templates/partials/byline.html", "a\n{{ wrong }}").Said());

    [Fact]
    public void A_fault_in_a_directive_is_told_in_its_template() => Assert.Equal(
        "templates/directives/bad.html:1:33: error HG202 template-error: cannot get member with name datum",
        TestSite.WithBody("\n::: bad\nText.\n:::\n").With("templates/directives/bad.html", "{{ directive.content; directive.datum }}").Said());

    [Fact]
    public void A_fault_in_a_style_sheet_is_told_in_the_style_sheet() => Assert.Equal(
        "templates/assets/style.css:1:11: error HG203 template-missing: no asset `none.woff2`",
        new TestSite().With("templates/assets/style.css", "a { b: {{ asset 'none.woff2' }} }").Said());

    [Fact]
    public void The_page_of_a_broken_template_is_missed_by_nobody() => Assert.Equal(
        "templates/page.html:1:4: error HG202 template-error: the variable or function `wrong` was not found",
        TestSite.WithBody("\nSee [it](pages/other.md).\n").With("content/pages/other.md", "---\ntitle: Other\nsummary: Other.\n---\n").With("templates/page.html", "{{ wrong }}").Said());

    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ while true }}{{ while true }}{{ end }}{{ end }}")]
    [InlineData("{{ for a in 1..900000 }}{{ for b in 1..900000 }}{{ end }}{{ end }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ func f(x); f x + 1; end; f 1 }}")]
    [InlineData("{{ while true }}0123456789012345678901234567890123456789012345678901234567890123456789{{ end }}")]
    public void A_template_without_end_ends(string template)
    {
        long start = Stopwatch.GetTimestamp();
        string said = new TestSite().With(Template, template).Said();
        Assert.StartsWith(Template + ":1:", said);
        Assert.Contains("HG202", said);
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"took {Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public void A_partial_that_includes_itself_ends()
    {
        long start = Stopwatch.GetTimestamp();
        Assert.StartsWith(
            "templates/partials/byline.html:1:4: error HG202 template-error: exceeding number of recursive depth limit",
            new TestSite().With("templates/partials/byline.html", "{{ include 'byline.html' }}").Said());
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }

    [Theory]
    [InlineData("date.now")]
    [InlineData("date.parse '2025-01-03'")]
    [InlineData("math.random 1 2")]
    [InlineData("math.uuid")]
    [InlineData("object.eval '1'")]
    [InlineData("object.eval_template 'x'")]
    [InlineData("'x' | object.eval")]
    [InlineData("regex.match 'x' 'y'")]
    [InlineData("timespan.from_days 1")]
    [InlineData("html.escape 'x'")]
    [InlineData("include_join ['a'] ''")]
    [InlineData("empty")]
    public void No_function_looks_at_a_clock_draws_lots_or_evaluates(string call)
    {
        string said = new TestSite().With(Template, $"{{{{ {call} }}}}").Said();
        Assert.Matches($"^{Template}:1:[0-9]+: error HG202 template-error: .*(not found|cannot get|unable|null)", said);
    }
}
