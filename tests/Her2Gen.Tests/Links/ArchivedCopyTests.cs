using System.Text;
using Her2Gen.Links;

namespace Her2Gen.Tests.Links;

public sealed class ArchivedCopyTests
{
    [Theory]
    [InlineData("""{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/2020/http://a.example/"}}}""", "http://web.archive.org/web/2020/http://a.example/")]
    [InlineData("""{"archived_snapshots":{"closest":{"available":false,"url":"http://web.archive.org/web/2020/http://a.example/"}}}""", null)]
    [InlineData("""{"archived_snapshots":{"closest":{"available":true,"url":"javascript:alert(1)"}}}""", null)]
    [InlineData("""{"archived_snapshots":{"closest":{"available":true,"url":7}}}""", null)]
    [InlineData("""{"archived_snapshots":{}}""", null)]
    [InlineData("""{"archived_snapshots":[]}""", null)]
    [InlineData("[]", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public void The_archive_names_a_copy_or_none(string json, string? copy) => Assert.Equal(copy, ArchivedCopy.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_copy_is_asked_for_by_address_and_day() => Assert.Equal(
        "?url=https%3A%2F%2Fa.example%2F%3Fb%26c&timestamp=20260103",
        ArchivedCopy.Query("https://a.example/?b&c", new DateOnly(2026, 1, 3)));
}
