using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("en-US")]
    [InlineData("EN-us")]
    [InlineData("deu")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-CH-1996-x-private")]
    public void A_tag_of_well_formed_subtags_is_well_formed(string tag) => Assert.True(LanguageTag.IsWellFormed(tag));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("e")]
    [InlineData("en-")]
    [InlineData("-US")]
    [InlineData("en--US")]
    [InlineData("en_US")]
    [InlineData("english")]
    [InlineData("e1")]
    [InlineData("en US")]
    [InlineData("en-toolongsubtag")]
    [InlineData("dé")]
    public void Anything_else_is_not(string tag) => Assert.False(LanguageTag.IsWellFormed(tag));
}
