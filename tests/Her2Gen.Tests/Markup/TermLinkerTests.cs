namespace Her2Gen.Tests.Markup;

/// <summary>What is linked to the glossary, and what a page then shows of it.</summary>
public sealed class TermLinkerTests
{
    private const string Glossary = """
        ADCC:
          long: antibody-dependent cellular cytotoxicity
          definition: Killing of a coated cell.
          see: [HER2, Hazard ratio]
        Hazard ratio:
          definition: A ratio.
          forms: [relative hazard]
        HER2: A receptor.
        HER2-low: Some staining.
        """;

    private static TestSite Site(string body) => TestSite.WithBody("\n" + body + "\n").With("content/glossary.yml", Glossary);

    // The body, with links to terms as <TERM|text>, and without the list.
    private static string Linked(string body) => Linked(Site(body));

    private static string Linked(TestSite site)
    {
        string drawn = site.Body();
        int list = drawn.IndexOf("\n\n<section aria-labelledby=\"terms\"", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(list < 0 ? drawn : drawn[..list], "<a class=\"term\" href=\"#g-([^\"]+)\">(.*?)</a>", "<$1|$2>", System.Text.RegularExpressions.RegexOptions.Singleline);
    }

    [Theory]
    [InlineData("HER2 and HER2.", "<p><her2|HER2> and HER2.</p>")]
    [InlineData("Hazard ratios and relative hazards.", "<p><hazard-ratio|Hazard ratios> and relative hazards.</p>")]
    [InlineData("HER2-low, HER2-positive.", "<p><her2-low|HER2-low>, <her2|HER2>-positive.</p>")]
    [InlineData("A hazard\nratio of **HER2** and*HER2*.", "<p>A <hazard-ratio|hazard\nratio> of <strong><her2|HER2></strong> and<em>HER2</em>.</p>")]
    [InlineData("The hazard *ratio* is none, a hazard ratio is.", "<p>The hazard <em>ratio</em> is none, a <hazard-ratio|hazard ratio> is.</p>")]
    [InlineData("`HER2` and [HER2](#xx \"HER2\"), then HER2.\n\n## X {#xx}", "<p><code>HER2</code> and <a href=\"#xx\" title=\"HER2\">HER2</a>, then <her2|HER2>.</p>")]
    [InlineData("HER2\\-low is HER\\2.", "<p><her2-low|HER2-low> is HER\\2.</p>")]
    [InlineData("T&nbsp;hazard&nbsp;ratio", "<p>T\u00A0<hazard-ratio|hazard\u00A0ratio></p>")]
    public void A_term_is_linked_where_it_is_first_used_in_running_text(string body, string drawn) =>
        Assert.StartsWith(drawn, Linked(body), StringComparison.Ordinal);

    [Fact]
    public void Each_section_directive_and_note_links_anew_and_headings_never() => Assert.Equal(
        """
        <p><her2|HER2>, HER2<a class="call" role="doc-noteref" href="#note-n" id="call-note-n-1"><span class="vh">Note </span>a</a></p>
        <h3 id="ss">HER2<a class="anchor" href="#ss" aria-label="Permalink to HER2">#</a></h3>

        <p>HER2</p>
        <aside class="notice" aria-label="Note">
        <p><her2|HER2> HER2</p>
        </aside>

        <p>HER2</p>
        <h2 id="tt"><span class="n">1</span>HER2<a class="anchor" href="#tt" aria-label="Permalink to section 1, HER2">#</a></h2>

        <p><her2|HER2></p>
        <section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 class="label" id="notes">Notes</h2><ol type="a">
        <li id="note-n"><p><her2|HER2> HER2<a class="back" role="doc-backlink" href="#call-note-n-1" aria-label="Back to the call of note a">↑</a></p>
        </li>
        </ol></section>
        """,
        Linked("HER2, HER2[^n]\n\n### HER2 {#ss}\n\nHER2\n\n::: note\nHER2 HER2\n:::\n\nHER2\n\n## HER2 {#tt}\n\nHER2\n\n[^n]: HER2 HER2"));

    [Fact]
    public void A_caption_and_a_cell_link_and_an_alternative_does_not() => Assert.Equal(
        """
        <figure>
        <a class="file" href="FIGURE"><img src="FIGURE" alt="HER2" width="7" height="5"></a>
        <figcaption>Of <her2|HER2>.</figcaption>
        </figure>

        <p>A hazard <img src="FIGURE" alt="HER2-low" width="7" height="5"> ratio</p>
        <section class="scroll" aria-label="Unnumbered table 1" tabindex="0"><table>
        <thead>
        <tr><th scope="col"><her2-low|HER2-low></th><th scope="col">b</th></tr>
        </thead>
        <tbody>
        <tr><td>c</td><td><hazard-ratio|hazard ratio></td></tr>
        </tbody>
        </table></section>
        """,
        System.Text.RegularExpressions.Regex.Replace(
            Linked(Site("![Of HER2.](figures/a.svg){alt=\"HER2\"}\n\nA hazard ![HER2-low](figures/a.svg) ratio\n\n| HER2-low | b |\n|---|---|\n| c | hazard ratio |").With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")),
            "assets/figures/a[^\"]*",
            "FIGURE"));

    [Theory]
    [InlineData("[HER2-*low*]{.term}", "<her2-low|HER2-<em>low</em>>")]
    [InlineData("[these]{.term key=\"Hazard ratios\"}, hazard ratio", "<hazard-ratio|these>, hazard ratio")]
    [InlineData("HER2, [HER2]{.term}", "<her2|HER2>, <her2|HER2>")]
    [InlineData("[HER2]{.term}, HER2", "<her2|HER2>, HER2")]
    [InlineData("[HER2]{.term .mine #own}", "<a id=\"own\" class=\"mine term\" href=\"#g-her2\">HER2</a>")]
    [InlineData("[a [HER2]{.term} b](#xx)", "<a href=\"#xx\">a HER2 b</a>")]
    [InlineData("[a [HER2]{.term} b]{.term key=\"HER2-low\"}", "<her2-low|a HER2 b>")]
    [InlineData("[HER2](#xx){.term}", "<a href=\"#xx\" class=\"term\">HER2</a>")]
    [InlineData("[X]{.term}\n\n[X]: #xx", "<a href=\"#xx\" class=\"term\">X</a>")]
    public void A_mark_names_a_term(string body, string drawn) => Assert.StartsWith($"<p>{drawn}</p>", Linked(body + "\n\n## X {#xx}"), StringComparison.Ordinal);

    [Fact]
    public void A_page_lists_the_terms_that_it_links_to_and_no_others() => Assert.EndsWith(
        """
        <section aria-labelledby="terms"><h2 id="terms">Terms used</h2>
        <dl class="gloss">
        <div id="g-adcc"><dt>ADCC</dt> <dd><em>antibody-dependent cellular cytotoxicity</em>. Killing of a coated cell. See <a href="#g-her2">HER2</a>, Hazard ratio.</dd></div>
        <div id="g-her2"><dt>HER2</dt> <dd>A receptor.</dd></div>
        </dl>
        </section>
        """,
        Site("HER2 and ADCC (antibody-dependent cellular cytotoxicity).\n\n## Hazard ratio\n").Body(),
        StringComparison.Ordinal);

    [Fact]
    public void The_list_of_terms_is_in_the_contents()
    {
        Assert.Contains("<li><a href=\"#terms\">Terms used</a></li>\n</ol>", Site("## One\n\nHER2").Output("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("#terms", Site("## One\n\nText").Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_the_whole_glossary_links_into_that()
    {
        TestSite site = Site("ADCC (antibody-dependent cellular cytotoxicity), hazard ratio, HER2, HER2-low.\n\n::: glossary {#all}\nA note.\n:::");
        Assert.Equal("", site.Said());
        Assert.EndsWith(
            """
            <section id="all" aria-label="Glossary">
            <dl class="gloss">
            <div id="g-adcc"><dt>ADCC</dt> <dd><em>antibody-dependent cellular cytotoxicity</em>. Killing of a coated cell. See <a href="#g-her2">HER2</a>, <a href="#g-hazard-ratio">Hazard ratio</a>.</dd></div>
            <div id="g-hazard-ratio"><dt>Hazard ratio</dt> <dd>A ratio.</dd></div>
            <div id="g-her2"><dt>HER2</dt> <dd>A receptor.</dd></div>
            <div id="g-her2-low"><dt>HER2-low</dt> <dd>Some staining.</dd></div>
            </dl>
            <p>A note.</p>
            </section>
            """,
            site.Body(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("#terms", site.Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_raw_HTML_is_allowed_no_link_stands_in_its_links() => Assert.Equal(
        "<p><a href=\"#xx\">HER2</a> <b><her2|HER2></b></p>",
        Linked(Site("<a href=\"#xx\">HER2</a> <b>HER2</b>").With("content/site.yml", TestSite.Settings + "raw-html: true\n")));

    [Fact]
    public void A_defined_abbreviation_that_is_a_term_is_linked_as_a_whole() => Assert.StartsWith(
        "<p><her2|<abbr title=\"A receptor\">HER2</abbr>> and <abbr title=\"A receptor\">HER2</abbr></p>",
        Linked("*[HER2]: A receptor\n\nHER2 and HER2"),
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_glossary_nothing_is_linked_and_the_page_is_as_it_was()
    {
        TestSite site = TestSite.WithBody("\nHER2 and ADCC.\n");
        Assert.Equal("<p>HER2 and ADCC.</p>", site.Body());
        Assert.Equal("", site.Said());
    }
}
