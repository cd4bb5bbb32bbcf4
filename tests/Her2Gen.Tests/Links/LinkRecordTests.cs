using System.Globalization;
using CsCheck;
using Her2Gen.Links;

namespace Her2Gen.Tests.Links;

public sealed class LinkRecordTests
{
    private static readonly Look Alive = new(LookOutcome.Alive, "200", Answered: true);
    private static readonly Look Gone = new(LookOutcome.Gone, "404", Answered: true);
    private static readonly Look Refused = new(LookOutcome.Unknown, "403", Answered: true);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static LinkRecord After(params (string Day, Look Look)[] looks)
    {
        LinkRecord? record = null;
        foreach ((string day, Look look) in looks) record = LinkRecord.After(record, look, [], Day(day));
        Assert.NotNull(record);
        return record;
    }

    [Fact]
    public void An_address_is_dead_only_after_two_looks_on_different_days()
    {
        Assert.Equal(LinkState.Suspect, After(("2026-11-01", Gone)).State);
        Assert.Equal(LinkState.Suspect, After(("2026-11-01", Gone), ("2026-11-01", Gone), ("2026-11-01", Gone)).State);
        Assert.Equal((LinkState.Dead, Day("2026-11-01")), After(("2026-11-01", Gone), ("2026-11-02", Gone)) is { Gone: { } gone } dead ? (dead.State, gone) : default);
        Assert.Equal(LinkState.Suspect, After(("2026-11-01", Gone), ("2026-11-02", Alive), ("2026-11-03", Gone)).State);
        // A clock that was set back proves nothing.
        Assert.Equal(LinkState.Suspect, After(("2026-11-02", Gone), ("2026-11-01", Gone)).State);
    }

    [Fact]
    public void A_look_that_learns_nothing_neither_kills_nor_revives()
    {
        Assert.Equal(LinkState.Unknown, After(("2026-11-01", Refused), ("2026-11-02", Refused)).State);
        Assert.Equal(LinkState.Unknown, After(("2026-11-01", Alive), ("2026-11-02", Refused)).State);
        Assert.Equal(LinkState.Suspect, After(("2026-11-01", Gone), ("2026-11-02", Refused)).State);
        Assert.Equal(LinkState.Dead, After(("2026-11-01", Gone), ("2026-11-02", Refused), ("2026-11-03", Gone)).State);
        Assert.Equal(LinkState.Dead, After(("2026-11-01", Gone), ("2026-11-03", Gone), ("2026-11-04", Refused)).State);
    }

    [Fact]
    public void An_address_that_answers_again_is_alive()
    {
        LinkRecord record = After(("2026-11-01", Gone), ("2026-11-03", Gone), ("2026-11-04", Alive));
        Assert.Equal((LinkState.Alive, null, Day("2026-11-04"), Day("2026-11-01")), (record.State, record.Gone, record.Alive, record.First));
        Assert.Equal(LinkState.Redirected, After(("2026-11-01", Alive with { To = "https://b.example/" })).State);
        Assert.Equal(LinkState.AnchorMissing, After(("2026-11-01", Alive with { To = "https://b.example/", Missing = ["x"] })).State);
        Assert.Null(After(("2026-11-01", Alive with { To = "https://b.example/", Moved = "https://b.example/" }), ("2026-11-02", Alive)).Moved);
    }

    [Fact]
    public void Whatever_the_looks_dead_means_gone_on_two_days_and_not_alive_since() =>
        Gen.Select(Gen.Int[0, 5], Gen.OneOf(Alive, Gone, Refused)).Array[1, 12].Sample(looks =>
        {
            (string, Look)[] inOrder = [.. looks.OrderBy(look => look.Item1).Select(look => ($"2026-11-{look.Item1 + 1:00}", look.Item2))];
            int lastAlive = Array.FindLastIndex(inOrder, look => look.Item2 == Alive);
            int goneDays = inOrder[(lastAlive + 1)..].Where(look => look.Item2 == Gone).Select(look => look.Item1).Distinct().Count();
            return After(inOrder).State == LinkState.Dead == goneDays > 1;
        });

    [Theory]
    [InlineData("200", 0, true)]
    [InlineData("200", 6, true)]
    [InlineData("200", 7, false)]
    [InlineData("200", -1, false)]
    [InlineData("404", 0, true)]
    [InlineData("404", 1, false)]
    [InlineData("403", 0, true)]
    [InlineData("403", 1, false)]
    public void What_is_settled_is_fresh_for_a_week_and_what_is_not_for_the_day(string status, int age, bool isFresh)
    {
        Look look = status switch { "200" => Alive, "404" => Gone, _ => Refused };
        LinkRecord record = LinkRecord.After(null, look, ["a"], Day("2026-11-10"));
        Assert.Equal(isFresh, record.IsFresh(Day("2026-11-10").AddDays(age), 7, ["a"]));
        Assert.False(record.IsFresh(Day("2026-11-10"), 0, ["a"]));
    }

    [Fact]
    public void A_fragment_that_was_not_looked_for_makes_an_answer_old()
    {
        LinkRecord record = LinkRecord.After(null, Alive, ["b", "a"], Day("2026-11-10"));
        Assert.True(record.IsFresh(Day("2026-11-10"), 7, ["a"]));
        Assert.False(record.IsFresh(Day("2026-11-10"), 7, ["a", "c"]));
        Assert.True(LinkRecord.After(null, Gone, ["b"], Day("2026-11-10")).IsFresh(Day("2026-11-10"), 7, ["a", "c"]));
    }
}
