using System.Text.RegularExpressions;

namespace Her2Gen.Tests.Templates;

/// <summary>Directives that draw data: tables, plots, and those that a site adds with a template alone.</summary>
public sealed partial class DirectiveTests
{
    private const string Csv = "id,trial,setting,est,lo,hi,exp_arm,ctl_arm,exp_value,ctl_value,ref\ncleo,CLEOPATRA,late,0.68,0.56,0.84,A,B,56.5,40.8,slamon2001\nkat,KATHERINE,early,0.50,0.10,5.00,A,B,88.3,77.0,slamon2001\n";

    private const string Description = """
        title: Trials
        description: One row an analysis.
        page: evidence
        columns:
          - {name: id, title: Row}
          - {name: trial, title: Trial}
          - {name: setting, title: Setting}
          - {name: est, title: Estimate, type: number}
          - {name: lo, title: Low, type: number}
          - {name: hi, title: High, type: number}
          - {name: exp_arm, title: Treated}
          - {name: ctl_arm, title: Control}
          - {name: exp_value, title: Treated, type: number}
          - {name: ctl_value, title: Control, type: number}
          - {name: ref, title: Reference, type: reference}
          - {name: effect, title: "Ratio (95% CI)", text: "{est} (95% CI {lo}–{hi})"}
        """;

    private const string Forest = "::: forest-plot {#fig-f data=\"trials.csv\" columns=\"trial, ref\" group=\"setting\" scale=\"log\" axis=\"0.2, 2\" reference=\"1\"}\n:::\n";

    [GeneratedRegex(@"\.[0-9a-f]{10}\.")]
    private static partial Regex Fingerprint { get; }

    private static TestSite Site(string body, string csv = Csv) => TestSite.WithBody("\n" + body)
        .With("content/references.json", """[{"id": "slamon2001", "type": "article-journal", "title": "T"}]""")
        .With("content/data/trials.csv", csv)
        .With("content/data/trials.yml", Description)
        .With("content/pages/evidence.md", "---\ntitle: Evidence\nsummary: All rows.\n---\n\n## All {#all}\n\n::: table {data=\"trials.csv\"}\n:::\n");

    [Fact]
    public void Attributes_have_no_members_but_those_that_an_author_gave()
    {
        TestSite site = Site("::: plain {tone=\"calm\"}\nText.\n:::\n")
            .With("templates/directives/plain.html", "<p>{{ directive.attributes.tone }}{{ directive.attributes.name_of == null ? \"\" : \"more\" }}</p>{{ directive.content }}");
        Assert.Equal("", site.Said());
        Assert.Contains("<p>calm</p>", site.Body());
    }

    [Fact]
    public void A_value_leads_to_its_row_and_the_row_to_its_reference()
    {
        TestSite site = Site("It was {=trials.cleo.effect}.\n");
        Assert.Equal("", site.Said());
        Assert.Contains("<a class=\"value\" href=\"evidence.html#trials-cleo\">0.68 (95% CI 0.56–0.84)</a>", site.Body());
        string evidence = site.Output("evidence.html");
        Assert.Matches("<tr id=\"trials-cleo\">.*href=\"#ref-slamon2001\"", evidence);
        Assert.Contains("<li id=\"ref-slamon2001\">", evidence);
    }

    [Fact]
    public void One_cell_changes_the_text_the_table_and_the_plot_and_nothing_else()
    {
        string body = "It was {=trials.cleo.est}, see @fig-f and @tbl-t.\n\n" + Forest + "\n::: table {#tbl-t data=\"trials.csv\" columns=\"trial, effect\"}\n:::\n";
        TestSite before = Site(body);
        TestSite after = Site(body, Csv.Replace("0.68", "0.70", StringComparison.Ordinal));
        Assert.Equal("", before.Said());
        Assert.Equal(["assets/data/trials.csv", "evidence.html", "index.html"], before.Paths().Where(path => Text(before, path) != Text(after, path)).Select(path => Fingerprint.Replace(path, ".")));
        string[] old = [.. Lines(before, after)];
        Assert.Equal(3, old.Length);
        Assert.Contains(old, line => line.StartsWith("<p>It was", StringComparison.Ordinal));
        Assert.Contains(old, line => line.Contains("class=\"plot\"", StringComparison.Ordinal));
        Assert.Contains(old, line => line.StartsWith("<tr><th scope=\"row\">CLEOPATRA</th><td>0.68", StringComparison.Ordinal));
    }

    private static string Text(TestSite site, string path) => Fingerprint.Replace(site.Output(site.Paths().Single(other => Fingerprint.Replace(other, "") == Fingerprint.Replace(path, ""))), ".");

    private static IEnumerable<string> Lines(TestSite before, TestSite after) =>
        Text(before, "index.html").Split('\n').Zip(Text(after, "index.html").Split('\n')).Where(pair => pair.First != pair.Second).Select(pair => pair.First);

    [Fact]
    public void A_plot_says_in_numbers_what_it_draws_and_where_an_interval_goes_on()
    {
        string body = Site("@fig-f\n\n" + Forest).Body();
        Assert.Contains("<td class=\"num\">0.50 (95% CI 0.10–5.00)</td><td class=\"plot\"><svg aria-hidden=\"true\" focusable=\"false\">", body);
        Assert.Contains("<line class=\"ci\" x1=\"0%\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/><svg class=\"arrow\" x=\"0%\" y=\"50%\"><path d=\"M0 0L7 -4L7 4z\"/></svg><svg class=\"arrow\" x=\"100%\"", body);
        Assert.Contains("<th scope=\"rowgroup\" colspan=\"4\">late</th>", body);
        Assert.DoesNotContain("class=\"pool\"", body);
        Assert.Contains("class=\"pool\"", Site("@fig-f\n\n" + Forest.Replace("axis=", "diamond=\"cleo\" axis=", StringComparison.Ordinal)).Body());
    }

    [Theory]
    [InlineData("axis=\"0.2, 2\"", "axis=\"2, 0.2\"", "there is no axis between these ends")]
    [InlineData("axis=\"0.2, 2\"", "axis=\"0, 2\"", "there is no axis between these ends")]
    [InlineData("axis=\"0.2, 2\"", "axis=\"a, b\"", "`a` is not a number")]
    [InlineData("scale=\"log\"", "scale=\"logarithmic\"", "`logarithmic` is no scale")]
    [InlineData("axis=", "effect=\"efect\" axis=", "content/data/trials.csv has no column `efect`, which this directive needs")]
    public void What_a_plot_cannot_draw_is_told_where_its_author_wrote_it(string sound, string wrong, string said) =>
        Assert.Equal("content/article.md:21:1: error HG317 unknown-data: " + said, Site("@fig-f\n\n" + Forest.Replace(sound, wrong, StringComparison.Ordinal)).Said());

    [Fact]
    public void A_misspelt_attribute_is_told() => Assert.Equal(
        "content/article.md:21:1: error HG311 directive-malformed: `forest-plot` does not use the attribute `refrence`",
        Site("@fig-f\n\n" + Forest.Replace("reference=", "refrence=", StringComparison.Ordinal)).Said());

    [Fact]
    public void A_site_adds_a_directive_with_a_template_alone()
    {
        TestSite site = Site("::: dots {data=\"trials.csv\" sort=\"est\" tone=\"{=trials.cleo.est}\"}\nInside [@slamon2001].\n:::\n")
            .With("templates/directives/dots.html", "<ul class=\"{{ directive.attributes.tone }}\">{{ s = axis \"linear\" \"\" directive.data.rows \"est\" null }}{{ for row in directive.data.rows }}<li>{{ row.id }} {{ (place s (cell row \"est\").number).at }} {{ cite (cell row \"ref\").text }}</li>{{ end }}</ul>{{ directive.content }}");
        Assert.Equal("", site.Said());
        string body = site.Body();
        Assert.StartsWith("<ul class=\"0.68\"><li>kat 0 <a role=\"doc-biblioref\" href=\"#ref-slamon2001\" id=\"cite-slamon2001-1\">", body);
        Assert.Contains("<p>Inside<a role=\"doc-biblioref\" href=\"#ref-slamon2001\" id=\"cite-slamon2001-3\">", body);
    }

    [Theory]
    [InlineData("ref\ncleo", "ref\ncleo", "trial,setting,est", "trial,setting,ets", "content/data/trials.csv:1:1: error HG315 data-column: no column `est`, which the description lists\ncontent/data/trials.csv:1:18: error HG315 data-column: column `ets` is not described")]
    [InlineData(",est,", ",", "late,0.68,", "late,", "content/data/trials.csv:1:1: error HG315 data-column: no column `est`, which the description lists")]
    public void A_column_that_is_gone_is_told_once_whatever_used_it(string old, string changed, string alsoOld, string alsoChanged, string said)
    {
        string csv = Csv.Replace(old, changed, StringComparison.Ordinal).Replace(alsoOld, alsoChanged, StringComparison.Ordinal).Replace("early,0.50,", changed == "," ? "early," : "early,0.50,", StringComparison.Ordinal);
        Assert.Equal(said, Site("It was {=trials.cleo.est} or {=trials.kat.effect}, see @fig-f.\n\n" + Forest, csv).Said());
    }

    [Fact]
    public void A_reference_that_is_gone_is_told_once_with_every_place_that_cites_it() => Assert.Equal(
        "content/article.md:19:9: error HG301 unknown-citation: no reference `slamon2001`",
        Site("It was [@slamon2001], see @fig-f.\n\n" + Forest).With("content/references.json", "[]").Said());
}
