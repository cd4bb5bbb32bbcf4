namespace Her2Gen.Tests.Checks;

/// <summary>The checks over our own build point at what the author wrote. The body starts at line 19.</summary>
public sealed class BuildCheckTests
{
    [Theory]
    [InlineData("See [x](#none).", "19:5: error HG402 fragment-missing: `index.html` has no `none`")]
    [InlineData("See\n[x](pages/other.md#none).", "20:1: error HG402 fragment-missing: `other.html` has no `none`")]
    [InlineData("See [x](pages/none.md).", "19:5: error HG401 link-target-missing: no file `none.html`")]
    [InlineData("- ![x](figures/none.svg){alt=\"x\"}", "19:3: error HG408 asset-missing: no file `figures/none.svg`")]
    [InlineData("See [x](pages/Other.md).", "19:5: error HG403 path-case-mismatch: `Other.html` is written `other.html`")]
    [InlineData("See [x](../../out.html).", "19:5: error HG404 link-escapes-root: `../../out.html` climbs out of the site")]
    [InlineData("See [x](/a%ZZ).", "19:5: error HG405 url-malformed: `/a%ZZ` is not an address")]
    [InlineData("See [x](javascript:x).", "19:9: error HG406 unsafe-url-scheme: a link may not use `javascript:`")]
    [InlineData("## One {#one}\n\n## Two {#one}", "21:1: error HG501 duplicate-id: id `one` stands already at content/article.md:19:1")]
    [InlineData("![A](figures/a.svg){#one alt=\"A\"}\n\n## Two {#one}", "21:1: error HG501 duplicate-id: id `one` stands already at content/article.md:19:1")]
    [InlineData("## One\n\n#### Two", "21:1: warning HG502 heading-level-skipped: heading jumps from level 2 to level 4")]
    [InlineData("![x](figures/a.svg)", "19:1: error HG504 image-alt-missing: image without `alt`")]
    [InlineData("See [](pages/other.md).", "19:5: error HG505 link-name-missing: link without text")]
    [InlineData("| A |\n|---|\n| [x](#none) |", "21:3: error HG402 fragment-missing: `index.html` has no `none`")]
    [InlineData("::: note\nSee [x](#none).\n:::", "20:5: error HG402 fragment-missing: `index.html` has no `none`")]
    [InlineData("See[^n].\n\n[^n]: [x](#none)", "21:7: error HG402 fragment-missing: `index.html` has no `none`")]
    [InlineData("See [x].\n\n[x]: #none", "19:5: error HG402 fragment-missing: `index.html` has no `none`")]
    public void A_fault_is_told_where_it_was_written(string body, string said) => Assert.Equal("content/article.md:" + said, Site(body).Said());

    [Theory]
    [InlineData("See [x](pages/other.md#there), [y](#one), [z](https://example.org/), [f](#fig-a) and [top](#top).\n\n## One {#one}\n\n![A](figures/a.svg){#fig-a alt=\"A\"}")]
    [InlineData("::: key-points\n- One\n:::\n\n::: plain-summary\nText.\n:::\n\n## Überschrift\n\n[x](#überschrift), [y](#%C3%BCberschrift), [k](#key-points)")]
    [InlineData("Cited [@a], @a and note[^n].\n\n[^n]: Text [@a].")]
    public void A_sound_article_says_nothing(string body) => Assert.Equal("", Site(body).With("content/references.json", """[{"id": "a", "title": "T"}]""").Said().Replace(Uncited, "", StringComparison.Ordinal));

    [Fact]
    public void What_a_template_wrote_is_told_in_the_template() => Assert.Equal(
        "templates/page.html:1:26: error HG401 link-target-missing: no file `none.html`",
        new TestSite().With("content/pages/other.md", "---\ntitle: Other\nsummary: Another page.\n---\n\nText.\n").With("templates/page.html", "<main id=\"main\"><a href=\"none.html\">{{ page.title }}</a><h1>{{ page.title }}</h1>\n").Said());

    private const string Uncited = "content/references.json:1:9: warning HG302 uncited-reference: nothing cites `a`";

    private static TestSite Site(string body) => TestSite.WithBody("\n" + body + "\n")
        .With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")
        .With("content/pages/other.md", "---\ntitle: Other\nsummary: Another page.\n---\n\n## There {#there}\n\nText.\n");
}
