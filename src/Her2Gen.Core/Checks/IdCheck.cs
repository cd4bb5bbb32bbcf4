using Her2Gen.Diagnostics;
using Her2Gen.Files;

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
            PageSources sources = site.Sources.Of(page.Path);
            Location? written = sources.OfId(fact.Id);
            // Written once and drawn twice: the other one comes from a template.
            if (written is { } once && sources.OfSecondId(fact.Id) is null)
                diagnostics.Add(Rules.DuplicateId, once, $"a template writes id `{fact.Id}` too", "give this one another id");
            else
                diagnostics.Add(Rules.DuplicateId, sources.OfSecondId(fact.Id) ?? page.ValueAt(fact.Offset), $"id `{fact.Id}` stands already at {written ?? page.ValueAt(first[fact.Id].Offset)}", "give one of them another id");
        }
    }
}
