namespace Her2Gen.References;

/// <summary>A form in which reference managers take a reference.</summary>
/// <param name="Extension">Of its files, with the dot.</param>
/// <param name="Write">The whole file for one reference, ending in a line feed.</param>
public sealed record CitationFormat(string Name, string Extension, string MediaType, Func<Reference, string> Write)
{
    public static readonly IReadOnlyList<CitationFormat> All =
    [
        new("BibTeX", ".bib", "application/x-bibtex", BibTexWriter.Write),
        new("RIS", ".ris", "application/x-research-info-systems", RisWriter.Write),
        new("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", CslJsonWriter.Write),
    ];
}
