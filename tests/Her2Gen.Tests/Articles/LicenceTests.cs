using Her2Gen.Articles;

namespace Her2Gen.Tests.Articles;

public sealed class LicenceTests
{
    [Fact]
    public void Each_known_licence_is_found_by_its_identifier() => Assert.All(Licence.Known, licence => Assert.Same(licence, Licence.Of(licence.Id)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cc-by-4.0")]
    [InlineData("MIT")]
    public void No_other_identifier_names_one(string? id) => Assert.Null(Licence.Of(id));
}
