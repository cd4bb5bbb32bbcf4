using Her2Gen.Markup;

namespace Her2Gen.Tests.Markup;

public sealed class ReadingGradeTests
{
    [Theory]
    // Words, sentences and syllables counted by hand: 6 and 1 and 6, 11 and 3 and 14, 8 and 1 and 39.
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("Some drugs help the body fight. These drugs are called antibodies. (Yes)", 0.44)]
    [InlineData("Immunohistochemical characterization necessitates considerable institutional standardization of laboratories.", 45.05)]
    public void A_grade_grows_with_the_length_of_sentences_and_words(string text, double grade) => Assert.Equal(grade, ReadingGrade.Of([text]), tolerance: 3);

    [Fact]
    public void A_text_without_words_has_none() => Assert.Equal(0, ReadingGrade.Of(["", "..."]));

    [Fact]
    public void A_summary_that_is_not_plain_is_told() => Assert.Equal(
        "content/article.md:19:1: warning HG326 reading-grade: the plain-language summary reads at grade 46.5, above grade 8",
        TestSite.WithBody("\n::: plain-summary\nImmunohistochemical characterization necessitates institutional standardization of participating laboratories.\n:::\n").Said());

    [Fact]
    public void A_plain_summary_is_silent() =>
        Assert.Equal("", TestSite.WithBody("\n::: plain-summary\n### What is it?\n\nSome drugs help the body to fight this disease. They work well for most people.\n:::\n").Said());
}
