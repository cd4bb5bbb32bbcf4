using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>Citations and references of a page lead to each other (DPUB-ARIA 1.1), for pages that mark them.</summary>
internal static class CitationLinkCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        StructureFacts facts = page.Structure;
        if (facts.Citations.Count == 0 && facts.Backlinks.Count == 0) return;
        HashSet<string> references = [.. facts.References.Select(reference => reference.Id)];
        HashSet<string> cited = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (CitationFact citation in facts.Citations)
        {
            if (TargetHere(citation, page, site) is not { } id || !page.Targets.Contains(id)) continue;
            if (references.Count > 0 && !references.Contains(id))
                diagnostics.Add(Rules.CitationWithoutReference, PlaceOf(citation, page, site), $"a citation leads to `{id}`, which is no reference", site.HintFor(page.Path, id, references));
            else if (cited.Add(id)) order.Add(id);
        }

        CheckBacklinks(page, site, diagnostics);
        if (references.Count == 0 || facts.Citations.Count == 0) return;
        foreach (IdFact reference in facts.References.Where(reference => !cited.Contains(reference.Id)))
            diagnostics.Add(Rules.UncitedReference, site.Sources.Of(page.Path).OfId(reference.Id) ?? page.ValueAt(reference.Offset), $"no text of `{page.Path}` cites `{reference.Id}`", "cite it, or remove it");
    }

    private static void CheckBacklinks(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        HashSet<string> calls = [.. page.Structure.Citations.Select(citation => citation.Id).OfType<string>(), .. page.Structure.NoteCalls];
        HashSet<string> reached = new(StringComparer.Ordinal);
        foreach (CitationFact back in page.Structure.Backlinks)
        {
            // A place that is not there is a broken link, and reported as one.
            if (TargetHere(back, page, site) is not { } id || !page.Targets.Contains(id)) continue;
            if (calls.Count > 0 && !calls.Contains(id) && !IsAround(id, page)) diagnostics.Add(Rules.BacklinkBroken, PlaceOf(back, page, site), $"a return link leads to `{id}`, where nothing is cited", "lead back to the citation");
            else if (!reached.Add(id)) diagnostics.Add(Rules.BacklinkBroken, PlaceOf(back, page, site), $"a second return link to `{id}`", "one return link a citation");
        }
    }

    // The citation itself may have no id: then one around it serves, and any id of the page might be that.
    private static bool IsAround(string id, PageFacts page) => page.Structure.Citations.Exists(citation => citation.Id is null) && !page.Headings.Exists(heading => heading.Id == id);

    private static string? TargetHere(CitationFact citation, PageFacts page, CheckedSite site)
    {
        Destination destination = Destination.Of(citation.Address, page.Path, site.Address, page.Base);
        bool isHere = destination.Kind == DestinationKind.Here || (destination.Kind == DestinationKind.Inside && site.FileOf(destination) == page.Path);
        return isHere && destination.Fragment.Length > 0 ? destination.DecodedFragment : null;
    }

    private static Location PlaceOf(CitationFact citation, PageFacts page, CheckedSite site) =>
        site.Sources.Of(page.Path).Of(citation.Address) ?? page.TagAt(citation.Offset);
}
