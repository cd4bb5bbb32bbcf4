using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;
using Her2Gen.Terms;

namespace Her2Gen.Tests.Markup;

public sealed class TermIndexTests
{
    private static TermIndex Index(string glossary, params string[] names) =>
        new(GlossaryReader.Read(new SourceText("content/glossary.yml", glossary), new DiagnosticBag()), names);

    [Theory]
    [InlineData("HER2, HER2-low", "HER2-low and HER2-positive, not HER2CLIMB or anHER2", "HER2-low=HER2-low, HER2=HER2")]
    [InlineData("Hazard ratio", "Hazard ratios fall. The hazard ratio, HAZARD RATIO", "Hazard ratios=Hazard ratio, hazard ratio=Hazard ratio")]
    [InlineData("Bias, ADC", "Biases of ADCs and ADC's", "Biases=Bias, ADCs=ADC, ADC=ADC")]
    [InlineData("T cell, cell", "A T cell; cells; T-cell", "T cell=T cell, cells=cell")]
    [InlineData("DM1", "T-DM1 carries DM1, anti-DM1", "DM1=DM1, DM1=DM1")]
    [InlineData("PD", "PD-L1 is not PD; PD-1", "PD=PD")]
    [InlineData("HER2, HER3", "HER2-HER3, HER2–HER3, HER2/HER3, HER2-Positive", "HER2=HER2, HER3=HER3, HER2=HER2, HER3=HER3, HER2=HER2, HER3=HER3, HER2=HER2")]
    [InlineData("a.b*c, (x, [y], \"$^\"", "a.b*c axbbc (x) [y] $^", "a.b*c=a.b*c, (x=(x, [y]=[y], $^=$^")]
    [InlineData("é", "née é É", "é=é, É=é")]
    [InlineData("x", "", "")]
    public void The_longest_whole_word_is_found(string terms, string text, string found) =>
        Assert.Equal(found, Found(Index(string.Concat(Split(terms).Select(term => $"'{term}': d\n"))), text));

    [Fact]
    public void A_form_is_its_term_and_a_name_is_none() => Assert.Equal(
        "hazards=Hazard ratio, NSABP B-31=, DESTINY=",
        Found(Index("Hazard ratio:\n  definition: d\n  forms: [hazards]\nB: x\n", "NSABP B-31", "DESTINY"), "hazards in NSABP B-31 and DESTINY-Breast03"));

    [Fact]
    public void No_two_terms_share_an_id() => Assert.Equal(
        "g-fcγr, g-her2-low, g-her2-low-2, g-section",
        string.Join(", ", Ids("'HER2-low': d\n'HER2 low': d\nFcγR: d\n'++': d\n")));

    [Theory]
    [InlineData("hazard ratios", "Hazard ratio")]
    [InlineData(" Hazard ratio ", "Hazard ratio")]
    [InlineData("hazard", null)]
    [InlineData("DESTINY", null)]
    [InlineData("", null)]
    public void A_text_names_a_term_only_as_a_whole(string text, string? name) => Assert.Equal(name, Index("Hazard ratio: d\n", "DESTINY").Find(text)?.Name);

    private static string[] Split(string terms) => [.. terms.Split(", ").Select(term => term.Trim('"'))];

    private static IEnumerable<string> Ids(string glossary)
    {
        Glossary read = GlossaryReader.Read(new SourceText("content/glossary.yml", glossary), new DiagnosticBag());
        TermIndex index = new(read, []);
        return read.Terms.Select(index.IdOf).Order(StringComparer.Ordinal);
    }

    private static string Found(TermIndex index, string text) =>
        string.Join(", ", index.Matches(Spelling.Plain(text)).Select(match => $"{text.Substring(match.Start, match.Length)}={match.Term?.Name}"));
}
