using CsCheck;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    private static readonly Diagnostic[] InOrder =
    [
        new(Rules.WrongType, new Location("content/B.md", 9, 1, 1), "z"),
        new(Rules.WrongType, new Location("content/a.md", 2, 3, 3), "z"),
        new(Rules.YamlSyntax, new Location("content/a.md", 2, 10, 10), "b"),
        new(Rules.WrongType, new Location("content/a.md", 2, 10, 10), "a"),
        new(Rules.WrongType, new Location("content/a.md", 2, 10, 10), "b"),
        new(Rules.WrongType, new Location("content/a.md", 2, 10, 10), "b", "a hint"),
        new(Rules.WrongType, new Location("content/a.md", 2, 10, 10), "b", "another hint"),
        new(Rules.YamlSyntax, new Location("content/a.md", 2, 10, 12), "a"),
        new(Rules.YamlSyntax, new Location("content/a.md", 10, 1, 1), "a"),
    ];

    [Fact]
    public void Findings_are_read_in_one_order_whatever_the_order_of_finding() =>
        Gen.Shuffle(InOrder).Sample(shuffled => Assert.Equal(InOrder, Filled(shuffled).Sorted()));

    [Fact]
    public void A_finding_that_is_made_twice_is_said_once() => Assert.Equal(InOrder, Filled([.. InOrder, .. InOrder]).Sorted());

    [Fact]
    public void Errors_and_warnings_are_counted_apart()
    {
        DiagnosticBag bag = Filled(InOrder);
        bag.Add(Rules.UncitedReference, Location.Of("content/references.json"), "nothing cites `a`");
        Assert.Equal((9, 1), (bag.Errors, bag.Warnings));
    }

    [Fact]
    public void A_bag_can_be_filled_from_many_threads()
    {
        DiagnosticBag bag = new();
        Parallel.For(0, 1000, line => bag.Add(Rules.WrongType, new Location("a", line % 500 + 1, 1, 1), "m"));
        Assert.Equal(Enumerable.Range(1, 500), bag.Sorted().Select(d => d.Location.Line));
    }

    [Fact]
    public void A_page_is_said_where_the_place_is_in_another_file_and_the_first_of_several()
    {
        DiagnosticBag bag = new();
        foreach (string page in new[] { "b.html", "a.html" })
        {
            DiagnosticBag found = new();
            found.Add(Rules.FragmentMissing, new Location("content/article.md", 1, 1, 4), "m");
            found.Add(Rules.PageTitle, Location.Of("a.html"), "m");
            bag.AddRange(found, page);
        }

        Assert.Equal([("a.html", "none"), ("content/article.md", "a.html")], bag.Sorted().Select(d => (d.Location.File, d.Page ?? "none")));
    }

    [Fact]
    public void Places_of_one_cause_stand_together_though_their_hints_and_pages_differ()
    {
        DiagnosticBag bag = new();
        bag.Add(Rules.UnknownCitation, new Location("b.md", 1, 1, 4), "m", "a hint");
        bag.Add(Rules.UnknownCitation, new Location("a.md", 1, 1, 4), "m");
        DiagnosticBag found = new();
        found.Add(Rules.UnknownCitation, new Location("a.md", 1, 1, 4), "m");
        bag.AddRange(found, "a.html");
        Diagnostic together = Assert.Single(bag.Sorted());
        Assert.Equal(("a.md:1:1", "b.md:1:1"), ($"{together.Location}", string.Join(' ', together.Also)));
    }

    [Fact]
    public void Who_reads_waits_for_work_that_still_reports()
    {
        DiagnosticBag inner = new();
        DiagnosticBag outer = new();
        using ManualResetEventSlim go = new();
        CancellationToken stop = TestContext.Current.CancellationToken;
        Task work = Task.Run(
            () =>
            {
                go.Wait(stop);
                inner.Add(Rules.PageTitle, Location.Of("a.html"), "m");
            },
            stop);
        inner.Await(() => work.Wait(stop));
        outer.Await(() => outer.AddRange(inner));
        Assert.False(work.IsCompleted);
        go.Set();
        Assert.True(outer.HasErrors);
        Assert.Single(outer.Places());
        Assert.False(outer.IsAwaiting || inner.IsAwaiting);
    }

    private static DiagnosticBag Filled(IEnumerable<Diagnostic> diagnostics)
    {
        DiagnosticBag bag = new();
        foreach (Diagnostic d in diagnostics) bag.Add(d.Rule, d.Location, d.Message, d.Hint);
        return bag;
    }
}
