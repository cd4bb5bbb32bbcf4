using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Identifiers in the addresses of the registries that medical articles link to.</summary>
internal static class RegistryIdentifier
{
    // What stands before an identifier, and what form it has.
    private static readonly (string Prefix, string Name, Func<string, bool> IsValid, string Form)[] Registries =
    [
        ("pubmed.ncbi.nlm.nih.gov/", "PMID", IsPmid, "one to eight digits"),
        ("www.ncbi.nlm.nih.gov/pubmed/", "PMID", IsPmid, "one to eight digits"),
        ("pmc.ncbi.nlm.nih.gov/articles/", "PMCID", IsPmcid, "`PMC` and digits"),
        ("www.ncbi.nlm.nih.gov/pmc/articles/", "PMCID", IsPmcid, "`PMC` and digits"),
        ("clinicaltrials.gov/study/", "NCT number", IsNct, "`NCT` and eight digits"),
        ("clinicaltrials.gov/ct2/show/", "NCT number", IsNct, "`NCT` and eight digits"),
        ("www.clinicaltrials.gov/study/", "NCT number", IsNct, "`NCT` and eight digits"),
        ("orcid.org/", "ORCID iD", Orcid.IsValid, "four groups of four, the last character computed from the others"),
        ("www.isrctn.com/", "ISRCTN", IsIsrctn, "`ISRCTN` and eight digits"),
        ("isrctn.com/", "ISRCTN", IsIsrctn, "`ISRCTN` and eight digits"),
        ("portal.issn.org/resource/issn/", "ISSN", text => Issn.IsValid(text.ToUpperInvariant()), "four digits, a hyphen, and four more, the last computed from the others"),
        ("ror.org/", "ROR identifier", Ror.IsValid, "nine characters, the last two computed from the others"),
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

    private static bool IsPmid(string text) => text.Length is >= 1 and <= 8 && text[0] != '0' && text.All(char.IsAsciiDigit);

    private static bool IsPmcid(string text) => text.StartsWith("PMC", StringComparison.OrdinalIgnoreCase) && text.Length is > 3 and <= 12 && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsNct(string text) => text.Length == 11 && text.StartsWith("NCT", StringComparison.OrdinalIgnoreCase) && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsIsrctn(string text) => text.Length == 14 && text.StartsWith("ISRCTN", StringComparison.OrdinalIgnoreCase) && text.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0;
}
