using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;

namespace Her2Gen.Checks;

/// <summary>Identifiers in links and in the head have the form that their registry gives them, and the text shows the one that the link has.</summary>
internal static class IdentifierCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (LinkFact link in page.Links)
        {
            // What a template links to comes from records, which are checked where they were written.
            if (site.Sources.HasPlanned(page.Path) && site.Sources.Of(page.Path).Of(link.Address) is null) continue;
            if (Doi.ResolverOf(link.Address) is { } resolver) CheckDoi(link, resolver, page, site, diagnostics);
            else if (RegistryIdentifier.FaultOf(link.Address) is { } fault) diagnostics.Add(Rules.IdentifierMalformed, PlaceOf(link, page, site), fault, "check it at the registry");
        }

        foreach (MetaFact meta in page.Metadata.Metas.Where(meta => meta.Name == "citation_doi"))
        {
            string doi = DoiLink.Shown(meta.Content) ?? meta.Content.Trim();
            if (Doi.FaultOf(doi) is { } fault) diagnostics.Add(Rules.DoiMalformed, page.TagAt(meta.Offset), $"`{doi}` is no DOI: {fault}", "check it at the registry");
        }
    }

    private static void CheckDoi(LinkFact link, string resolver, PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        string doi = DoiLink.Of(link.Address, resolver);
        // The resolver's own front page.
        if (doi.Length == 0) return;
        if (Doi.FaultOf(doi) is { } fault) diagnostics.Add(Rules.DoiMalformed, PlaceOf(link, page, site), $"`{doi}` is no DOI: {fault}", "check it at the registry");
        else if (resolver != Doi.Resolver) diagnostics.Add(Rules.DoiMalformed, PlaceOf(link, page, site), $"`{resolver}` is not where DOIs are resolved", $"write `{Doi.Resolver}{doi}`");
        else if (DoiLink.IsUnusual(doi)) diagnostics.Add(Rules.DoiUnusual, PlaceOf(link, page, site), $"`{doi}` has signs that few DOIs have", "check it at the registry");
        if (DoiLink.Shown(link.Text) is { } shown && !shown.Equals(doi, StringComparison.OrdinalIgnoreCase))
            diagnostics.Add(Rules.DoiMismatch, PlaceOf(link, page, site), $"the text shows `{shown}`, and the link leads to `{doi}`", "make both say the same");
    }

    private static Location PlaceOf(LinkFact link, PageFacts page, CheckedSite site) =>
        site.Sources.Of(page.Path).Of(link.Address) ?? page.HrefAt(link.Offset);
}
