using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>A page is built so that every reader can use it (WCAG 2.2, 1.3.1, 2.4.1 and 4.1.2), and is finished.</summary>
internal static class StructureCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        StructureFacts facts = page.Structure;
        foreach (TextFact leftover in facts.Leftovers)
            diagnostics.Add(Rules.TemplateLeftover, page.StretchAt(leftover.Offset, leftover.Text.Length), $"`{leftover.Text}` in the text of the page", "a template or an author did not finish here");
        foreach (IdReferenceFact reference in facts.IdReferences) CheckReference(reference, page, site, diagnostics);
        foreach (ElementFact frame in facts.UntitledFrames) diagnostics.Add(Rules.FrameTitleMissing, page.TagAt(frame.Offset), "a frame without `title`", "say what it shows");
        foreach (ElementFact table in facts.HeaderlessTables) diagnostics.Add(Rules.TableHeaderMissing, page.TagAt(table.Offset), "a table without a header cell", "mark the heads of its columns or rows with `th`");
        CheckLabels(page, diagnostics);
        foreach (ElementFact button in facts.UnnamedButtons) diagnostics.Add(Rules.LinkNameMissing, page.TagAt(button.Offset), "button without text", "say what it does");
        CheckLandmarks(page, diagnostics);
    }

    // A label that names nothing was meant for a control that has none: that is one mistake.
    private static void CheckLabels(PageFacts page, DiagnosticBag diagnostics)
    {
        StructureFacts facts = page.Structure;
        if (!facts.Labelled.IsSubsetOf(page.Targets)) return;
        foreach (ControlFact control in facts.Controls.Where(control => !control.IsLabelled && !(control.Id is { } id && facts.Labelled.Contains(id))))
            diagnostics.Add(Rules.ControlLabelMissing, page.TagAt(control.Offset), $"`{control.Element}` without a label", "put it into a `label`, or name its id in `for`");
    }

    private static void CheckReference(IdReferenceFact reference, PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        bool isMap = reference.Attribute == "usemap";
        int from = 0;
        foreach (string id in reference.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => isMap ? id.TrimStart('#') : id))
        {
            int within = reference.Value.IndexOf(id, from, StringComparison.Ordinal);
            from = within + id.Length;
            if (isMap ? page.Structure.Maps.Contains(id) : page.Targets.Contains(id)) continue;
            diagnostics.Add(Rules.IdrefMissing, page.PartAt(reference.Offset, id, within), $"`{reference.Attribute}` names `{id}`, which `{page.Path}` does not have", site.HintFor(page.Path, id, page.Targets));
        }
    }

    private static void CheckLandmarks(PageFacts page, DiagnosticBag diagnostics)
    {
        StructureFacts facts = page.Structure;
        if (page.IsStub) return;
        if (facts.Mains.Count == 0) diagnostics.Add(Rules.LandmarkMain, page.TagAt(page.HtmlOffset), $"`{page.Path}` has no `main` element", "put what only this page holds into `main`");
        foreach (ElementFact extra in facts.Mains.Skip(1)) diagnostics.Add(Rules.LandmarkMain, page.TagAt(extra.Offset), $"a second `main` element; the first is at {page.TagAt(facts.Mains[0].Offset)}", "a page has one");
        if (facts.Navigations < 2) return;
        foreach (ElementFact navigation in facts.UnnamedNavigations)
            diagnostics.Add(Rules.LandmarkMain, page.TagAt(navigation.Offset), "one of several navigations has no name", "tell them apart by `aria-label`");
    }
}
