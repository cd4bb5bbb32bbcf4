using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>What a sealed edition published at an address, the current site has there too, or sends its reader on.</summary>
/// <remarks>
/// Left out are places that nobody names, because they are counted through and come and go with the text: where a reference or a note is called
/// (<c>cite-KEY-1</c>, <c>call-…</c>, <c>fnref-…</c>), the notes themselves and their heading (<c>note-…</c>, <c>notes</c>), and a row of a table that another page has now.
/// </remarks>
internal static partial class PermalinkCheck
{
    [GeneratedRegex(@"^(?:cite-.+-\d+|call-.+|fnref.+|note-.+|notes)$")]
    private static partial Regex Call { get; }

    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        // The newest edition first: what it has lost, those before it have lost too.
        foreach (FrozenPage frozen in site.Frozen.Reverse())
        {
            if (frozen.Path.Extension != ".html" || frozen.Path.Value.Split('/') is not ["editions", var id, not "source", ..]) continue;
            CheckPage(frozen.Facts.Value, id, FilePath.Parse(frozen.Path.Value[$"editions/{id}/".Length..]), site, told, diagnostics);
        }
    }

    private static void CheckPage(PageFacts frozen, string id, FilePath page, CheckedSite site, HashSet<string> told, DiagnosticBag diagnostics)
    {
        if (site.IsRedirected(page)) return;
        if (!site.Pages.TryGetValue(page, out PageFacts? now))
        {
            // Drawing it failed, which has been reported.
            if (!site.Sources.HasPlanned(page) && told.Add(page.Value))
                diagnostics.Add(Rules.PermalinkLost, frozen.TagAt(0), $"the edition `{id}` published `{page}`, and the current site has no such page", $"write `{page}: NEW.html` below `redirects` in content/site.yml, or bring the page back");
            return;
        }

        if (now.IsStub) return;
        foreach (IdFact fact in frozen.Ids.Where(fact => !now.Targets.Contains(fact.Id) && !Call.IsMatch(fact.Id) && !IsMovedRow(fact, frozen, site)))
        {
            if (told.Add($"{page}#{fact.Id}"))
                diagnostics.Add(Rules.PermalinkLost, frozen.ValueAt(fact.Offset), $"the edition `{id}` published `{page}#{fact.Id}`, and the current page has no `{fact.Id}`", $"write `{page}#{fact.Id}: {page}#NEW` below `redirects` in content/site.yml, or give the id back");
        }
    }

    private static bool IsMovedRow(IdFact fact, PageFacts frozen, CheckedSite site) => frozen.IsOf("tr", fact.Offset) && site.Pages.Values.Any(other => other.Targets.Contains(fact.Id));
}
