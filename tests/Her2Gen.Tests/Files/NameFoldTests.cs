using CsCheck;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("a.txt", "A.TXT")]
    [InlineData("N\u00FA\u00F1ez", "Nu\u0301n\u0303ez")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u00E5", "A\u030A")]
    [InlineData("\uAC01", "\u1100\u1161\u11A8")]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1E69", "s\u0307\u0323")]
    [InlineData("\u01D5", "u\u0308\u0304")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    [InlineData("\u03A3", "\u03C3")]
    public void Names_that_some_disk_takes_for_one_fold_to_one(string one, string other) => Assert.Equal(NameFold.Of(one), NameFold.Of(other));

    [Theory]
    [InlineData("a", "b")]
    [InlineData("n", "\u00F1")]
    [InlineData("e\u0301", "e\u0300")]
    [InlineData("q\u0307\u0301", "q\u0301\u0307")]
    [InlineData("\uAC00", "\uAC01")]
    public void Others_do_not(string one, string other) => Assert.NotEqual(NameFold.Of(one), NameFold.Of(other));

    [Fact]
    public void A_folded_name_folds_to_itself() => Texts.Any.Sample(text => Assert.Equal(NameFold.Of(text), NameFold.Of(NameFold.Of(text))));
}
