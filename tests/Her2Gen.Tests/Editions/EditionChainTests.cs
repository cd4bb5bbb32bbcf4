using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

public sealed class EditionChainTests
{
    private const string A = "2025-01-03";
    private const string B = "2025-06-30";
    private const string C = "2026-11-23";

    private static readonly IReadOnlyList<SealedEdition> Chain = TestEditions.Chain(A, B, C);

    private static (string, FileTree) Of(int index) => (Chain[index].Id.ToString(), TestEditions.Bag(Chain[index]));

    [Fact]
    public void A_whole_chain_is_sound() => Assert.Equal("", TestEditions.Said(Of(2), Of(0), Of(1)));

    [Fact]
    public void A_link_that_is_missing_is_named() => Assert.Equal(
        $"{C}/bag-info.txt:11:1: error HG613 chain-broken: its predecessor `{B}` is not here", TestEditions.Said(Of(0), Of(2)));

    [Fact]
    public void So_is_a_first_edition_that_is_missing() => Assert.Equal(
        $"{B}/bag-info.txt:11:1: error HG613 chain-broken: its predecessor `{A}` is not here", TestEditions.Said(Of(1), Of(2)));

    [Fact]
    public void An_edition_that_was_sealed_anew_no_longer_fits()
    {
        FileTree anew = TestEditions.Seal(A, TestEditions.Payload("another text"));
        string seal = DigestAlgorithm.Sha512.Of(anew.Single(file => file.Key.Value == "tagmanifest-sha512.txt").Value);
        Assert.Equal($"{B}/bag-info.txt:11:1: error HG613 chain-broken: it names `{A}` by the seal {Chain[0].SealDigest[..16]}…, and that has the seal {seal[..16]}…", TestEditions.Said((A, anew), Of(1), Of(2)));
    }

    [Fact]
    public void A_fork_is_found_and_both_its_ends_are_named()
    {
        FileTree other = TestEditions.Seal("2026-12-01", TestEditions.Payload("another text"), Chain[1]);
        string said = $"chain-forked: the chain forks at `{B}`: `{C}` and `2026-12-01` follow it";
        Assert.Equal($"{C}/bag-info.txt:11:1: error HG614 {said}\n2026-12-01/bag-info.txt:11:1: error HG614 {said}", TestEditions.Said(Of(0), Of(1), Of(2), ("2026-12-01", other)));
    }

    [Fact]
    public void Only_the_first_has_no_predecessor() => Assert.Equal(
        $"2026-12-01/bag-info.txt:1:1: error HG613 chain-broken: `2026-12-01` names no predecessor, and `{A}` is before it",
        TestEditions.Said(Of(0), ("2026-12-01", TestEditions.Seal("2026-12-01", TestEditions.Payload("x")))));

    [Fact]
    public void A_predecessor_is_earlier() => Assert.Equal(
        $"2024-01-01/bag-info.txt:11:1: error HG613 chain-broken: `2024-01-01` names `{C}` as its predecessor, which is not before it",
        TestEditions.Said(("2024-01-01", TestEditions.Seal("2024-01-01", TestEditions.Payload("x"), Chain[2])), Of(2)).Split('\n')[0]);

    [Fact]
    public void Seals_that_changed_places_are_told_by_what_they_call_themselves()
    {
        FileTree Swapped(int payload, int seal) => new(TestEditions.Bag(Chain[payload]).Where(file => BagContents.IsPayload(file.Key.Value))
            .Concat(TestEditions.Bag(Chain[seal]).Where(file => !BagContents.IsPayload(file.Key.Value))));
        string said = TestEditions.Said((A, Swapped(0, 1)), (B, Swapped(1, 0)), Of(2));
        Assert.Contains($"{A}/bag-info.txt:7:1: error HG611 edition-metadata: `Internal-Sender-Identifier` is `{B}`, and the edition is `{A}`", said, StringComparison.Ordinal);
        Assert.Contains($"{B}/bag-info.txt:7:1: error HG611 edition-metadata: `Internal-Sender-Identifier` is `{A}`, and the edition is `{B}`", said, StringComparison.Ordinal);
        Assert.Contains($"{A}/data/index.html:1:1: error HG606 payload-changed", said, StringComparison.Ordinal);
        Assert.Contains($"{C}/bag-info.txt:11:1: error HG613 chain-broken", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_under_another_name_is_told() => Assert.Contains(
        "2025-01-04/bag-info.txt:4:1: error HG611 edition-metadata: `Bagging-Date` is `2025-01-03`, and the edition is `2025-01-04`",
        TestEditions.Said(("2025-01-04", TestEditions.Bag(Chain[0]))), StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_seal_is_no_edition() => Assert.Equal(
        $"{A}/data/:1:1: error HG612 edition-unsealed: `{A}` has no seal", TestEditions.Said((A, TestEditions.Tree(("data/index.html", "x")))));
}
