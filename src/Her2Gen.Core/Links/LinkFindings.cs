using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Links;

/// <summary>Reports what a cache knows against links. Of an address that is unknown nothing is said.</summary>
public static class LinkFindings
{
    /// <summary>The rules that only a look at the outside world can find broken.</summary>
    public static readonly IReadOnlyList<Rule> Rules = [Diagnostics.Rules.ExternalDead, Diagnostics.Rules.ExternalSuspect, Diagnostics.Rules.ExternalFragmentMissing, Diagnostics.Rules.ExternalMoved];

    public static void Report(IReadOnlyList<ExternalLink> links, LinkCache cache, DiagnosticBag diagnostics)
    {
        foreach (ExternalLink link in links)
            if (cache.Of(link) is { } record && record.State != LinkState.Unknown) Report(link, record, diagnostics);
    }

    private static void Report(ExternalLink link, LinkRecord record, DiagnosticBag diagnostics)
    {
        void Add(Rule rule, string message, string hint, Func<LinkUse, bool> concerns)
        {
            foreach (LinkUse use in link.Uses.Where(concerns)) diagnostics.Add(rule, use.Place, message, hint);
        }

        if (record is { State: LinkState.Suspect or LinkState.Dead, Gone: { } gone })
        {
            string what = link.Doi is { } doi ? $"the handle service knows no DOI `{doi}`" : $"`{link.Address}` is gone ({record.Status})";
            if (record.State == LinkState.Dead) Add(Diagnostics.Rules.ExternalDead, $"{what}, since {IsoDate.Format(gone)}", DeadHint(link, record), _ => true);
            else Add(Diagnostics.Rules.ExternalSuspect, $"{what}, on one day so far", "look again on another day: `her2gen links --external`", _ => true);
            return;
        }

        foreach (string missing in record.Missing)
            Add(Diagnostics.Rules.ExternalFragmentMissing, $"`{record.To ?? link.Address}` has no `{missing}`", "link to a place that the page has, or to the page", use => use.Fragment == missing);
        if (record.Moved is { } moved) Add(Diagnostics.Rules.ExternalMoved, $"`{link.Address}` has moved to `{moved}`", MovedHint(link, moved), _ => true);
    }

    private static string DeadHint(ExternalLink link, LinkRecord record)
    {
        if (link.Doi is not null) return "compare it with the work itself";
        if (record.Archive is { } copy) return $"there is a copy at `{copy}`";
        return $"find where it went, or look for a copy at `{ArchivedCopy.Place(link.Address, record.Alive ?? record.First)}`";
    }

    // Sites that lose a page often lead to their first page instead of saying so.
    private static string MovedHint(ExternalLink link, string moved) =>
        new Uri(moved).PathAndQuery == "/" && new Uri(link.Address).PathAndQuery != "/" ? "that is the first page of a site: look whether it still has what the link is for" : "link to the new address";
}
