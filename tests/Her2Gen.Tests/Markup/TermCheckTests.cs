namespace Her2Gen.Tests.Markup;

/// <summary>What is said of terms and abbreviations.</summary>
public sealed class TermCheckTests
{
    private const string Long = "ADCC:\n  long: antibody-dependent cellular cytotoxicity\n  definition: Killing of a cell.\n";

    // What is said of a body whose first line is line 19.
    private static string Said(string body, string glossary, string names = "[]") =>
        TestSite.WithBody("\n" + body + "\n").With("content/glossary.yml", glossary).With("content/site.yml", TestSite.Settings + $"names: {names}\n").Said();

    [Theory]
    [InlineData("[HER3]{.term} [HER2]{.term}", "content/article.md:19:1: error HG319 unknown-term: no term `HER3` in the glossary")]
    [InlineData("HER2 [these]{.term key=\"HER3\"}", "content/article.md:19:6: error HG319 unknown-term: no term `HER3` in the glossary")]
    [InlineData("HER2 HER3 HER3s, anti-HER3 and [HER3]{.term}", "content/article.md:19:6: error HG319 unknown-term: no term `HER3` in the glossary")]
    [InlineData("HER2 []{.term}", "content/article.md:19:6: error HG319 unknown-term: no term `` in the glossary")]
    public void A_mark_of_a_term_that_is_not_there_is_told_once(string body, string said) => Assert.Equal(said, Said(body, "HER2: A receptor.\n"));

    [Fact]
    public void Without_a_glossary_no_mark_is_right() => Assert.Equal(
        "content/article.md:19:3: error HG319 unknown-term: no term `HER2` in the glossary",
        TestSite.WithBody("\nA [HER2]{.term}.\n").Said());

    [Theory]
    [InlineData("ADCC", "1:ADCC")]
    [InlineData("The pCR and iDFS, TILs", "5:pCR, 13:iDFS, 19:TIL")]
    [InlineData("T-DM1, T-DXd, IL-2, 5-FU and PD-L1-positive", "1:T-DM1, 8:T-DXd, 15:IL-2, 21:5-FU, 30:PD-L1")]
    [InlineData("anti-PD-1, SARS-CoV-2, ER-Positive", "6:PD-1, 12:SARS-CoV-2, 24:ER")]
    [InlineData("*FcγRIIIa* and IgG~1~", "2:FcγRIIIa, 16:IgG1")]
    [InlineData("## The ADC\n\n- *x*\n- **ICI**", "8:ADC, 5:ICI")]
    [InlineData("| ADC |\n|---|\n| `ADC` ICI |", "3:ADC, 9:ICI")]
    [InlineData("::: note\nADC\n:::\n\nx[^n]\n\n[^n]: ICI", "1:ADC, 7:ICI")]
    [InlineData("[ADC](#xx)\n\n## X {#xx}", "2:ADC")]
    [InlineData("BRCA1/2 and CDK4/6", "1:BRCA1, 13:CDK4")]
    public void A_word_in_capitals_that_nobody_knows_is_told(string body, string said) => Assert.Equal(
        said,
        string.Join(", ", Said(body, "x: y\n").Split('\n').Where(line => line.Contains("HG319", StringComparison.Ordinal)).Select(line => $"{line.Split(':')[2]}:{line.Split('`')[1]}")));

    [Theory]
    [InlineData("P values, a T cell, B-31, vitamin B12, mg/m2, 5 mL, grade 3")]
    [InlineData("Stages II, IIIA and IV; types VII, XI")]
    [InlineData("PubMed, McNemar, ClinicalTrials.gov, GitHub")]
    [InlineData("`ADCC`, <https://EXAMPLE.org/ADCC>, [text](https://example.org/ADCC \"ADCC\")")]
    [InlineData("*[ADCC]: words\n\nThe words (ADCC) and ADCCs, the anti-ADCC.")]
    [InlineData("![text](figures/a.svg){alt=\"ADCC\"}")]
    [InlineData("HER2CLIMB-02, IMpassion050, DESTINY-Breast03, NSABP B-31, the FDA’s and US")]
    public void Other_words_and_names_are_no_abbreviations(string body) => Assert.DoesNotContain(
        "HG319",
        TestSite.WithBody("\n" + body + "\n").With("content/glossary.yml", "x: y\n").With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")
            .With("content/site.yml", TestSite.Settings + "names: [HER2CLIMB, IMpassion050, DESTINY, NSABP B-31, FDA, US]\n").Said(),
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_glossary_no_word_is_looked_at() => Assert.Equal("", TestSite.WithBody("\nADCC and *[X]*.\n").Said());

    [Fact]
    public void To_take_one_term_away_is_one_finding() => Assert.Equal(
        "content/article.md:19:1: error HG319 unknown-term: no term `PD-L1` in the glossary",
        Said("PD-L1, PD-L1-positive, [PD-L1]{.term}\n\n## PD-L1\n\nPD-1 and anti-PD-L1", "PD-1:\n  definition: x\n  see: [PD-L1]\n"));

    [Theory]
    [InlineData("ADCC (antibody-dependent cellular cytotoxicity)")]
    [InlineData("Antibody-dependent cellular\ncytotoxicity (ADCC), then ADCC")]
    [InlineData("Antibody-dependent *cellular* cytotoxicity [@a] (**ADCC**; more)\n\n*[X]: y\n\nX (y)")]
    [InlineData("antibody-dependent cellular cytotoxicities (ADCCs)")]
    [InlineData("::: note\nADCC\n:::\n\n## ADCC\n\n| ADCC |\n|---|\n| ADCC |\n\nADCC (antibody-dependent cellular cytotoxicity)[^n]\n\n[^n]: ADCC")]
    [InlineData("![ADCC.](figures/a.svg){alt=\"a\"}\n\n[ADCC]{.term} (antibody-dependent cellular cytotoxicity)")]
    public void An_abbreviation_is_explained_beside_its_words(string body) => Assert.Equal(
        "",
        TestSite.WithBody("\n" + body + "\n").With("content/glossary.yml", Long).With("content/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>")
            .With("content/references.json", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}]").With("content/pages/cites.md", "---\ntitle: A\nsummary: A.\n---\n\nCited [@a].\n").Said());

    [Theory]
    [InlineData("The ADCC, antibody-dependent cellular cytotoxicity (ADCC)", "19:5")]
    [InlineData("antibody-dependent cellular cytotoxicity, or ADCC", "19:46")]
    [InlineData("antibody-dependent cell cytotoxicity (ADCC)", "19:39")]
    [InlineData("nonantibody-dependent cellular cytotoxicity (ADCC)", "19:46")]
    [InlineData("## One\n\nx\n\n> *ADCCs* and ADCC", "23:4")]
    [InlineData("ADCC (antibody-dependent cellular cytotoxicityx)", "19:1")]
    public void An_abbreviation_that_is_not_is_told_at_its_first_use(string body, string place) =>
        Assert.Equal($"content/article.md:{place}: warning HG321 abbreviation-unexplained: `ADCC` is not explained where it is first used", Said(body, Long));

    [Fact]
    public void An_abbreviation_that_a_text_defines_is_explained_too_where_there_is_a_glossary()
    {
        const string Body = "*[CI]: confidence interval\n\nThe CI.";
        Assert.Equal("content/article.md:21:5: warning HG321 abbreviation-unexplained: `CI` is not explained where it is first used", Said(Body, ""));
        Assert.Equal("", Said(Body.Replace("The CI", "The confidence interval (CI), and CI", StringComparison.Ordinal), ""));
        Assert.Equal("", TestSite.WithBody("\n" + Body + "\n").Said());
    }

    [Fact]
    public void Each_page_explains_for_itself() => Assert.Equal(
        "content/pages/a.md:6:1: warning HG321 abbreviation-unexplained: `ADCC` is not explained where it is first used",
        TestSite.WithBody("\nADCC (antibody-dependent cellular cytotoxicity)\n").With("content/glossary.yml", Long).With("content/pages/a.md", "---\ntitle: A\nsummary: A.\n---\n\nADCC\n").Said());

    [Theory]
    [InlineData("## HER2\n")]
    [InlineData("[HER2](#xx)\n\n## X {#xx}")]
    [InlineData("[these]{.term key=\"HER2\"}")]
    [InlineData("::: note\nHER2s\n:::")]
    public void A_term_is_used_wherever_it_stands(string body) => Assert.Equal("", Said(body, "HER2: A receptor.\n"));

    [Fact]
    public void What_no_text_uses_is_told() => Assert.Equal(
        """
        content/article.md:19:1: warning HG320 term-unused: no text uses `CI`
        content/glossary.yml:2:1: warning HG320 term-unused: no text uses `Hazard ratio`
        """,
        Said("*[CI]: confidence interval\n\nHER2 `CI` `Hazard ratio`", "HER2: A receptor.\nHazard ratio: A ratio.\n"));

    [Fact]
    public void What_another_page_uses_is_used() => Assert.Equal(
        "",
        TestSite.WithBody("\nText.\n").With("content/glossary.yml", "HER2: x\n").With("content/pages/a.md", "---\ntitle: A\nsummary: A.\n---\n\nHER2\n").Said());
}
