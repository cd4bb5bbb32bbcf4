using Her2Gen.Terms;

namespace Her2Gen.Tests.Terms;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Hazard ratio", "Hazard ratio, hazard ratio")]
    [InlineData("hazard ratio", "hazard ratio, Hazard ratio")]
    [InlineData("P value", "P value, p value")]
    [InlineData("HER2", "HER2")]
    [InlineData("HER2-low", "HER2-low")]
    [InlineData("pCR", "pCR")]
    [InlineData("5-year survival", "5-year survival")]
    [InlineData("Kaplan–Meier curve", "Kaplan–Meier curve")]
    [InlineData("é", "é, É")]
    [InlineData("", "")]
    public void The_case_of_the_first_letter_matters_where_another_letter_is_not_lower(string spelling, string cases) =>
        Assert.Equal(cases, string.Join(", ", Spelling.Cases(spelling)));

    [Theory]
    [InlineData("T‑DM1 and\u00A0Crohn’s\ndisease", "T-DM1 and Crohn's disease")]
    [InlineData("antibody–drug", "antibody–drug")]
    public void Spaces_hyphens_and_apostrophes_are_one_kind_and_dashes_are_not(string text, string plain) => Assert.Equal(plain, Spelling.Plain(text));
}
