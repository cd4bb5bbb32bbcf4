using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;

namespace Her2Gen.Tests.Markup;

/// <summary>Whatever the glossary and the text are, a page says in the same words what it said without a glossary, and each of its links to a term leads to the definition.</summary>
public sealed class TermPropertyTests
{
    private static readonly string[] Pieces =
    [
        "HER2", "HER2-low", "ADCC", "ADCs", "T-DM1", "hazard", "ratio", "Hazard ratio", "s", "es", "x", "é", "γ", "\u0301", "\uD83D\uDE00", "\u00A0", "\u00AD", "&nbsp;", "&amp;", "&lt;b&gt;", "-", "‑", "–", "'", "’", ".", "(", ")", "\\", "\\-", " ", " ", " ",
        "\n", "\n\n", "  \n", "*", "**", "_", "~", "^", "`", "[", "]", "]{.term}", "]{.term key=\"ADCC\"}", "](#one)", "![", "](figures/a.svg)", "[^n]", "[^n]: ", "[@a]", "@a", "*[HER2]: r\n", "*[x]: y\n", "<i>", "</i>", "<http://x/>",
        "# ", "## ", "### ", "- ", "1. ", "> ", "| ", " |\n|---|\n| ", "::: note\n", "\n:::\n", "    ", "$1", ".*", "{#i}", "{.c}",
    ];

    private static readonly Gen<string> Text = Texts.Of(Pieces);

    private static readonly Gen<string[]> Terms = Gen.OneOf(Gen.OneOf(Pieces), Gen.Select(Gen.OneOf(Pieces), Gen.OneOf(Pieces), (a, b) => a + b), Gen.String[1, 4]).Array[0, 8];

    private static TestSite Site(string body) => TestSite.WithBody("\n## One {#one}\n\n" + body + "\n").With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>");

    // JSON's form of a text is YAML's too.
    private static string Glossary(string[] terms) => string.Concat(terms.Distinct().Select((term, i) => $"{Quoted(term)}:\n  definition: d\n  forms: [{Quoted(term + "y")}, {Quoted("f" + i)}]\n"));

    private static string Quoted(string text) => JsonSerializer.Serialize(new string([.. text.Where(c => !char.IsSurrogate(c) && !char.IsControl(c))]));

    private static IHtmlDocument Page(TestSite site)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(site.Output("index.html"));
        foreach (IElement contents in page.QuerySelectorAll("nav.toc").ToArray()) contents.Remove();
        return page;
    }

    private static IEnumerable<string> Lines(IHtmlDocument page) => (page.Body?.TextContent ?? "").Split('\n').Where(line => line.Length > 0);

    [Fact]
    public void Links_to_terms_change_no_word_of_a_page() => Gen.Select(Text, Terms).Sample(
        (body, terms) =>
        {
            IHtmlDocument linked = Page(Site(body).With("content/glossary.yml", Glossary(terms)));
            Assert.All(linked.QuerySelectorAll("a.term[href]"), link => Assert.NotNull(linked.GetElementById(Uri.UnescapeDataString((link.GetAttribute("href") ?? "")[1..]))));
            Assert.Empty(linked.QuerySelectorAll("a a, h1 a.term, h2 a.term, h3 a.term, code a.term"));
            Assert.Equal(linked.QuerySelectorAll("a.term[href^='#g-']").Select(link => link.GetAttribute("href")).Distinct().Count(), linked.QuerySelectorAll("section[aria-labelledby=terms] dl.gloss > div").Length);
            linked.QuerySelector("section[aria-labelledby=terms]")?.Remove();
            Assert.Equal(Lines(Page(Site(body))), Lines(linked));
        },
        iter: 1500);
}
