using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>The addresses of this site in a page's JSON-LD lead to its files.</summary>
internal static class StructuredDataAddressCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        if (site.Address.Host is not { } host) return;
        foreach (TextFact block in page.Metadata.StructuredData)
        {
            for (int at = block.Text.IndexOf(host, StringComparison.OrdinalIgnoreCase); at >= 0; at = block.Text.IndexOf(host, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int start = block.Text.LastIndexOf('"', at) + 1;
                int end = block.Text.IndexOf('"', at);
                if (start == 0 || end < 0) continue;
                // JSON may escape a slash.
                string address = block.Text[start..end].Replace("\\/", "/", StringComparison.Ordinal);
                // The host must be the address's own, and not a part of its query.
                if (address.IndexOf("://", StringComparison.Ordinal) is not (4 or 5) || !address.StartsWith("http", StringComparison.Ordinal) || at - start > "https:\\/\\/".Length) continue;
                // An identifier names a thing, which need not be an element of its page.
                AddressFact fact = new("script", "", address, AddressUse.Identity, block.Offset + start, AddressPlace.Text) { HasFragment = false };
                AddressCheck.Check(fact, Destination.Of(address, page.Path, site.Address), page.Path, _ => page.StretchAt(block.Offset + start, end - start), site, diagnostics);
            }
        }
    }
}
