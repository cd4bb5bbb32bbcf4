using Her2Gen.Tests.Sites;

namespace Her2Gen.Tests.Articles;

public sealed class NoticeCheckTests
{
    private const string Sound = "type: correction\ndate: 2025-02-10\nedition: 2025-01-03\nseal: SEAL\ntitle: A dose was wrong\nreason: The table gave mg for mg/kg.\n";

    [Theory]
    [InlineData("", "", "")]
    [InlineData("type: correction", "type: fix", "content/notices/a.md:2:7: error HG623 notice-type: `fix` is no type of notice")]
    [InlineData("date: 2025-02-10", "date: 2024-12-31", "content/notices/a.md:3:7: error HG624 notice-date: the notice is dated 2024-12-31, and its edition 2025-01-03")]
    [InlineData("edition: 2025-01-03", "edition: 2025-01-04", "content/notices/a.md:4:10: error HG620 notice-edition: no edition `2025-01-04` is sealed")]
    [InlineData("seal: SEAL", "seal: 0123", "content/notices/a.md:5:7: error HG621 notice-seal: the seal of `2025-01-03` is another one")]
    [InlineData("reason: The table gave mg for mg/kg.\n", "", "content/notices/a.md:2:1: error HG622 notice-incomplete: the notice does not give its `reason`")]
    [InlineData("seal: SEAL\n", "", "content/notices/a.md:2:1: error HG622 notice-incomplete: the notice does not give its `seal`")]
    public void A_notice_says_what_why_when_and_about_which_bytes(string part, string other, string expected)
    {
        TestSite site = new TestSite().Sealed("2025-01-03");
        string front = part.Length == 0 ? Sound : Sound.Replace(part, other, StringComparison.Ordinal);
        site.With("content/notices/a.md", $"---\n{front.Replace("SEAL", SealedSite.Editions(site)[0].SealDigest, StringComparison.Ordinal)}---\n\nText.\n");
        Assert.Equal(expected, string.Join('\n', site.Said().Split('\n').Where(line => line.Length == 0 || line.Contains("HG62", StringComparison.Ordinal))));
    }
}
