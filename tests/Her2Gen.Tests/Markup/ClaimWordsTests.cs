using System.Text.RegularExpressions;
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
            Assert.True(ClaimWords.FirstAt(ClaimWords.StudiesStarts, ClaimWords.Studies, sentence) is not null || !IsIn(sentence, ClaimWords.Studies), sentence);
            Assert.True(ClaimWords.FirstWith(ClaimWords.ShownStems, ClaimWords.Shown, sentence) is not null || !IsIn(sentence, ClaimWords.Shown), sentence);
            Assert.True(ClaimWords.FirstAt(ClaimWords.ChangeStarts, ClaimWords.Change, sentence) is not null || !IsIn(sentence, ClaimWords.Change), sentence);
            Assert.True(ClaimWords.FirstWith(ClaimWords.PraiseStems, ClaimWords.Praise, sentence) is not null || !IsIn(sentence, ClaimWords.Praise), sentence);
            Assert.True(ClaimWords.FirstWith(ClaimWords.NumberStems, ClaimWords.NumberInWords, sentence) is not null || !IsIn(sentence, ClaimWords.NumberInWords), sentence);
        },
        iter: 20_000);

    [Fact]
    public void Sentences_of_these_words_do_claim_things()
    {
        string[] many = [.. Enumerable.Range(0, 2000).Select(seed => string.Join(' ', new Random(seed).GetItems(Words, 9)))];
        foreach (Regex claim in (Regex[])[ClaimWords.Studies, ClaimWords.Shown, ClaimWords.Change, ClaimWords.Praise, ClaimWords.Number, ClaimWords.NumberInWords])
            Assert.True(many.Count(sentence => IsIn(sentence, claim)) > 20, claim.ToString());
    }

    // Tried at each letter.
    private static bool IsIn(string sentence, Regex claim) => Enumerable.Range(0, sentence.Length).Any(at => claim.IsMatch(sentence, at));
}
