using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Each address of a page leads to a file of the site, and to a place that the file has.</summary>
internal static class LinkCheck
{
    // C0 control or space, as the URL standard calls them.
    private static readonly char[] Controls = [.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)];

    private static readonly string[] RunningSchemes = ["javascript", "vbscript"];

    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (AddressFact address in page.Addresses) Check(address, page, site, diagnostics);
    }

    private static void Check(AddressFact fact, PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        // The URL standard drops tabs and line ends, and control characters and spaces at both ends.
        string address = string.Concat(fact.Value.Trim(Controls).Split('\t', '\n', '\r'));
        Location place = site.Sources.Of(page.Path).Of(fact.Value) ?? page.ValueAt(fact.Offset);
        if (Scheme(address) is { } scheme)
        {
            if (RunningSchemes.Contains(scheme) || (scheme == "data" && address["data:".Length..].TrimStart().StartsWith("text/html", StringComparison.OrdinalIgnoreCase)))
                diagnostics.Add(Rules.UnsafeUrlScheme, place, $"`{scheme}:` address", "link to a page");
            return;
        }

        if (address.StartsWith("//", StringComparison.Ordinal) || address.Length == 0) return;
        int hash = address.IndexOf('#', StringComparison.Ordinal);
        string fragment = hash < 0 ? "" : address[(hash + 1)..];
        string path = hash < 0 ? address : address[..hash];
        if (path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0) path = path[..query];
        if (Unescape(path) is not { } decoded || Unescape(fragment) is not { } decodedFragment || !FilePath.IsPlain(decoded))
        {
            diagnostics.Add(Rules.UrlMalformed, place, $"`{address}` is not an address", "percent-escapes are `%` and two hexadecimal digits; folders are parted by `/`");
            return;
        }

        if (path.Length == 0)
        {
            CheckFragment(page, fragment, decodedFragment, place, diagnostics);
            return;
        }

        if (Target(decoded, path, page, site, place, diagnostics) is { } target && fragment.Length > 0 && site.Pages.TryGetValue(target, out PageFacts? targetPage))
            CheckFragment(targetPage, fragment, decodedFragment, place, diagnostics);
    }

    private static FilePath? Target(string decoded, string written, PageFacts page, CheckedSite site, Location place, DiagnosticBag diagnostics)
    {
        if (decoded.StartsWith('/'))
        {
            if (!decoded.StartsWith(site.BasePath, StringComparison.Ordinal))
            {
                diagnostics.Add(Rules.LinkEscapesRoot, place, $"`{written}` is outside `{site.BasePath}`, where the site is published", "use a relative link");
                return null;
            }

            decoded = decoded[(site.BasePath.Length - 1)..];
        }

        if (page.Path.Resolve(decoded, out bool isFolder) is not { } target)
        {
            diagnostics.Add(Rules.LinkEscapesRoot, place, $"`{written}` climbs out of the site", "link to a file of the site, or by https to another site");
            return null;
        }

        FilePath? file = isFolder ? Index(target) : target;
        if (file is { } planned && site.Sources.HasPlanned(planned) && !site.Files.Contains(planned)) return null;
        if (file is { } found && site.Files.Contains(found)) return found;
        if (!isFolder && site.Files.Contains(FilePath.Parse(target.Value + "/index.html"))) return FilePath.Parse(target.Value + "/index.html");
        if (file is { } missing && site.IgnoringCase(missing) is { } twin)
        {
            diagnostics.Add(Rules.PathCaseMismatch, place, $"`{missing}` is written `{twin}`", "upper and lower case must agree");
            return null;
        }

        string name = (file ?? target).Value;
        diagnostics.Add(Rules.LinkTargetMissing, place, $"no file `{name}`", Nearest.Hint(name, site.Files.Paths.Select(known => known.Value)));
        return null;
    }

    private static FilePath? Index(FilePath folder) => FilePath.TryParse(folder.Value.Length == 0 ? "index.html" : folder.Value + "/index.html", out FilePath index) ? index : null;

    // HTML standard, 7.4.2.3.3: the raw fragment first, then the decoded one, then `top`. A text directive is not part of it.
    private static void CheckFragment(PageFacts target, string raw, string decoded, Location place, DiagnosticBag diagnostics)
    {
        int directive = raw.IndexOf(":~:", StringComparison.Ordinal);
        if (directive >= 0)
        {
            raw = raw[..directive];
            decoded = decoded[..decoded.IndexOf(":~:", StringComparison.Ordinal)];
        }

        if (raw.Length == 0 || target.Targets.Contains(raw) || target.Targets.Contains(decoded) || decoded.Equals("top", StringComparison.OrdinalIgnoreCase)) return;
        diagnostics.Add(Rules.FragmentMissing, place, $"`{target.Path}` has no `{decoded}`", Nearest.Hint(decoded, target.Targets));
    }

    private static string? Scheme(string address)
    {
        int colon = address.AsSpan().IndexOfAny(':', '/', '#') is var at and > 0 && address[at] == ':' ? at : -1;
        if (colon < 0 || address.IndexOf('?', 0, colon) >= 0 || !char.IsAsciiLetter(address[0])) return null;
        return address.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters) ? null : address[..colon].ToLowerInvariant();
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static string? Unescape(string text)
    {
        for (int at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])) return null;
        return Uri.UnescapeDataString(text);
    }
}
