using System.Text;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Links;

namespace Her2Gen.Tests.Links;

public sealed class LinkCacheTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static ExternalLink Link(string address, params string[] fragments) =>
        new(address, Doi: null, [.. fragments.DefaultIfEmpty("").Select(fragment => new LinkUse(fragment, Location.Of("content/article.md")))]);

    private static string Text(LinkCache cache) => Encoding.UTF8.GetString(LinkCacheWriter.Write(cache));

    private static (LinkCache? Cache, string Said) Read(string text)
    {
        DiagnosticBag diagnostics = new();
        LinkCache? cache = LinkCacheReader.Read("content/links.json", Encoding.UTF8.GetBytes(text), diagnostics);
        return (cache, Saying.Of(diagnostics));
    }

    [Fact]
    public void It_is_written_with_one_line_an_address_in_order()
    {
        ExternalLink[] links = [Link("https://b.example/", "x", "y"), Link("https://a.example/"), Link("https://c.example/")];
        Dictionary<string, Look> looks = new()
        {
            ["https://c.example/"] = new Look(LookOutcome.Gone, "410", Answered: true),
            ["https://b.example/"] = new Look(LookOutcome.Alive, "200", Answered: true) { To = "https://b.example/new", Moved = "https://b.example/new", Missing = ["y"] },
        };
        LinkCache cache = LinkCache.Empty.After(links, looks, Today).WithArchives(new Dictionary<string, string> { ["https://c.example/"] = "http://web.archive.org/web/2020/https://c.example/" });
        Assert.Equal(
            """
            {
            "version": 1,
            "links": {
            "https://b.example/":{"state":"anchor-missing","status":"200","first":"2026-11-26","looked":"2026-11-26","alive":"2026-11-26","to":"https://b.example/new","moved":"https://b.example/new","anchors":["x","y"],"missing":["y"]},
            "https://c.example/":{"state":"suspect","status":"410","first":"2026-11-26","looked":"2026-11-26","gone":"2026-11-26","archive":"http://web.archive.org/web/2020/https://c.example/"}
            },
            "months": {
            "2026-11":{"alive":1,"suspect":1,"dead":0,"unknown":0}
            }
            }

            """,
            Text(cache));
        Assert.Equal("{\n\"version\": 1,\n\"links\": {},\n\"months\": {}\n}\n", Text(LinkCache.Empty));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        Gen<DateOnly> day = Gen.Int[0, 40].Select(days => Today.AddDays(days));
        Gen<string?> text = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char[' ', '\u07FF'], 0, 8].Select(written => (string?)written));
        Gen<LinkRecord> record = Gen.Select(Gen.OneOf([.. LinkStates.All]), Gen.Int[0, 999], day, day, text, text, Gen.String[Gen.Char['a', 'ÿ'], 1, 3].Array[0, 3]).Select((state, status, first, looked, to, archive, anchors) =>
            new LinkRecord(state, $"{status}", first, looked) { Alive = first, Gone = looked, To = to, Moved = to, Archive = archive, Anchors = anchors, Missing = anchors });
        Gen.Select(Gen.String[Gen.Char[' ', '\u07FF'], 0, 8], record).Array[0, 4].Sample(records =>
        {
            LinkCache cache = new(records.DistinctBy(one => one.Item1).ToDictionary(one => one.Item1, one => one.Item2), new Dictionary<string, MonthTally> { ["2026-11"] = new(1, 2, 3, 4) });
            (LinkCache? again, string said) = Read(Text(cache));
            return said.Length == 0 && again is not null && Text(again) == Text(cache);
        });
    }

    [Fact]
    public void An_address_that_the_site_no_longer_has_is_forgotten_and_its_month_is_not()
    {
        Look alive = new(LookOutcome.Alive, "200", Answered: true);
        Dictionary<string, Look> both = new() { ["https://a.example/"] = alive, ["https://b.example/"] = alive };
        LinkCache before = LinkCache.Empty.After([Link("https://a.example/"), Link("https://b.example/")], both, new DateOnly(2026, 10, 1));
        LinkCache after = before.After([Link("https://a.example/")], new Dictionary<string, Look>(), Today);
        Assert.Equal(["https://a.example/"], after.Records.Keys);
        Assert.Equal(["2026-10"], after.Months.Keys);
        Assert.Equal(new MonthTally(2, 0, 0, 0), after.Months["2026-10"]);
    }

    [Fact]
    public void Only_what_is_new_or_old_is_due()
    {
        ExternalLink[] links = [Link("https://a.example/"), Link("https://b.example/"), Link("https://c.example/")];
        LinkCache cache = LinkCache.Empty
            .After(links, new Dictionary<string, Look> { ["https://a.example/"] = new(LookOutcome.Alive, "200", Answered: true) }, Today.AddDays(-7))
            .After(links, new Dictionary<string, Look> { ["https://b.example/"] = new(LookOutcome.Alive, "200", Answered: true) }, Today.AddDays(-6));
        Assert.Equal(["https://a.example/", "https://c.example/"], cache.Due(links, Today, 7).Select(link => link.Address));
    }

    [Theory]
    [InlineData("", "content/links.json:1:1: error HG101 file-unreadable: the cache of links is not JSON, or says one thing twice")]
    [InlineData("{\n\"version\": 1,\n<<<<<<<", "content/links.json:3:1: error HG101 file-unreadable: the cache of links is not JSON, or says one thing twice")]
    [InlineData("[]", "content/links.json:1:1: error HG101 file-unreadable: the cache of links has not the fields `version`, `links` and `months`")]
    [InlineData("{}", "content/links.json:1:1: error HG101 file-unreadable: the cache of links has not the fields `version`, `links` and `months`")]
    [InlineData("""{"version":2,"links":{},"months":{}}""", "content/links.json:1:1: error HG101 file-unreadable: the cache of links is of a version other than 1")]
    [InlineData("""{"version":1,"links":{"a":{"state":"well"}},"months":{}}""", "content/links.json:1:1: error HG101 file-unreadable: the cache of links cannot be read at `a`")]
    [InlineData("""{"version":1,"links":{"a":{"state":"dead","status":"404","first":"1/2/26","looked":"2026-01-01"}},"months":{}}""", "content/links.json:1:1: error HG101 file-unreadable: the cache of links cannot be read at `a`")]
    [InlineData("""{"version":1,"links":{"a":{"state":"dead","status":404,"first":"2026-01-01","looked":"2026-01-01"}},"months":{}}""", "content/links.json:1:1: error HG101 file-unreadable: the cache of links cannot be read at `a`")]
    [InlineData("""{"version":1,"links":{},"months":{"2026-01":3}}""", "content/links.json:1:1: error HG101 file-unreadable: the cache of links cannot be read at `2026-01`")]
    public void One_that_cannot_be_read_is_reported(string text, string said)
    {
        (LinkCache? cache, string heard) = Read(text);
        Assert.Null(cache);
        Assert.Equal(said + "\n  = mend it, or remove it and begin anew", heard);
    }
}
