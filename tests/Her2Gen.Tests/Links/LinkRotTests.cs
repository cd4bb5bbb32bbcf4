using Her2Gen.Links;

namespace Her2Gen.Tests.Links;

public sealed class LinkRotTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void It_counts_by_state_and_age_names_the_dead_and_tells_the_months()
    {
        LinkRecord alive = new(LinkState.Alive, "200", Today.AddDays(-200), Today.AddDays(-7));
        LinkRecord dead = new(LinkState.Dead, "404", Today.AddDays(-200), Today) { Gone = Today.AddDays(-100), Alive = Today.AddDays(-120) };
        Dictionary<string, LinkRecord> records = new()
        {
            ["https://a.example/"] = alive,
            ["https://b.example/"] = alive with { Looked = Today.AddDays(-8) },
            ["https://c.example/"] = alive with { Looked = Today.AddDays(-91) },
            ["https://d.example/"] = dead,
            ["https://e.example/"] = dead with { Gone = Today.AddDays(-130), Alive = null },
        };
        ExternalLink[] links = [.. records.Keys.Append("https://f.example/").Select(address => new ExternalLink(address, Doi: null, []))];
        Dictionary<string, MonthTally> months = new() { ["2026-11"] = new(3, 0, 2, 0), ["2026-09"] = new(2, 1, 0, 0) };
        Assert.Equal(
            """
            last look         all   ≤ 7 days  ≤ 30 days  ≤ 90 days      older
            alive               3          1          1          0          1
            dead                2          2          0          0          0
            not looked at       1

            dead for
              130 days  https://e.example/  (gone since 2026-07-19, never seen alive)
              100 days  https://d.example/  (gone since 2026-08-18, last alive 2026-07-29)

            alive by month
            2026-09   66.7 %  2 of 3; 1 suspect, 0 dead, 0 unknown
            2026-11   60.0 %  3 of 5; 0 suspect, 2 dead, 0 unknown

            """,
            LinkRot.Of(links, new LinkCache(records, months), Today));
    }

    [Fact]
    public void Without_looks_there_is_little_to_tell() => Assert.Equal(
        "last look         all   ≤ 7 days  ≤ 30 days  ≤ 90 days      older\nnot looked at       1\n",
        LinkRot.Of([new ExternalLink("https://a.example/", Doi: null, [])], LinkCache.Empty, Today));
}
