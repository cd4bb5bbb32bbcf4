using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>Images and links say in words what they are (WCAG 2.2, 1.1.1 and 2.4.4).</summary>
internal static class TextAlternativeCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (ImageFact image in page.Images)
        {
            if (image.Alt is null) diagnostics.Add(Rules.ImageAltMissing, PlaceOf(image, page, site), "image without `alt`", "write `{alt=\"…\"}` behind it; an empty text marks a decoration");
            else if (image.Alt.Length > 0 && string.IsNullOrWhiteSpace(image.Alt)) diagnostics.Add(Rules.ImageAltText, PlaceOf(image, page, site), "an `alt` of nothing but white space", "say what it shows; an empty text marks a decoration");
            else if (IsFileName(image)) diagnostics.Add(Rules.ImageAltText, PlaceOf(image, page, site), $"`alt` is the name of the file, `{image.Alt}`", "say what it shows");
        }

        foreach (LinkFact link in page.Links.Where(link => !link.HasName))
            diagnostics.Add(Rules.LinkNameMissing, site.Sources.Of(page.Path).Of(link.Address) ?? page.TagAt(link.Offset), "link without text", "say where it leads");
    }

    private static Location PlaceOf(ImageFact image, PageFacts page, CheckedSite site) => site.Sources.Of(page.Path).Of(image.Source) ?? page.TagAt(image.Offset);

    private static bool IsFileName(ImageFact image) =>
        image.Alt is { Length: > 0 } alt && image.Source.Split('?', '#')[0].Split('/')[^1] is { Length: > 0 } file
        && (alt.Trim().Equals(file, StringComparison.OrdinalIgnoreCase) || (alt.Trim().Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase) && alt.Contains('_', StringComparison.Ordinal)));
}
