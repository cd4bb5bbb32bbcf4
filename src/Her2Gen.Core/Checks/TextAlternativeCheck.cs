using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>Images and links say in words what they are (WCAG 2.2, 1.1.1 and 2.4.4).</summary>
internal static class TextAlternativeCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (ImageFact image in page.Images.Where(image => image.Alt is null))
            diagnostics.Add(Rules.ImageAltMissing, site.Sources.Of(page.Path).Of(image.Source) ?? page.TagAt(image.Offset), "image without `alt`", "write `{alt=\"…\"}` behind it; an empty text marks a decoration");
        foreach (LinkFact link in page.Links.Where(link => !link.HasName))
            diagnostics.Add(Rules.LinkNameMissing, site.Sources.Of(page.Path).Of(link.Address) ?? page.TagAt(link.Offset), "link without text", "say where it leads");
    }
}
