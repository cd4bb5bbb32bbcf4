using Her2Gen.Identifiers;

namespace Her2Gen.References.Csl;

/// <summary>Where the identifiers in a reference lead.</summary>
internal static class Links
{
    /// <summary>The address that a variable's text stands for; null when it is none, or the text is malformed.</summary>
    public static string? Of(string variable, string text) => variable switch
    {
        "DOI" => Doi.TryParse(text, out Doi doi) ? doi.Url : null,
        "PMID" => Pmid.TryParse(text, out Pmid pmid) ? pmid.Url : null,
        "PMCID" => Pmcid.TryParse(text, out Pmcid pmcid) ? pmcid.Url : null,
        "URL" => Reference.IsWebAddress(text) ? text : null,
        _ => null,
    };
}
