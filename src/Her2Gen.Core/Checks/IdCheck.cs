using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>An id stands once on a page.</summary>
internal static class IdCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        Dictionary<string, IdFact> first = new(StringComparer.Ordinal);
        foreach (IdFact fact in page.Ids)
        {
            if (first.TryAdd(fact.Id, fact)) continue;
            Location other = site.Sources.Of(page.Path).OfId(fact.Id) ?? page.ValueAt(first[fact.Id].Offset);
            diagnostics.Add(Rules.DuplicateId, site.Sources.Of(page.Path).OfSecondId(fact.Id) ?? page.ValueAt(fact.Offset), $"id `{fact.Id}` stands already at {other}", "give one of them another id");
        }
    }
}
