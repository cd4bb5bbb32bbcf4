using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A redirect leads to a page in one hop: pages that send on by <c>meta refresh</c>, and the rules of a <c>_redirects</c> file.</summary>
internal static class RedirectCheck
{
    /// <summary>One redirect of the site.</summary>
    private sealed record Redirect(FilePath From, FilePath To, string Written, Location Place);

    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        List<Redirect> redirects = [.. Stubs(site), .. OfHost(site, diagnostics)];
        Dictionary<FilePath, Redirect> byStart = [];
        foreach (Redirect redirect in redirects) byStart.TryAdd(redirect.From, redirect);
        Dictionary<FilePath, bool> looping = [];
        foreach (Redirect redirect in redirects.Where(redirect => byStart.ContainsKey(redirect.To)))
        {
            if (LoopsBack(redirect, byStart, looping)) diagnostics.Add(Rules.RedirectChain, redirect.Place, $"`{redirect.Written}` leads back in a circle", "lead to a page");
            else diagnostics.Add(Rules.RedirectChain, redirect.Place, $"`{redirect.Written}` sends on to `{byStart[redirect.To].Written}`", "lead to the last page at once");
        }
    }

    // A page that sends its reader on; one that refreshes itself is none.
    private static IEnumerable<Redirect> Stubs(CheckedSite site) =>
        from page in site.Pages.Values.OrderBy(page => page.Path)
        let at = page.Addresses.FindIndex(address => address.Use == AddressUse.Redirect)
        where at >= 0
        let destination = site.DestinationsOf(page)[at]
        where destination.Kind == DestinationKind.Inside
        let target = site.FileOf(destination) ?? destination.Path
        where target != page.Path
        select new Redirect(page.Path, target, page.Addresses[at].Value, page.PlaceOf(page.Addresses[at]));

    private static IEnumerable<Redirect> OfHost(CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (RedirectRule rule in site.Redirects)
        {
            if (rule.Written is not { } written)
            {
                if (!rule.IsPattern) diagnostics.Add(Rules.RedirectChain, rule.Place, "a redirect that leads nowhere", "write the old address, the new one, and a status");
                continue;
            }

            Destination to = Destination.Of(written, RedirectFile.Path, site.Address);
            AddressCheck.Check(new AddressFact("", "", written, AddressUse.Redirect, 0), to, RedirectFile.Path, _ => rule.Place, site, diagnostics);
            if (to.Kind == DestinationKind.Inside && rule.From is { } from) yield return new Redirect(from, site.FileOf(to) ?? to.Path, written, rule.Place);
        }
    }

    // What is known of a step holds for every chain that runs into it: no step is taken twice.
    private static bool LoopsBack(Redirect redirect, Dictionary<FilePath, Redirect> byStart, Dictionary<FilePath, bool> looping)
    {
        HashSet<FilePath> seen = [redirect.From];
        bool loops = false;
        for (FilePath at = redirect.To; !loops && byStart.TryGetValue(at, out Redirect? next); at = next.To)
        {
            if (looping.TryGetValue(at, out bool known))
            {
                loops = known;
                break;
            }

            loops = !seen.Add(at);
        }

        foreach (FilePath step in seen) looping[step] = loops;
        return loops;
    }
}
