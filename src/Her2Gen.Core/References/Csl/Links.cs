namespace Her2Gen.References.Csl;

/// <summary>Where the identifiers in a reference lead.</summary>
internal static class Links
{
    /// <summary>The address that a variable's text stands for; null when it is none, or the text is malformed.</summary>
    public static string? Of(string variable, string text) => variable switch
    {
        "DOI" => Doi.TryParse(text, out Doi doi) ? doi.Url : null,
        "PMID" => Pmid.TryParse(text, out Pmid pmid) ? pmid.Url : null,
        "PMCID" => text.StartsWith("PMC", StringComparison.Ordinal) && text.AsSpan(3).ContainsOnlyDigits() && text.Length > 3 ? $"https://pmc.ncbi.nlm.nih.gov/articles/{text}/" : null,
        "URL" => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? text : null,
        _ => null,
    };
}
