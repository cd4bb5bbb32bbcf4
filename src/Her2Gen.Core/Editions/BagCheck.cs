using System.Collections.Concurrent;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Whether a bag is complete and valid (RFC 8493, 3), and whether it can stand on every disk.</summary>
public sealed class BagCheck
{
    private const string Oxum = "Payload-Oxum";

    private readonly Bag bag;
    private readonly DiagnosticBag diagnostics;
    private readonly BagContents contents;
    private readonly Twins twins;
    private readonly HashSet<string> odd;
    private readonly HashSet<FilePath> missing = [];
    private readonly ConcurrentDictionary<(FilePath, string), string> digests = new();

    private BagCheck(Bag bag, DiagnosticBag diagnostics)
    {
        this.bag = bag;
        this.diagnostics = diagnostics;
        contents = bag.Contents;
        twins = new Twins(contents.Files.Paths);
        odd = [.. contents.Found.Odd.Select(entry => entry.Path)];
    }

    public static void Check(Bag bag, DiagnosticBag diagnostics) => new BagCheck(bag, diagnostics).Check();

    /// <summary>Says what in a bag's folder is no file.</summary>
    public static void ReportOdd(BagContents contents, DiagnosticBag diagnostics)
    {
        foreach (OddEntry entry in contents.Found.Odd)
        {
            Location place = contents.At(entry.Path);
            switch (entry.Kind)
            {
                case OddKind.Link: diagnostics.Add(Rules.PayloadLink, place, "a symbolic link is not followed", "put the file itself there"); break;
                case OddKind.Special: diagnostics.Add(Rules.PayloadLink, place, "not a regular file", "remove it"); break;
                case OddKind.Unnamable: diagnostics.Add(Rules.PathUnsafeInBag, place, "the name holds a character that no path can have", "remove it"); break;
                case OddKind.Unreadable: diagnostics.Add(Rules.FileUnreadable, place, "it cannot be read"); break;
                case OddKind.EmptyFolder when entry.Path + "/" != BagContents.Payload: diagnostics.Add(Rules.BagPortability, place, "an empty folder, which no manifest can list", "remove it: copies of the bag will not have it"); break;
            }
        }
    }

    private void Check()
    {
        ReportOdd(contents, diagnostics);
        twins.Report(contents, diagnostics);
        foreach (FilePath path in contents.Files.Paths)
            if ((BagPath.Danger(path.Value) ?? BagPath.Fault(path)) is { } fault) diagnostics.Add(Rules.PathUnsafeInBag, contents.At(path.Value), $"`{path}` {fault}", "the bag cannot be unpacked on every disk");
        DigestAll();
        foreach (BagManifest manifest in bag.PayloadManifests) CheckPayload(manifest);
        foreach (BagManifest manifest in bag.TagManifests) CheckTags(manifest);
        CheckExtra();
        CheckFetched();
        CheckOxum();
    }

    // The longest part of the work, and the only one that is worth several processors.
    private void DigestAll()
    {
        (FilePath Path, DigestAlgorithm Algorithm)[] work = [.. bag.Manifests.SelectMany(manifest => manifest.Entries.Where(entry => contents.Files.Contains(entry.Path)).Select(entry => (entry.Path, manifest.Algorithm))).Distinct()];
        InParallel.For(work.Length, i => Digest(work[i].Path, work[i].Algorithm));
    }

    private string Digest(FilePath path, DigestAlgorithm algorithm) => digests.GetOrAdd((path, algorithm.Name), _ =>
    {
        contents.Files.TryGet(path, out ReadOnlyMemory<byte> bytes);
        return algorithm.Of(bytes);
    });

    private void CheckPayload(BagManifest manifest)
    {
        foreach (ManifestEntry entry in manifest.Entries)
        {
            if (contents.Files.Contains(entry.Path)) CheckBytes(entry, manifest, Rules.PayloadChanged, contents.At(entry.Path.Value));
            else if (!odd.Contains(entry.Path.Value)) ReportMissing(entry, manifest);
        }
    }

    private void CheckTags(BagManifest manifest)
    {
        foreach (ManifestEntry entry in manifest.Entries)
        {
            if (contents.Files.Contains(entry.Path)) CheckBytes(entry, manifest, Rules.SealBroken, contents.At(entry.Path.Value));
            else if (!odd.Contains(entry.Path.Value)) diagnostics.Add(Rules.SealBroken, contents.At(entry.Path.Value), "the tag file is missing", $"{entry.Location} lists it");
        }
    }

    // Told once, by the strongest digest that differs.
    private void CheckBytes(ManifestEntry entry, BagManifest manifest, Rule rule, Location place)
    {
        bool isTold = bag.Manifests.TakeWhile(earlier => earlier != manifest).Where(earlier => earlier.IsTagManifest == manifest.IsTagManifest)
            .Any(earlier => earlier.Entries.Any(other => other.Path == entry.Path && other.Digest != Digest(entry.Path, earlier.Algorithm)));
        if (isTold || Digest(entry.Path, manifest.Algorithm) == entry.Digest) return;
        contents.Files.TryGet(entry.Path, out ReadOnlyMemory<byte> bytes);
        string hint = LineEndings.Explain(bytes, manifest.Algorithm, entry.Digest) is { } conversion
            ? $"{conversion}: a conversion of line endings, as by git's `core.autocrlf`"
            : $"{entry.Location} lists {Short(entry.Digest)}";
        diagnostics.Add(rule, place, $"its {manifest.Algorithm.Name} is {Short(Digest(entry.Path, manifest.Algorithm))}, and {Short(entry.Digest)} was sealed", hint);
    }

    // Told once, where the strongest manifest lists it.
    private void ReportMissing(ManifestEntry entry, BagManifest manifest)
    {
        if (!missing.Add(entry.Path)) return;
        // A manifest lists each name once for all disks: what differs only in spelling is the file itself, elsewhere.
        if (twins.Of(entry.Path) is { } twin)
        {
            string difference = $"`{entry.Path}` is there as `{twin}`, which differs only in {Twins.Difference(entry.Path, twin)}";
            if (!bag.Version.IsStrict && Digest(twin, manifest.Algorithm) == entry.Digest) diagnostics.Add(Rules.BagPortability, entry.Location, difference, "rename the file as it is listed");
            else diagnostics.Add(Rules.PayloadMissing, entry.Location, difference, "rename the file as it is listed");
            return;
        }

        string? hint = bag.Fetched.FirstOrDefault(fetched => fetched.Path == entry.Path) is { } elsewhere ? $"`fetch.txt` says that it is at {elsewhere.Digest}; nothing is fetched"
            : Unlisted(manifest).Where(path => Digest(path, manifest.Algorithm) == entry.Digest).Select(path => path.Value).FirstOrDefault() is { } renamed ? $"`{renamed}` has its bytes: was it renamed?"
            : "take it from another copy of the bag";
        diagnostics.Add(Rules.PayloadMissing, entry.Location, $"`{entry.Path}` is not there", hint);
    }

    private IEnumerable<FilePath> Unlisted(BagManifest manifest)
    {
        HashSet<FilePath> listed = [.. manifest.Entries.Select(entry => entry.Path)];
        return contents.Files.Paths.Where(path => BagContents.IsPayload(path.Value) && !listed.Contains(path));
    }

    // From 1.0 on every manifest lists every file; before, one of them did.
    private void CheckExtra()
    {
        BagManifest[] manifests = [.. bag.PayloadManifests];
        if (manifests.Length == 0) return;
        HashSet<string> spelt = [.. manifests.SelectMany(manifest => manifest.Entries).Select(entry => NameFold.Of(entry.Path.Value))];
        foreach (IGrouping<FilePath, BagManifest> file in manifests.SelectMany(manifest => Unlisted(manifest).Select(path => (path, manifest))).GroupBy(pair => pair.path, pair => pair.manifest))
        {
            bool isNowhere = file.Count() == manifests.Length;
            // Reported as the missing file that it is.
            if (isNowhere && spelt.Contains(NameFold.Of(file.Key.Value))) continue;
            if (isNowhere) diagnostics.Add(Rules.PayloadExtra, contents.At(file.Key.Value), "no manifest lists this file", "remove it: it was not there when the bag was sealed");
            else if (bag.Version.IsStrict) diagnostics.Add(Rules.PayloadExtra, contents.At(file.Key.Value), $"{string.Join(" and ", file.Select(manifest => $"`{manifest.File}`"))} does not list this file", "from version 1.0 on every manifest lists every file");
        }
    }

    private void CheckFetched()
    {
        HashSet<FilePath> listed = [.. bag.PayloadManifests.SelectMany(manifest => manifest.Entries).Select(entry => entry.Path)];
        foreach (ManifestEntry fetched in bag.Fetched)
            if (!listed.Contains(fetched.Path)) diagnostics.Add(Rules.ManifestSyntax, fetched.Location, $"no manifest lists `{fetched.Path}`", "what is fetched is payload, and is listed");
    }

    private void CheckOxum()
    {
        if (bag.Info.Value(Oxum) is not { } oxum) return;
        ReadOnlyMemory<byte>[] payload = [.. contents.Files.Where(file => BagContents.IsPayload(file.Key.Value)).Select(file => file.Value)];
        string counted = OxumOf(payload);
        if (oxum != counted) diagnostics.Add(Rules.BagMetadata, bag.Info.Place(Oxum), $"`{Oxum}` is {oxum}, and there are {counted}", "bytes, a dot, and the number of files");
    }

    /// <summary>Bytes and files, as RFC 8493, 2.2.2, writes them.</summary>
    public static string OxumOf(IReadOnlyCollection<ReadOnlyMemory<byte>> payload) => $"{payload.Sum(file => (long)file.Length)}.{payload.Count}";

    private static string Short(string digest) => digest.Length > 16 ? digest[..16] + "…" : digest;
}
