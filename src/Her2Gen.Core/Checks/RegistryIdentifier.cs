using Her2Gen.Identifiers;

namespace Her2Gen.Checks;

/// <summary>Identifiers in the addresses of the registries that medical articles link to.</summary>
internal static class RegistryIdentifier
{
    // What stands before an identifier, and what form it has.
    private static readonly (string Prefix, string Name, Func<string, bool> IsValid, string Form)[] Registries =
    [
        ("pubmed.ncbi.nlm.nih.gov/", "PMID", IsPmid, Pmid.Form),
        ("www.ncbi.nlm.nih.gov/pubmed/", "PMID", IsPmid, Pmid.Form),
        ("pmc.ncbi.nlm.nih.gov/articles/", "PMCID", IsPmcid, Pmcid.Form),
        ("www.ncbi.nlm.nih.gov/pmc/articles/", "PMCID", IsPmcid, Pmcid.Form),
        ("clinicaltrials.gov/study/", "NCT number", IsNct, NctNumber.Form),
        ("clinicaltrials.gov/ct2/show/", "NCT number", IsNct, NctNumber.Form),
        ("www.clinicaltrials.gov/study/", "NCT number", IsNct, NctNumber.Form),
        ("orcid.org/", "ORCID iD", text => Orcid.TryParse(text, out _), Orcid.Form),
        ("www.isrctn.com/", "ISRCTN", IsIsrctn, Isrctn.Form),
        ("isrctn.com/", "ISRCTN", IsIsrctn, Isrctn.Form),
        ("portal.issn.org/resource/issn/", "ISSN", text => Issn.TryParse(text.ToUpperInvariant(), out _), Issn.Form),
        ("ror.org/", "ROR identifier", text => Ror.TryParse(text, out _), Ror.Form),
    ];

    // Pages of a registry that are no records.
    private static readonly string[] Pages = ["", "about", "search", "advanced", "help", "register", "signin", "facts", "blog", "news", "for-researchers", "page"];

    /// <summary>What is wrong with the identifier that an address holds; null for a sound one, and for other addresses.</summary>
    public static string? FaultOf(string address)
    {
        int start = address.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return null;
        string rest = address[(start + 3)..].Trim();
        foreach ((string prefix, string name, Func<string, bool> isValid, string form) in Registries)
        {
            if (!rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            string identifier = rest[prefix.Length..];
            identifier = identifier[..(identifier.AsSpan().IndexOfAny('/', '?', '#') is var end and >= 0 ? end : identifier.Length)];
            if (Pages.Contains(identifier.ToLowerInvariant())) return null;
            return isValid(identifier) ? null : $"`{identifier}` is no {name}: that is {form}";
        }

        return null;
    }

    private static bool IsPmid(string text) => Pmid.TryParse(text, out _);

    // Registries take their prefixes in either case.
    private static bool IsPmcid(string text) => Pmcid.TryParse(text.ToUpperInvariant(), out _);

    private static bool IsNct(string text) => NctNumber.TryParse(text.ToUpperInvariant(), out _);

    private static bool IsIsrctn(string text) => Isrctn.TryParse(text.ToUpperInvariant(), out _);
}
