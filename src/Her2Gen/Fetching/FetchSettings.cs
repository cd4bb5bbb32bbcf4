namespace Her2Gen.Fetching;

/// <summary>Whom to ask for records.</summary>
/// <param name="Crossref">The address before a DOI.</param>
/// <param name="PubMed">The address before a PMID.</param>
internal sealed record FetchSettings(Uri Crossref, Uri PubMed)
{
    public const string UsualCrossref = "https://api.crossref.org/works/";
    public const string UsualPubMed = "https://pmc.ncbi.nlm.nih.gov/api/ctxp/v1/pubmed/?format=csl&id=";
}
