namespace Her2Gen.Tests.Markup;

public sealed class NumberCheckTests
{
    private static string Said(string sentence) => Said(TestSite.WithBody($"\n{sentence} [@slamon2001].\n"));

    private static string Said(TestSite site) => string.Join('\n', site
        .With("content/references.json", """[{"id": "slamon2001", "type": "article-journal", "title": "T"}, {"id": "other", "type": "article-journal", "title": "U"}]""")
        .With("content/data/trials.csv", "id,trial,est,lo,hi,n,ref\ncleo,CLEOPATRA,0.68,0.56,0.84,1486,slamon2001\nkat,KATHERINE,0.50,0.39,0.64,37,other\n")
        .With("content/data/trials.yml", "title: T\ndescription: D\ncolumns:\n  - {name: id, title: I}\n  - {name: trial, title: T}\n  - {name: est, title: E, type: number}\n  - {name: lo, title: L, type: number}\n  - {name: hi, title: H, type: number}\n  - {name: n, title: N, type: integer}\n  - {name: ref, title: R, type: reference}\n")
        .Said().Split('\n').Where(line => !line.Contains("HG302", StringComparison.Ordinal)));

    [Theory]
    [InlineData("The ratio was {=trials.cleo.est}")]
    [InlineData("In 2001, phase 3, 95% CI, grade 3+ and HER2 0 to 3+")]
    [InlineData("It was 0.99 and 5.5%")]
    [InlineData("The other trial had 37 patients")]
    [InlineData("Version 0.68.1 of it")]
    [InlineData("It was ٠.٦٩")]
    [InlineData("It was 123456789012345678901234567890123.5")]
    public void A_good_sentence_is_silent(string sentence) => Assert.Equal("", Said(sentence));

    [Theory]
    [InlineData("The ratio was 0.69", "19:15: error HG318 number-differs: `0.69` is typed by hand, and content/data/trials.csv has 0.68 for `est` of `cleo`")]
    [InlineData("The ratio was 0.86", "19:15: error HG318 number-differs: `0.86` is typed by hand, and content/data/trials.csv has 0.84 for `hi` of `cleo`")]
    [InlineData("Of 1,487 patients", "19:4: error HG318 number-differs: `1,487` is typed by hand, and content/data/trials.csv has 1486 for `n` of `cleo`")]
    [InlineData("In KATHERINE it was 0.51", "19:21: error HG318 number-differs: `0.51` is typed by hand, and content/data/trials.csv has 0.50 for `est` of `kat`")]
    [InlineData("In KATHERINE 38% lived", "19:14: error HG318 number-differs: `38` is typed by hand, and content/data/trials.csv has 37 for `n` of `kat`")]
    public void A_number_that_differs_from_the_data_is_told(string sentence, string said) => Assert.Equal("content/article.md:" + said, Said(sentence));

    [Fact]
    public void A_number_in_front_of_a_linked_term_is_compared_too() => Assert.Equal(
        "content/article.md:19:15: error HG318 number-differs: `0.69` is typed by hand, and content/data/trials.csv has 0.68 for `est` of `cleo`",
        Said(TestSite.WithBody("\nThe ratio was 0.69 with pertuzumab [@slamon2001].\n").With("content/glossary.yml", "Pertuzumab: An antibody.\n")));

    [Fact]
    public void A_number_that_stands_in_the_data_too_is_told() =>
        Assert.Equal("content/article.md:19:15: warning HG325 number-typed: `0.68` is typed by hand, and stands in content/data/trials.csv too", Said("The ratio was 0.68"));

    [Fact]
    public void A_number_is_compared_with_the_rows_of_its_own_sentence_only()
    {
        Assert.Equal("", Said("It was 0.69. Another sentence"));
        Assert.Equal("", Said("It was 0.69.\nAnother sentence"));
    }
}
