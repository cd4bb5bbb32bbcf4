using Her2Gen.References.BibTex;
using Her2Gen.References.Tagged;

namespace Her2Gen.References;

/// <summary>A form in which reference managers take a reference.</summary>
/// <param name="Extension">Of its files, with the dot.</param>
/// <param name="Write">The whole file for some references, ending in a line feed.</param>
public sealed record CitationFormat(string Name, string Extension, string MediaType, Func<IEnumerable<Reference>, string> Write)
{
    public static readonly IReadOnlyList<CitationFormat> All =
    [
        new("BibTeX", ".bib", "application/x-bibtex", references => string.Join('\n', references.Select(BibTexWriter.Write))),
        new("RIS", ".ris", "application/x-research-info-systems", references => string.Join('\n', references.Select(RisWriter.Write))),
        new("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", CslJsonWriter.Write),
    ];
}
