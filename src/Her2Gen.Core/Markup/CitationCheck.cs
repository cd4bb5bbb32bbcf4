using Her2Gen.Diagnostics;
using Her2Gen.References;

namespace Her2Gen.Markup;

/// <summary>Each citation has its reference, and each reference its citation.</summary>
public static class CitationCheck
{
    /// <summary>Reports the citations of a text that the library does not know.</summary>
    public static void ReportUnknown(MarkdownText text, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        foreach (CitedKey cited in text.Citations.SelectMany(citation => citation.Keys).Where(cited => !Label.IsKey(cited.Key)))
            ReportUnknown(cited.Key, text.At(cited.Span), library, diagnostics);
    }

    /// <summary>Reports a key that the library does not know.</summary>
    public static void ReportUnknown(string key, Location place, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        if (!library.ContainsKey(key)) diagnostics.Add(Rules.UnknownCitation, place, $"no reference `{key}`", Nearest.To(key, library.Keys) is { } near ? $"{library[near].Location.File} has `{near}`" : $"add it to {FileOf(library)}");
    }

    private static string FileOf(IReadOnlyDictionary<string, Reference> library) => library.Values.Select(reference => reference.Location.File).FirstOrDefault("content/references.json");

    /// <summary>Reports the references that no text cites.</summary>
    public static void ReportUncited(IReadOnlyDictionary<string, Reference> library, IReadOnlySet<string> cited, DiagnosticBag diagnostics)
    {
        foreach (Reference reference in library.Values.Where(reference => !reference.IsParent && !cited.Contains(reference.Key)))
            diagnostics.Add(Rules.UncitedReference, reference.Location, $"nothing cites `{reference.Key}`", $"cite it as `[@{reference.Key}]`, or remove it");
    }
}
