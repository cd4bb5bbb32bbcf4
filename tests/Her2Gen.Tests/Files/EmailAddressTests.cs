using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@b")]
    [InlineData("first.last+tag@sub.example.org")]
    [InlineData("o'neil@example.org")]
    [InlineData("a@xn--bcher-kva.example")]
    public void An_address_that_people_use_is_valid(string text) => Assert.True(EmailAddress.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@b")]
    [InlineData("a@")]
    [InlineData("a@b@c")]
    [InlineData("a b@c")]
    [InlineData("a@b c")]
    [InlineData("a@-b")]
    [InlineData("a@b-")]
    [InlineData("a@b..c")]
    [InlineData("a@b.")]
    [InlineData("mailto:a@b")]
    [InlineData("A <a@b>")]
    [InlineData("a@b?subject=c")]
    public void Anything_else_is_not(string text) => Assert.False(EmailAddress.IsValid(text));
}
