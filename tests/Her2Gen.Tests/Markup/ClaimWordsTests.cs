using CsCheck;
using Her2Gen.Markup;

namespace Her2Gen.Tests.Markup;

/// <summary>A look for stems decides whether a sentence is read at all: it may let pass what claims nothing, and never hides a claim.</summary>
public sealed class ClaimWordsTests
{
    private static readonly string[] Words =
    [
        "study", "Studies", "trial", "trials", "research", "evidence", "experts", "doctors", "meta-analyses", "survey", "have", "has", "had", "now", "also", "clearly",
        "shows", "shown", "suggest", "demonstrated", "prove", "proven", "found", "finds", "indicates", "confirmed", "agree", "believed", "says", "recommend", "supports", "linked",
        "been", "is", "are", "was", "known", "shown to", "linked to", "associated with", "well", "well-known", "it", "established", "accepted", "documented", "clinically", "tested",
        "proven to", "according to", "improves", "increase", "raised", "prolongs", "extends", "boosted", "reduce", "lowers", "cuts", "cut", "decreased", "prevents", "stopped", "shrinks",
        "the", "risk", "of", "overall", "survival", "life", "lives", "chances", "odds", "mortality", "death", "recurrence", "relapse", "response", "rates", "tumours", "metastasis", "cancers",
        "doubles", "halved", "tripled", "cures", "can cure", "significantly", "significant benefit", "live", "longer", "better", "outcomes", "more effective", "works", "best", "very safe",
        "no side effects", "30%", "12 percent", "5.5 per cent", "one", "in", "out of", "every", "eight", "10", "1,486", "hundreds of", "a million", "dozens of", "half a", "women", "men",
        "patients", "people", "participants", "volunteers", "cases", "deaths", ",", "not", "may",
    ];

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[1, 9].Select(words => string.Join(' ', words));

    [Fact]
    public void No_claim_is_passed_over() => Sentence.Sample(
        sentence =>
        {
            Assert.True(ClaimWords.MayShow(sentence) || !ClaimWords.Evidence.IsMatch(sentence), sentence);
            Assert.True(ClaimWords.MayTellEffect(sentence) || !ClaimWords.Effect.IsMatch(sentence), sentence);
            Assert.True(ClaimWords.MayCount(sentence) || !ClaimWords.Number.IsMatch(sentence), sentence);
        },
        iter: 20_000);

    [Fact]
    public void Sentences_of_these_words_do_claim_things()
    {
        string[] many = [.. Enumerable.Range(0, 2000).Select(seed => string.Join(' ', new Random(seed).GetItems(Words, 9)))];
        Assert.True(many.Count(ClaimWords.Evidence.IsMatch) > 100);
        Assert.True(many.Count(ClaimWords.Effect.IsMatch) > 100);
        Assert.True(many.Count(ClaimWords.Number.IsMatch) > 100);
    }
}
