using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class NearestTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Title", "title")]
    [InlineData("tittle", "title")]
    [InlineData("ttle", "title")]
    [InlineData("lnag", "lang")]
    [InlineData("licnse", "licence")]
    [InlineData("copmeting-interest", "competing-interests")]
    [InlineData("dat", "date")]
    public void A_slip_of_the_finger_is_understood(string written, string meant) => Assert.Equal(meant, To(written));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("xyz")]
    [InlineData("colour")]
    [InlineData("a-key-that-is-longer-than-all")]
    public void A_word_far_from_all_gets_no_hint(string written) => Assert.Null(To(written));

    [Fact]
    public void Among_equals_the_first_in_ordinal_order_is_named() => Assert.Equal("swain2013", Nearest.To("swain2018", ["swain2015", "swain2013", "swain2014"]));

    [Fact]
    public void The_hint_is_a_question() => Assert.Equal("did you mean `title`?", Nearest.Hint("titel", ["title"]));

    [Fact]
    public void Without_candidates_there_is_no_hint() => Assert.Null(Nearest.Hint("title", []));

    private static string? To(string written) => Nearest.To(written, ["title", "lang", "licence", "date", "id", "competing-interests"]);
}
