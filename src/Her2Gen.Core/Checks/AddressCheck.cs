using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>An address leads to a file of the site, and to a place that the file has; whatever file it stands in.</summary>
internal static class AddressCheck
{
    private const int LongestShown = 200;

    private static readonly string[] RunningSchemes = ["javascript", "vbscript"];

    private static readonly string[] LeftoverSigns = ["{{", "}}", "{%", "%}", "%7B%7B", "%7b%7b", "${", "[object ", "[object%20"];

    /// <param name="fact">The address.</param>
    /// <param name="destination">Where it leads.</param>
    /// <param name="document">The file that holds it.</param>
    /// <param name="place">Where it stands: asked for only when there is something to report.</param>
    public static void Check(AddressFact fact, Destination destination, FilePath document, Func<AddressFact, Location> place, CheckedSite site, DiagnosticBag diagnostics)
    {
        if (IsLeftover(destination.Address) is { } leftover)
        {
            diagnostics.Add(Rules.TemplateLeftover, place(fact), $"`{leftover}` in the address `{Shown(destination.Address)}`", "a template did not put its value here");
            return;
        }

        if (site.Exits.Contains(destination.Address)) return;
        switch (destination.Kind)
        {
            case DestinationKind.Malformed:
                diagnostics.Add(Rules.UrlMalformed, place(fact), $"`{Shown(destination.Address)}` is not an address", Hint(destination));
                break;
            case DestinationKind.Climbs:
                diagnostics.Add(Rules.LinkEscapesRoot, place(fact), $"`{Written(destination)}` climbs out of the site", "link to a file of the site, or by https to another site");
                break;
            case DestinationKind.BeyondBase:
                diagnostics.Add(Rules.BasePathIgnored, place(fact), $"`{Written(destination)}` is outside `{site.Address.BasePath}`, where the site is published", "use a relative link");
                break;
            case DestinationKind.Scheme:
                CheckScheme(fact, destination, place, diagnostics);
                break;
            case DestinationKind.Here:
                CheckFragment(fact, destination, document, place, site, diagnostics);
                break;
            case DestinationKind.Inside:
                CheckTarget(fact, destination, place, site, diagnostics);
                break;
        }

        CheckSecurity(fact, destination, place, diagnostics);
    }

    private static string? IsLeftover(string address) =>
        address.AsSpan().IndexOfAny('{', '[', '%') < 0 && !address.Contains("undefined", StringComparison.Ordinal) ? null : FirstLeftover(address);

    private static string? FirstLeftover(string address) =>
        LeftoverSigns.FirstOrDefault(sign => address.Contains(sign, StringComparison.Ordinal)) ?? (address.Split('/', '?', '#').Contains("undefined") ? "undefined" : null);

    private static string Hint(Destination destination) =>
        destination.Scheme is null ? "percent-escapes are `%` and two hexadecimal digits; folders are parted by `/`" : "an absolute address is a scheme, `//` and a host";

    // A person reads the message: the whole of a very long address stands at its place.
    private static string Shown(string address) => address.Length > LongestShown ? string.Concat(address.AsSpan(0, LongestShown), "…") : address;

    private static string Written(Destination destination) =>
        Shown(destination.Address)[..(Shown(destination.Address).AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : Shown(destination.Address).Length)];

    private static void CheckScheme(AddressFact fact, Destination destination, Func<AddressFact, Location> place, DiagnosticBag diagnostics)
    {
        string scheme = destination.Scheme ?? "";
        if (RunningSchemes.Contains(scheme) || (scheme == "data" && destination.Address["data:".Length..].TrimStart().StartsWith("text/html", StringComparison.OrdinalIgnoreCase)))
            diagnostics.Add(Rules.UnsafeUrlScheme, place(fact), $"`{scheme}:` address", "link to a page");
        else if (ContactAddress.FaultOf(scheme, destination.Address[(scheme.Length + 1)..]) is { } fault)
            diagnostics.Add(Rules.ContactUriMalformed, place(fact), $"`{Shown(destination.Address)}`: {fault}", scheme == "tel" ? "for example `tel:+41-22-555-0100`" : "for example `mailto:name@example.org`");
    }

    private static void CheckTarget(AddressFact fact, Destination destination, Func<AddressFact, Location> place, CheckedSite site, DiagnosticBag diagnostics)
    {
        if (site.FileOf(destination) is { } found)
        {
            if (fact is { Use: AddressUse.Link, Element: "a" or "area" } && !destination.IsFolder && found != destination.Path)
                diagnostics.Add(Rules.InsecureLink, place(fact), $"`{Written(destination)}` leads to a folder without `/` at its end", "a static host answers with a redirect: write the slash");
            CheckFragment(fact, destination, found, place, site, diagnostics);
            return;
        }

        FilePath file = destination.IsFolder ? CheckedSite.IndexOf(destination.Path) ?? destination.Path : destination.Path;
        // Drawing it failed, which has been reported.
        if (site.Sources.HasPlanned(file) || site.IsRedirected(destination.Path)) return;
        if (site.IgnoringCase(file) is { } twin)
        {
            diagnostics.Add(Rules.PathCaseMismatch, place(fact), $"`{file}` is written `{twin}`", "upper and lower case must agree");
            return;
        }

        string name = !destination.IsFolder && site.HasFolder(destination.Path) ? file + "/index.html" : file.Value;
        diagnostics.Add(RuleOf(fact), place(fact), $"no file `{Shown(name)}`", site.HintFor(name));
    }

    // What is written in full claims to be published; a reader's link and an asset are missed where they are used.
    private static Rule RuleOf(AddressFact fact) => fact.Use switch
    {
        AddressUse.Asset => Rules.AssetMissing,
        AddressUse.Style => Rules.CssAssetMissing,
        AddressUse.Identity => Rules.OwnOriginUrlMissing,
        _ => Rules.LinkTargetMissing,
    };

    // HTML standard, 7.4.2.3.3: the raw fragment first, then the decoded one, then `top`. A text directive is not part of it.
    private static void CheckFragment(AddressFact fact, Destination destination, FilePath file, Func<AddressFact, Location> place, CheckedSite site, DiagnosticBag diagnostics)
    {
        string raw = destination.Fragment;
        if (raw.Length == 0)
        {
            if (destination.Address == "#" && fact is { Use: AddressUse.Link, Element: "a" }) diagnostics.Add(Rules.InsecureLink, place(fact), "`#` leads nowhere but to the top", "link to a place, or use a button");
            return;
        }

        if (!fact.HasFragment || site.TargetsOf(file) is not { } targets) return;
        string decoded = destination.DecodedFragment;
        if (raw.IndexOf(":~:", StringComparison.Ordinal) is var directive and >= 0)
        {
            raw = raw[..directive];
            decoded = decoded[..decoded.IndexOf(":~:", StringComparison.Ordinal)];
        }

        // A view of an SVG is no element of it.
        if (file.Extension == ".svg" && raw.StartsWith("svgView(", StringComparison.Ordinal)) return;
        if (raw.Length == 0 || targets.Contains(raw) || targets.Contains(decoded) || decoded.Equals("top", StringComparison.OrdinalIgnoreCase)) return;
        diagnostics.Add(Rules.FragmentMissing, place(fact), $"`{file}` has no `{Shown(decoded)}`", site.HintFor(file, decoded, targets));
    }

    private static void CheckSecurity(AddressFact fact, Destination destination, Func<AddressFact, Location> place, DiagnosticBag diagnostics)
    {
        if (destination.Kind is not (DestinationKind.Outside or DestinationKind.Inside)) return;
        bool isOpen = destination.Scheme == "http" && !destination.Address.StartsWith("//", StringComparison.Ordinal);
        bool isSchemeless = destination.Address.StartsWith("//", StringComparison.Ordinal);
        if (!isOpen && !isSchemeless) return;
        if (fact.Use is AddressUse.Asset or AddressUse.Style)
            diagnostics.Add(Rules.MixedContent, place(fact), isOpen ? $"`{Shown(destination.Address)}` is loaded without encryption" : $"`{Shown(destination.Address)}` is loaded by whatever scheme the page has", "write `https://`, or keep the file in the site");
        else if (fact is { Use: AddressUse.Link, Element: "a" or "area" or "form" } && !DoiLink.IsOne(destination.Address))
            diagnostics.Add(Rules.InsecureLink, place(fact), isOpen ? $"`{Shown(destination.Address)}` is not encrypted" : $"`{Shown(destination.Address)}` has no scheme", "write `https://`");
    }
}
