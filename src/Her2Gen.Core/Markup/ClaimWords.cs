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
    // Each expression has words beside it, without which it cannot match: looking for those costs a hundredth of trying the expression at each letter. Starts are rare words that it begins with,
    // and it is tried just there; stems stand anywhere in what it matches.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Studies show, trials have clearly demonstrated, experts agree.
    [GeneratedRegex(
        """
        \G(?<!\b(what|that)\ ((the|these|those|randomized|\w+)\ )?)\b(stud(y|ies)|trials?|research(ers)?|evidence|experts?|scientists?|doctors|specialists?|oncologists?|meta-analys[ei]s|surveys?)
        (\ (have|has|had|now|also|all|often|already|recently|\w+ly)){0,2}
        \ (show(s|n|ed)?|suggest(s|ed)?|demonstrat(e|es|ed)|prov(e|es|ed|en)|find|finds|found|indicat(e|es|ed)|confirm(s|ed)?|reveal(s|ed)?|agree[sd]?|believe[sd]?|conclude[sd]?|say|says|recommend(s|ed)?|support(s|ed)?|link(s|ed)?)\b(?!\ (what|how|whether|which)\b)
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Studies { get; }

    internal static readonly SearchValues<string> StudiesStarts = Stems("stud", "trial", "research", "evidence", "expert", "scientist", "doctors", "specialist", "oncologist", "meta-analys", "survey");

    // It has been shown; is known to; clinically proven.
    [GeneratedRegex(
        """
        \b(has|have|had)(\ (now|also|already|long|since|\w+ly))?\ been\ (\w+ly\ )?(shown|proven|proved|demonstrated|established|confirmed|linked)\b
        |\b(is|are|was|were)\ (\w+ly\ )?(proven|proved|shown\ to|known\ to|linked\ to|associated\ with)\b
        |\b(it|that|this)\ is\ (well|widely|generally|commonly)[ -]?(known|established|accepted|documented)\b|\bit\ is\ known\b|\bas\ is\ well\ known\b
        |\b(clinically|scientifically|medically)\ (proven|tested|shown)\b|\bproven\ to\b
        |\baccording\ to\ (\w+\ )?(experts?|stud(y|ies)|research|doctors|scientists?|specialists)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Shown { get; }

    internal static readonly SearchValues<string> ShownStems = Stems("proven", "proved", "shown", "known", "linked", "associated with", "established", "accepted", "documented", "demonstrated", "confirmed", "tested", "according to");

    // Improves survival, cuts the risk.
    [GeneratedRegex(
        """
        \G(?<!\b(to|may|might|could|would|and)\ )\b(improv(e|es|ed)|increas(e|es|ed)|rais(e|es|ed)|prolong(s|ed)?|extend(s|ed)?|lengthen(s|ed)?|boost(s|ed)?|reduc(e|es|ed)|lower(s|ed)|cuts?|decreas(e|es|ed)|slash(es|ed)?|prevent(s|ed)?|stop(s|ped)?|shrink(s)?)
        \ ([\w'-]+\ ){0,4}?(survival|life|lives|risks?|chances?|odds|mortality|deaths?|recurrences?|relapses?|responses?|rates?|likelihood|tumou?rs?|progression|metastas[ei]s|cancers?)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Change { get; }

    internal static readonly SearchValues<string> ChangeStarts = Stems("improv", "increas", "rais", "prolong", "extend", "lengthen", "boost", "reduc", "lower", "cut", "decreas", "slash", "prevent", "stop", "shrink");

    // Doubles, significantly, live longer, more effective.
    [GeneratedRegex(
        """
        \b(doubles|doubled|halves|halved|triples|tripled|quadruples|cures|cured)\b|\bcan\ cure\b
        |(?<!word\ )(?<!["“‘'])\bsignificant(ly|(?=\ (improvement|benefit|reduction|increase|decrease|difference|effect)))(?!["”’'])
        |\b(live|lives|lived|survive|survives|survived)\ (\w+\ ){0,2}longer\b|\b(longer|better)\ (overall\ )?(survival|outcomes?)\b
        |\b((more|most|highly|very|extremely|remarkably)\ effective|works?\ (much\ )?(better|best)|(very|completely|perfectly)\ safe|safe\ and\ effective|(no|few|hardly\ any)\ side\ effects)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Praise { get; }

    internal static readonly SearchValues<string> PraiseStems = Stems("doubl", "halve", "tripl", "quadrupl", "cure", "significant", "longer", "better", "best", "effective", "safe", "side effects");

    // 30%, 1 in 8, 1,486 patients.
    [GeneratedRegex(
        """
        (?<![\w.,])\d+([.,]\d+)*\s?(%|percent\b|per\ cent\b)(?!\s?(CI\b|confidence|credible|level))
        |\b\d+\ (in|out\ of)\ (every\ )?(two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b(?!\ (phases?|groups?|arms?|trials?|studies|panels?|steps?|parts?|data))
        |(?<![\w.,-])(?!(?<=\b(for|of|per|every|each|in)\ )1(0|00|,?000|0,?000|00,?000)\ )\d[\d,.]*(\ (million|thousand|hundred))?\ ([\w-]+\ ){0,2}?(patients|women|men|people|participants|volunteers|cases|deaths|lives)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Number { get; }

    // One in eight, half a million people, thousands of women.
    [GeneratedRegex(
        """
        \b(one|two|three|four|five|six|seven|eight|nine)\ (in|out\ of)\ (every\ )?(two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b(?!\ (phases?|groups?|arms?|trials?|studies|panels?|steps?|parts?|data))
        |(?<![\w.,-])((one|two|three|four|five|six|seven|eight|nine|ten|half\ a|a)\ (million|thousand|hundred)|(hundreds|thousands|millions|dozens)\ of)\ ([\w-]+\ ){0,2}?(patients|women|men|people|participants|volunteers|cases|deaths|lives)\b
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex NumberInWords { get; }

    internal static readonly SearchValues<string> NumberStems = Stems(
        "one in ", "two in ", "three in ", "four in ", "five in ", "six in ", "seven in ", "eight in ", "nine in ", " out of ", "million", "thousand", "hundred", "dozens");

    [GeneratedRegex(@"\b(whether|if|unknown|unclear|uncertain|unproven|no one|nobody|not|never|nor|neither|no|cannot|may|might|could|would|should|perhaps|possibly|aims?|hopes?|hoped|designed|intended)\b|n['’]t\b", Options)]
    private static partial Regex Hedge { get; }

    [GeneratedRegex(@"\b(no|not|never|neither|cannot|nobody|whether|this (review|article|page|site|text|edition|summary|figure|table))\b|n['’]t\b", Options)]
    private static partial Regex Denial { get; }

    // The stop, up to the space behind it.
    [GeneratedRegex(@"[.!?…][""”’)]*(?=\s+[""“‘(]?[\p{Lu}\d\uFFFC])")]
    private static partial Regex SentenceEnd { get; }

    /// <summary>Where the first claim of a text stands; null when it makes none.</summary>
    /// <param name="text">In its plain form.</param>
    public static (int Start, int Length)? FirstIn(ReadOnlySpan<char> text)
    {
        int start = 0;
        foreach (ValueMatch stop in SentenceEnd.EnumerateMatches(text))
        {
            int end = stop.Index + stop.Length;
            if (In(text[start..end]) is { } claim) return (start + claim.Start, claim.Length);
            start = end + 1;
        }

        return In(text[start..]) is { } last ? (start + last.Start, last.Length) : null;
    }

    private static (int Start, int Length)? In(ReadOnlySpan<char> sentence)
    {
        if (sentence.TrimEnd().TrimEnd("\"”)").EndsWith('?')) return null;
        (int, int)? evidence = Earlier(FirstAt(StudiesStarts, Studies, sentence), FirstWith(ShownStems, Shown, sentence));
        (int, int)? effect = Earlier(FirstAt(ChangeStarts, Change, sentence), FirstWith(PraiseStems, Praise, sentence));
        (int, int)? number = Earlier(First(Number, sentence), FirstWith(NumberStems, NumberInWords, sentence));
        if (evidence is not null && Denial.IsMatch(sentence)) evidence = null;
        if (effect is not null && Hedge.IsMatch(sentence)) effect = null;
        return Earlier(Earlier(evidence, effect), number);
    }

    /// <summary>The first match of an expression that is tried only where one of its starts stands.</summary>
    internal static (int Start, int Length)? FirstAt(SearchValues<string> starts, Regex words, ReadOnlySpan<char> sentence)
    {
        for (int at = 0; sentence[at..].IndexOfAny(starts) is var next and >= 0; at += next + 1)
            if (First(words, sentence, at + next) is { } match) return match;
        return null;
    }

    /// <summary>The first match of an expression that is tried only where one of its stems stands anywhere.</summary>
    internal static (int Start, int Length)? FirstWith(SearchValues<string> stems, Regex words, ReadOnlySpan<char> sentence) => sentence.ContainsAny(stems) ? First(words, sentence) : null;

    private static (int Start, int Length)? First(Regex words, ReadOnlySpan<char> sentence, int at = 0)
    {
        foreach (ValueMatch match in words.EnumerateMatches(sentence, at)) return (match.Index, match.Length);
        return null;
    }

    private static (int Start, int Length)? Earlier((int Start, int Length)? one, (int Start, int Length)? other) =>
        one is null || other?.Start < one?.Start ? other : one;

    private static SearchValues<string> Stems(params string[] stems) => SearchValues.Create(stems, StringComparison.OrdinalIgnoreCase);
}
