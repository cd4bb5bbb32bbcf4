using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>Each address of a page leads to a file of the site, and to a place that the file has.</summary>
internal static class LinkCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        IReadOnlyList<Destination> destinations = site.DestinationsOf(page);
        Func<AddressFact, Location> place = address => PlaceOf(address, page, site);
        for (int i = 0; i < destinations.Count; i++)
        {
            AddressFact address = page.Addresses[i];
            if (!IsToldAlready(address, destinations[i], page, site)) AddressCheck.Check(address, destinations[i], page.Path, place, site, diagnostics);
        }

        foreach (ElementFact element in page.Structure.Hrefless)
        {
            if (element.Element == "link") diagnostics.Add(Rules.LinkHrefMissing, page.TagAt(element.Offset), "a `link` element without `href`", "say what it links to, or remove it");
            else diagnostics.Add(Rules.LinkWithoutHref, page.TagAt(element.Offset), "an `a` element that leads nowhere and is no place", "give it `href`, or `id`, or make it a button");
        }

        foreach (ElementFact handler in page.Structure.EventHandlers)
            diagnostics.Add(Rules.UnsafeUrlScheme, page.NameAt(handler.Offset, handler.Element), $"`{handler.Element}` runs a script", "put scripts into a file of their own");
    }

    // A picture that is not there is one mistake, though its figure links to it as well.
    private static bool IsToldAlready(AddressFact address, Destination destination, PageFacts page, CheckedSite site) =>
        address.Use == AddressUse.Link && destination.Kind == DestinationKind.Inside && site.FileOf(destination) is null
        && page.Loads(address.Value);

    // What an author wrote, or what stands in a template, or else the page.
    private static Location PlaceOf(AddressFact address, PageFacts page, CheckedSite site) =>
        site.Sources.Of(page.Path).Of(address.Value) ?? site.Sources.InTemplates(address.Value) ?? page.PlaceOf(address);
}
