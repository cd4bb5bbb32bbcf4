using System.Buffers;
using System.Text.RegularExpressions;

namespace Her2Gen.Markup;

/// <summary>The words by which an English sentence claims something that a reader would want to check: what evidence shows, how many, how much better.</summary>
/// <remarks>
/// Questions claim nothing. A sentence that says what is unknown, possible or wanted claims no effect, and one that denies evidence, or speaks of the text itself, claims none.
/// Numbers always count, but for the level of an interval and the 100 people that a rate is told by.
/// </remarks>
internal static partial class ClaimWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Studies show, trials have clearly demonstrated, experts agree; it has been shown; clinically proven.
    [GeneratedRegex(
        """
        (?<!\b(what|that)\ ((the|these|those|randomized|\w+)\ )?)\b(stud(y|ies)|trials?|research(ers)?|evidence|experts?|scientists?|doctors|specialists?|oncologists?|meta-analys[ei]s|surveys?)
        (\ (have|has|had|now|also|all|often|already|recently|\w+ly)){0,2}
        \ (show(s|n|ed)?|suggest(s|ed)?|demonstrat(e|es|ed)|prov(e|es|ed|en)|find|finds|found|indicat(e|es|ed)|confirm(s|ed)?|reveal(s|ed)?|agree[sd]?|believe[sd]?|conclude[sd]?|say|says|recommend(s|ed)?|support(s|ed)?|link(s|ed)?)\b(?!\ (what|how|whether|which)\b)
        |\b(has|have|had)(\ (now|also|already|long|since|\w+ly))?\ been\ (\w+ly\ )?(shown|proven|proved|demonstrated|established|confirmed|linked)\b
        |\b(is|are|was|were)\ (\w+ly\ )?(proven|proved|shown\ to|known\ to|linked\ to|associated\ with)\b
        |\b(it|that|this)\ is\ (well|widely|generally|commonly)[ -]?(known|established|accepted|documented)\b|\bit\ is\ known\b|\bas\ is\ well\ known\b
        |\b(clinically|scientifically|medically)\ (proven|tested|shown)\b|\bproven\ to\b
        |\baccording\ to\ (\w+\ )?(experts?|stud(y|ies)|research|doctors|scientists?|specialists)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Evidence { get; }

    // Improves survival, cuts the risk, doubles, significantly, live longer, more effective.
    [GeneratedRegex(
        """
        (?<!\b(to|may|might|could|would|and)\ )\b(improv(e|es|ed)|increas(e|es|ed)|rais(e|es|ed)|prolong(s|ed)?|extend(s|ed)?|lengthen(s|ed)?|boost(s|ed)?|reduc(e|es|ed)|lower(s|ed)|cuts?|decreas(e|es|ed)|slash(es|ed)?|prevent(s|ed)?|stop(s|ped)?|shrink(s)?)
        \ ([\w'-]+\ ){0,4}?(survival|life|lives|risks?|chances?|odds|mortality|deaths?|recurrences?|relapses?|responses?|rates?|likelihood|tumou?rs?|progression|metastas[ei]s|cancers?)\b
        |\b(doubles|doubled|halves|halved|triples|tripled|quadruples|cures|cured)\b|\bcan\ cure\b
        |(?<!word\ )(?<!["“‘'])\bsignificant(ly|(?=\ (improvement|benefit|reduction|increase|decrease|difference|effect)))(?!["”’'])
        |\b(live|lives|lived|survive|survives|survived)\ (\w+\ ){0,2}longer\b|\b(longer|better)\ (overall\ )?(survival|outcomes?)\b
        |\b((more|most|highly|very|extremely|remarkably)\ effective|works?\ (much\ )?(better|best)|(very|completely|perfectly)\ safe|safe\ and\ effective|(no|few|hardly\ any)\ side\ effects)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Effect { get; }

    // 30%, one in eight, 1,486 patients, thousands of women.
    [GeneratedRegex(
        """
        (?<![\w.,])\d+([.,]\d+)*\s?(%|percent\b|per\ cent\b)(?!\s?(CI\b|confidence|credible|level))
        |\b(one|two|three|four|five|six|seven|eight|nine|\d+)\ (in|out\ of)\ (every\ )?(two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b(?!\ (phases?|groups?|arms?|trials?|studies|panels?|steps?|parts?|data))
        |(?<![\w.,-])(?!(?<=\b(for|of|per|every|each|in)\ )1(0|00|,?000|0,?000|00,?000)\ )((\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half\ a|a)\ (million|thousand|hundred)|\d[\d,.]*|(hundreds|thousands|millions|dozens)\ of)\ ([\w-]+\ ){0,2}?(patients|women|men|people|participants|volunteers|cases|deaths|lives)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Number { get; }

    [GeneratedRegex(@"\b(whether|if|unknown|unclear|uncertain|unproven|no one|nobody|not|never|nor|neither|no|cannot|may|might|could|would|should|perhaps|possibly|aims?|hopes?|hoped|designed|intended)\b|n['’]t\b", Options)]
    private static partial Regex Hedge { get; }

    [GeneratedRegex(@"\b(no|not|never|neither|cannot|nobody|whether|this (review|article|page|site|text|edition|summary|figure|table))\b|n['’]t\b", Options)]
    private static partial Regex Denial { get; }

    [GeneratedRegex(@"(?<=[.!?…][""”’)]*)\s+(?=[""“‘(]?[\p{Lu}\d\uFFFC])")]
    private static partial Regex SentenceBreak { get; }

    // Stems without which an expression above cannot match: looking for them costs a hundredth of trying it at each letter.
    private static readonly SearchValues<string> EvidenceSubjects = Stems("stud", "trial", "research", "evidence", "expert", "scientist", "doctors", "specialist", "oncologist", "meta-analys", "survey");
    private static readonly SearchValues<string> EvidenceVerbs = Stems("show", "suggest", "demonstrat", "prov", "find", "found", "indicat", "confirm", "reveal", "agree", "believe", "conclude", "say", "recommend", "support", "link");
    private static readonly SearchValues<string> EvidencePhrases = Stems("been ", "proven", "proved", "shown to", "known", "linked to", "associated with", "established", "accepted", "documented", "tested", "shown", "according to");
    private static readonly SearchValues<string> EffectVerbs = Stems("improv", "increas", "rais", "prolong", "extend", "lengthen", "boost", "reduc", "lower", "cut", "decreas", "slash", "prevent", "stop", "shrink");
    private static readonly SearchValues<string> EffectObjects = Stems("survival", "life", "lives", "risk", "chance", "odds", "mortality", "death", "recurrence", "relapse", "response", "rate", "likelihood", "tumor", "tumour", "progression", "metastas", "cancer");
    private static readonly SearchValues<string> EffectPhrases = Stems("doubl", "halve", "tripl", "quadrupl", "cure", "significant", "longer", "better", "best", "effective", "safe", "side effects");
    private static readonly SearchValues<string> Shares = Stems("%", "percent", "per cent", " in ", " out of ");
    private static readonly SearchValues<string> People = Stems("patients", "women", "men", "people", "participants", "volunteers", "cases", "deaths", "lives");
    private static readonly SearchValues<string> Amounts = Stems("million", "thousand", "hundred", "dozens", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /// <summary>Where the first claim of a text stands; null when it makes none.</summary>
    /// <param name="text">In its plain form.</param>
    public static (int Start, int Length)? FirstIn(string text)
    {
        int start = 0;
        foreach (int end in SentenceBreak.Matches(text).Select(gap => gap.Index).Append(text.Length))
        {
            if (In(text[start..end]) is { } claim) return (start + claim.Index, claim.Length);
            start = Math.Min(end + 1, text.Length);
        }

        return null;
    }

    private static Match? In(string sentence)
    {
        if (sentence.TrimEnd().TrimEnd('"', '”', ')').EndsWith('?')) return null;
        Match evidence = MayShow(sentence) && Evidence.Match(sentence) is { Success: true } shown && !Denial.IsMatch(sentence) ? shown : Match.Empty;
        Match effect = MayTellEffect(sentence) && Effect.Match(sentence) is { Success: true } told && !Hedge.IsMatch(sentence) ? told : Match.Empty;
        Match number = MayCount(sentence) ? Number.Match(sentence) : Match.Empty;
        return new[] { evidence, effect, number }.Where(match => match.Success).MinBy(match => match.Index);
    }

    /// <summary>Whether a sentence has the stems that a claim about evidence has.</summary>
    internal static bool MayShow(ReadOnlySpan<char> sentence) =>
        sentence.ContainsAny(EvidencePhrases) || (sentence.ContainsAny(EvidenceSubjects) && sentence.ContainsAny(EvidenceVerbs));

    /// <summary>Whether a sentence has the stems that a claim about an effect has.</summary>
    internal static bool MayTellEffect(ReadOnlySpan<char> sentence) =>
        sentence.ContainsAny(EffectPhrases) || (sentence.ContainsAny(EffectVerbs) && sentence.ContainsAny(EffectObjects));

    /// <summary>Whether a sentence has the signs and stems that a count or a share has.</summary>
    internal static bool MayCount(ReadOnlySpan<char> sentence) =>
        (sentence.ContainsAnyInRange('0', '9') || sentence.ContainsAny(Amounts)) && (sentence.ContainsAny(Shares) || sentence.ContainsAny(People));

    private static SearchValues<string> Stems(params string[] stems) => SearchValues.Create(stems, StringComparison.OrdinalIgnoreCase);
}
