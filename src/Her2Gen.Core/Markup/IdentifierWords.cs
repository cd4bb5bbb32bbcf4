using System.Buffers;
using System.Text.RegularExpressions;
using Her2Gen.Identifiers;

namespace Her2Gen.Markup;

/// <summary>An identifier that a text shows or links to.</summary>
/// <param name="Kind">As people name it: <c>DOI</c>, <c>PMID</c>, <c>ORCID iD</c>.</param>
/// <param name="Value">Bare.</param>
/// <param name="Start">In the text that was searched.</param>
/// <param name="Form">What is wrong with its form, and how it should look; null for a sound one.</param>
internal sealed record FoundIdentifier(string Kind, string Value, int Start, int Length, string? Form)
{
    public int End => Start + Length;
}

/// <summary>Finds identifiers in running text: those that name themselves (<c>PMID: 123</c>), and those that cannot be anything else (<c>NCT01234567</c>).</summary>
internal static partial class IdentifierWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <param name="Signs">What a text has that shows one: looking for it costs a fraction of trying the form at each letter.</param>
    private sealed record Kind(string Name, SearchValues<string> Signs, Regex Form, Func<string, bool> IsValid, string Hint);

    // The closing parenthesis and the full stop behind a DOI are the sentence's.
    [GeneratedRegex(@"(?:\bdoi:?\s?|\bdoi\.org/|(?<![\w./]))(?<id>10\.[^\s<>""“”\[\]{}]*[^\s<>""“”\[\]{}.,;:!?)])(?<=/.*)|\bdoi:\s?(?<id>(?!10\.|https?:)[^\s<>""“”()\[\]]*[^\s<>""“”()\[\].,;:!?])", Options)]
    private static partial Regex DoiForm { get; }

    [GeneratedRegex(@"\bPMID:?\s?(?<id>[\w-]+)|\bpubmed\.ncbi\.nlm\.nih\.gov/(?<id>[\w-]+)", Options)]
    private static partial Regex PmidForm { get; }

    [GeneratedRegex(@"\bPMCID:?\s?(?<id>[\w-]+)|(?<![\w/])(?<id>PMC\d+)\b", Options)]
    private static partial Regex PmcidForm { get; }

    [GeneratedRegex(@"\b(?<id>NCT[ -]?\d+)\b", Options)]
    private static partial Regex TrialForm { get; }

    [GeneratedRegex(@"\b(?<id>ISRCTN[ -]?\d+)\b", Options)]
    private static partial Regex IsrctnForm { get; }

    [GeneratedRegex(@"(?<![\w-])(?<id>\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\w-])", Options)]
    private static partial Regex OrcidForm { get; }

    [GeneratedRegex(@"\bISSN:?\s?(?<id>[\dX-]+)", Options)]
    private static partial Regex IssnForm { get; }

    [GeneratedRegex(@"\bISBN(?:-1[03])?:?\s?(?<id>\d[\d -]*[\dX])(?!\w)", Options)]
    private static partial Regex IsbnForm { get; }

    private static readonly Kind[] Kinds =
    [
        new("DOI", Signs("10.", "doi"), DoiForm, text => Doi.TryParse(text, out _), Doi.Form),
        new("PMID", Signs("pmid", "pubmed"), PmidForm, text => Pmid.TryParse(text, out _), Pmid.Form),
        new("PMCID", Signs("pmc"), PmcidForm, text => Pmcid.TryParse(text, out _), Pmcid.Form),
        new("ClinicalTrials.gov number", Signs("nct"), TrialForm, text => NctNumber.TryParse(text, out _), NctNumber.Form),
        new("ISRCTN", Signs("isrctn"), IsrctnForm, text => Isrctn.TryParse(text, out _), Isrctn.Form),
        new("ORCID iD", Signs("-0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"), OrcidForm, text => Orcid.TryParse(text, out _), Orcid.Form),
        new("ISSN", Signs("issn"), IssnForm, text => Issn.TryParse(text, out _), Issn.Form),
        new("ISBN", Signs("isbn"), IsbnForm, text => Isbn.TryParse(text, out _), Isbn.Form),
    ];

    private static SearchValues<string> Signs(params string[] signs) => SearchValues.Create(signs, StringComparison.OrdinalIgnoreCase);

    // Most texts have none of them.
    private static readonly SearchValues<string> AnySign = Signs("10.", "doi", "pmid", "pubmed", "pmc", "nct", "isrctn", "issn", "isbn", "-0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9");

    /// <summary>Every identifier of a text, in its order.</summary>
    public static IReadOnlyList<FoundIdentifier> In(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || !text.AsSpan().ContainsAny(AnySign)) return [];
        return
        [
            .. from kind in Kinds
               where text.AsSpan().ContainsAny(kind.Signs)
               from match in kind.Form.Matches(text)
               let id = match.Groups["id"]
               orderby id.Index
               select new FoundIdentifier(kind.Name, id.Value, id.Index, id.Length, kind.IsValid(id.Value) ? null : kind.Hint),
        ];
    }
}
