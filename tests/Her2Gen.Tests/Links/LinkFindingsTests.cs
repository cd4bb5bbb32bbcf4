using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.Links;

namespace Her2Gen.Tests.Links;

public sealed class LinkFindingsTests
{
    private static readonly DateOnly October = new(2026, 10, 2);
    private static readonly DateOnly November = new(2026, 11, 3);

    private static readonly LinkRecord Dead = new(LinkState.Dead, "404", October, November) { Alive = October, Gone = October.AddDays(1) };

    private static string Said(LinkRecord record, string address = "https://a.example/b", string? doi = null)
    {
        Doi? parsed = Doi.TryParse(doi, out Doi one) ? one : null;
        ExternalLink link = new(address, parsed, [new LinkUse("", new Location("a.md", 2, 1, 5)), new LinkUse("x", new Location("a.md", 3, 1, 5)), new LinkUse("y", new Location("a.md", 4, 1, 5))]);
        DiagnosticBag diagnostics = new();
        LinkFindings.Report([link], new LinkCache(new Dictionary<string, LinkRecord> { [address] = record }, new Dictionary<string, MonthTally>()), diagnostics);
        return string.Join('\n', diagnostics.Sorted().Select(d => $"{d}\n  = {d.Hint}\n  + {string.Join(' ', d.Also)}"));
    }

    [Fact]
    public void A_dead_address_is_an_error_at_all_its_places_and_a_copy_is_suggested()
    {
        Assert.Equal(
            "a.md:2:1: error HG421 external-dead: `https://a.example/b` is gone (404), since 2026-10-03\n  = find where it went, or look for a copy at `https://web.archive.org/web/20261002/https://a.example/b`\n  + a.md:3:1 a.md:4:1",
            Said(Dead));
        Assert.Contains("= there is a copy at `https://copies.example/b`", Said(Dead with { Archive = "https://copies.example/b" }));
        Assert.Contains("the handle service knows no DOI `10.1000/b`, since 2026-10-03\n  = compare it with the work itself", Said(Dead, "https://doi.org/10.1000/b", "10.1000/b"));
    }

    [Fact]
    public void An_address_that_was_gone_once_is_a_warning() => Assert.Equal(
        "a.md:2:1: warning HG422 external-suspect: `https://a.example/b` is gone (404), on one day so far\n  = look again on another day: `her2gen links --external`\n  + a.md:3:1 a.md:4:1",
        Said(Dead with { State = LinkState.Suspect }));

    [Fact]
    public void A_missing_place_is_a_warning_where_it_is_linked_to() => Assert.Equal(
        "a.md:4:1: warning HG423 external-fragment-missing: `https://a.example/b` has no `y`\n  = link to a place that the page has, or to the page\n  + ",
        Said(new LinkRecord(LinkState.AnchorMissing, "200", October, November) { Anchors = ["x", "y"], Missing = ["y"] }));

    [Theory]
    [InlineData("https://b.example/b", "link to the new address")]
    [InlineData("https://b.example/", "that is the first page of a site: look whether it still has what the link is for")]
    public void A_permanent_redirect_is_a_warning_with_the_new_address(string moved, string hint) => Assert.Equal(
        $"a.md:2:1: warning HG424 external-moved: `https://a.example/b` has moved to `{moved}`\n  = {hint}\n  + a.md:3:1 a.md:4:1",
        Said(new LinkRecord(LinkState.Redirected, "200", October, November) { To = moved, Moved = moved }));

    [Fact]
    public void Of_what_answers_and_of_what_is_unknown_nothing_is_said()
    {
        Assert.Equal("", Said(new LinkRecord(LinkState.Alive, "200", October, November)));
        Assert.Equal("", Said(new LinkRecord(LinkState.Redirected, "200", October, November) { To = "https://b.example/" }));
        Assert.Equal("", Said(new LinkRecord(LinkState.Unknown, "403", October, November) { Moved = "https://b.example/", Missing = ["x"] }));
    }
}
