using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>A page has one first-level heading, and its outline has no holes.</summary>
internal static class HeadingCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        HeadingFact[] first = [.. page.Headings.Where(heading => heading.Level == 1)];
        if (first.Length == 0 && !page.IsStub) diagnostics.Add(Rules.HeadingOneCount, page.TagAt(page.HtmlOffset), $"`{page.Path}` has no h1");
        foreach (HeadingFact extra in first.Skip(1))
            diagnostics.Add(Rules.HeadingOneCount, At(extra, page, site), $"a second first-level heading; the first is at {At(first[0], page, site)}", "the title is the first-level heading: start at `##`");

        int before = 0;
        foreach (HeadingFact heading in page.Headings)
        {
            if (before > 0 && heading.Level > before + 1)
                diagnostics.Add(Rules.HeadingLevelSkipped, At(heading, page, site), $"heading jumps from level {before} to level {heading.Level}", $"use level {before + 1}");
            before = heading.Level;
        }
    }

    private static Location At(HeadingFact heading, PageFacts page, CheckedSite site) =>
        (heading.Id is { } id ? site.Sources.Of(page.Path).OfId(id) : null) ?? page.TagAt(heading.Offset);
}
