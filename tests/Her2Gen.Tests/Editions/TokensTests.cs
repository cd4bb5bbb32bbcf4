using CsCheck;
using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

public sealed class TokensTests
{
    private static readonly Gen<string> Text = Texts.Of(
        "95% CI ", "0.61–0.83", "0.61 to 0.83", "p < 0.001", "P=0.33", "5.4 mg/kg", "13,864", "−0.33", "-9", "10-12", "10-year", "T-DM1", "HER2", "trastuzumab-dkst", "3+", "2nd", "2025-01-03", "10.1056/NEJMoa", "https://a.b/c.", "%", ".", ",", " ", " ", "\u00A0", "(", ")", "é", "e\u0301", "\uD83D\uDE00", "\uD83D", "×10^9", ".5", "to", "CI", "mg");

    private static string Cut(string text) => string.Join(" | ", Tokens.Of(text).Where(token => token.Kind != TokenKind.Space).Select(token => token.Kind == TokenKind.Number ? $"<{token.Text}>" : token.Text));

    [Theory]
    [InlineData("the hazard ratio was 0.63 (95% CI 0.54–0.73)", "the | hazard | ratio | was | <0.63> | ( | <95% CI 0.54–0.73> | )")]
    [InlineData("0.61 to 0.83, 10-12 and 25% to 30%", "<0.61 to 0.83> | , | <10-12> | and | <25% to 30%>")]
    [InlineData("(95% CI −9.2 to 8.6)", "( | <95% CI −9.2 to 8.6> | )")]
    [InlineData("95% confidence interval, 0.2, 0.4", "<95% confidence interval, 0.2, 0.4>")]
    [InlineData("p < 0.001 or P=0.33 or P value = .04", "<p < 0.001> | or | <P=0.33> | or | <P value = .04>")]
    [InlineData("5.4 mg/kg every 3 weeks, 840 mg, 75 mg/m²", "<5.4 mg/kg> | every | <3 weeks> | , | <840 mg> | , | <75 mg/m²>")]
    [InlineData("a difference of −0.33 percentage points", "a | difference | of | <−0.33 percentage points>")]
    [InlineData("13,864 patients, 84.0%, a 10-year rate", "<13,864> | patients | , | <84.0%> | , | a | <10-year> | rate")]
    [InlineData("T-DM1, HER2-positive, B-31, N9831, DESTINY-Breast05", "T-DM1 | , | HER2-positive | , | B-31 | , | N9831 | , | DESTINY-Breast05")]
    [InlineData("trastuzumab-dkst isn’t trastuzumab", "trastuzumab-dkst | isn’t | trastuzumab")]
    [InlineData("IHC 3+ on 2025-01-03, the 2nd", "IHC | <3+> | on | <2025-01-03> | , | the | <2nd>")]
    [InlineData("doi: 10.1056/NEJMoa1914510. https://a.b/c?d=1.", "doi | : | 10.1056/NEJMoa1914510 | . | https://a.b/c?d=1 | .")]
    [InlineData("10 mice, 3 g", "<10> | mice | , | <3 g>")]
    public void Numbers_are_one_token_with_all_that_makes_them_what_they_are(string text, string cut) => Assert.Equal(cut, Cut(text));

    [Fact]
    public void The_tokens_of_a_text_are_the_text() => Gen.OneOf(Text, Texts.Any).Sample(text => Assert.Equal(text, string.Concat(Tokens.Of(text).Select(token => token.Text))), iter: 5000);

    [Fact]
    public void No_token_is_empty() => Text.Sample(text => Assert.DoesNotContain(Tokens.Of(text), token => token.Text.Length == 0), iter: 2000);
}
