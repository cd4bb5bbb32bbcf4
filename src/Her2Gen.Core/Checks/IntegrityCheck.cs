using System.Security.Cryptography;
using Her2Gen.Diagnostics;

namespace Her2Gen.Checks;

/// <summary>A script or style sheet has the bytes that its <c>integrity</c> promises (Subresource Integrity, 3.3), or no browser runs it.</summary>
internal static class IntegrityCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (LoadedFact loaded in page.Structure.Loaded)
        {
            Destination destination = Destination.Of(loaded.Address, page.Path, site.Address, page.Base);
            if (loaded.Integrity is not { } integrity)
            {
                if (destination.Kind == DestinationKind.Outside) diagnostics.Add(Rules.SriMissing, page.TagAt(loaded.Offset), $"`{destination.Address}` is loaded from elsewhere without `integrity`", "add its hash, or keep the file in the site");
                continue;
            }

            if (destination.Kind != DestinationKind.Inside || site.FileOf(destination) is not { } file || !site.Files.TryGet(file, out ReadOnlyMemory<byte> bytes)) continue;
            if (FaultOf(integrity, bytes.Span) is { } fault) diagnostics.Add(Rules.SriMismatch, page.ValueAt(loaded.IntegrityOffset), $"`{file}`: {fault}", "write the hash of the file as it is now");
        }
    }

    // Any hash of the strongest algorithm may fit; weaker ones and unknown words are passed over.
    private static string? FaultOf(string integrity, ReadOnlySpan<byte> bytes)
    {
        string[] hashes = [.. integrity.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(hash => hash.Split('?')[0])];
        foreach ((string name, Func<ReadOnlySpan<byte>, byte[]> algorithm) in Algorithms)
        {
            string[] ofName = [.. hashes.Where(hash => hash.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase))];
            if (ofName.Length == 0) continue;
            string right = Convert.ToBase64String(algorithm(bytes));
            return ofName.Any(hash => Unified(hash[(name.Length + 1)..]) == Unified(right)) ? null : $"its hash is `{name}-{right}`";
        }

        return "`integrity` names no hash that browsers know";
    }

    private static readonly (string Name, Func<ReadOnlySpan<byte>, byte[]> Of)[] Algorithms =
        [("sha512", bytes => SHA512.HashData(bytes)), ("sha384", bytes => SHA384.HashData(bytes)), ("sha256", bytes => SHA256.HashData(bytes))];

    // Browsers take either alphabet of base64, with or without padding.
    private static string Unified(string hash) => hash.Replace('-', '+').Replace('_', '/').TrimEnd('=');
}
