using System.Text;
using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Reads the tag files of a bag (RFC 8493, and the drafts from 0.93 on). Goes on after every mistake; <see cref="BagCheck"/> compares with the files.</summary>
public sealed partial class BagReader
{
    private const string Declaration = "bagit.txt";
    private const string Fetch = "fetch.txt";

    // Called otherwise before 0.96.
    private static readonly FilePath[] InfoFiles = [FilePath.Parse("bag-info.txt"), FilePath.Parse("package-info.txt")];

    private readonly BagContents contents;
    private readonly DiagnosticBag diagnostics;
    private BagVersion version = BagVersion.Newest;
    private Encoding encoding = Encoding.UTF8;

    private BagReader(BagContents contents, DiagnosticBag diagnostics)
    {
        this.contents = contents;
        this.diagnostics = diagnostics;
    }

    [GeneratedRegex(@"\A(?<digest>[0-9A-Fa-f]+)[ \t]+(?<star>\*?)(?<path>.+)\z")]
    private static partial Regex ManifestLine { get; }

    [GeneratedRegex(@"\A(?<url>\S+)[ \t]+(?<length>\d+|-)[ \t]+(?<path>.+)\z")]
    private static partial Regex FetchLine { get; }

    [GeneratedRegex(@"\A(?<kind>tag)?manifest-(?<algorithm>[A-Za-z0-9-]+)\.txt\z")]
    private static partial Regex ManifestName { get; }

    // From 1.0 on exactly one space; the drafts let more stand around the value.
    [GeneratedRegex(@"\ABagIt-Version:(?<space>[ \t]*)(?<value>\d+\.\d+)(?<rest>[ \t]*)\z")]
    private static partial Regex VersionLine { get; }

    [GeneratedRegex(@"\ATag-File-Character-Encoding:(?<space>[ \t]*)(?<value>\S+)(?<rest>[ \t]*)\z")]
    private static partial Regex EncodingLine { get; }

    public static Bag Read(BagContents contents, DiagnosticBag diagnostics) => new BagReader(contents, diagnostics).Read();

    /// <summary>Whether a file at the top of a bag is a tag manifest, which no tag manifest lists.</summary>
    public static bool IsTagManifest(string path) => ManifestName.Match(path) is { Success: true } match && match.Groups["kind"].Success;

    /// <summary>Whether a file at the top of a bag is a manifest of either kind.</summary>
    public static bool IsManifest(string path) => ManifestName.IsMatch(path);

    private Bag Read()
    {
        ReadDeclaration();
        List<BagManifest> manifests = [];
        foreach (FilePath path in contents.Files.Paths)
            if (ManifestName.Match(path.Value) is { Success: true } name) ReadManifest(path, name, manifests);
        if (!manifests.Any(manifest => !manifest.IsTagManifest))
            diagnostics.Add(Rules.ManifestSyntax, contents.At("manifest-sha512.txt"), "there is no payload manifest that can be checked", "a bag has at least one `manifest-ALGORITHM.txt`");
        return new Bag(contents, version, [.. manifests.OrderBy(manifest => DigestAlgorithm.All.ToList().IndexOf(manifest.Algorithm))], ReadInfo(), ReadFetch());
    }

    private void ReadDeclaration()
    {
        if (!contents.Files.TryGet(FilePath.Parse(Declaration), out ReadOnlyMemory<byte> bytes))
        {
            diagnostics.Add(Rules.BagDeclaration, contents.At(Declaration), "there is no `bagit.txt`", "a folder without it is no bag");
            return;
        }

        SourceText source = SourceText.Decode(contents.Shown(Declaration), bytes, diagnostics);
        if (bytes.Span.StartsWith("\uFEFF"u8)) diagnostics.Add(Rules.BagDeclaration, source.At(0, 0), "a byte-order mark stands before the first line", "RFC 8493, 2.1.1, forbids it");
        string[] lines = Lines(source.Text);
        string Line(int index) => index < lines.Length ? lines[index] : "";
        Match declared = VersionLine.Match(Line(0));
        Match named = EncodingLine.Match(Line(1));
        Location second = source.At(Math.Min(Line(0).Length + 1, source.Text.Length), Line(1).Length);
        if (declared.Success && BagVersion.Of(declared.Groups["value"].Value) is { } known) version = known;
        else diagnostics.Add(Rules.BagDeclaration, source.At(0, Line(0).Length), $"`{Line(0)}` names no version of BagIt", "the first line is `BagIt-Version: 1.0`");
        if (!named.Success) diagnostics.Add(Rules.BagDeclaration, second, $"`{Line(1)}` names no encoding", "the second line is `Tag-File-Character-Encoding: UTF-8`");
        else if (EncodingOf(named.Groups["value"].Value) is { } found) encoding = found;
        else diagnostics.Add(Rules.BagDeclaration, second, $"the encoding `{named.Groups["value"].Value}` is not known here", "UTF-8 is what every program reads");
        foreach ((Match match, Location place) in new[] { (declared, source.At(0, Line(0).Length)), (named, second) })
            if (version.IsStrict && match.Success && (match.Groups["space"].Value != " " || match.Groups["rest"].Length > 0))
                diagnostics.Add(Rules.BagDeclaration, place, "white space stands where version 1.0 has none", "one space behind the colon, and nothing behind the value");
        if (lines.Length > 2) diagnostics.Add(Rules.BagDeclaration, source.At(source.Text.IndexOf(lines[2], StringComparison.Ordinal), lines[2].Length), "there are more than two lines");
    }

    private static Encoding? EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private void ReadManifest(FilePath path, Match name, List<BagManifest> manifests)
    {
        string algorithmName = name.Groups["algorithm"].Value.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        bool isTagManifest = name.Groups["kind"].Success;
        if (DigestAlgorithm.Of(algorithmName) is not { } algorithm)
        {
            diagnostics.Add(Rules.BagPortability, contents.At(path.Value), $"digests by `{algorithmName}` are not known here, and were not checked", $"known are {string.Join(", ", DigestAlgorithm.All.Select(known => known.Name))}");
            return;
        }

        List<ManifestEntry> entries = [];
        SourceText source = Decode(path);
        foreach ((string line, int offset) in LinesAt(source, Rules.ManifestSyntax))
        {
            Location place = source.At(offset, line.Length);
            Match match = ManifestLine.Match(line);
            if (!match.Success || match.Groups["digest"].Length != 2 * algorithm.Length)
            {
                diagnostics.Add(Rules.ManifestSyntax, place, $"not a {algorithm.Name} digest and a path", "a line is the digest in hexadecimal digits, two spaces, and the path");
                continue;
            }

            if (match.Groups["star"].Length > 0) diagnostics.Add(Rules.BagPortability, place, "`*` before a path is the mark of md5sum for binary files", "BagIt has no such mark; some programs take it for part of the name");
            if (PathOf(match.Groups["path"].Value, place) is not { } listed) continue;
            if (BagContents.IsPayload(listed.Value) == isTagManifest || isTagManifest && IsTagManifest(listed.Value))
                diagnostics.Add(Rules.ManifestSyntax, place, isTagManifest ? $"a tag manifest does not list `{listed}`" : $"`{listed}` is not below `{BagContents.Payload}`");
            else entries.Add(new ManifestEntry(listed, match.Groups["digest"].Value.ToLowerInvariant(), place));
        }

        manifests.Add(new BagManifest(path.Value, algorithm, isTagManifest, Once(entries)));
    }

    // A name in other case or normalisation is the same name on some disks.
    private List<ManifestEntry> Once(List<ManifestEntry> entries)
    {
        List<ManifestEntry> once = [];
        Dictionary<string, ManifestEntry> byName = new(StringComparer.Ordinal);
        foreach (ManifestEntry entry in entries)
        {
            ManifestEntry first = byName.GetValueOrDefault(NameFold.Of(entry.Path.Value), entry);
            byName.TryAdd(NameFold.Of(entry.Path.Value), entry);
            if (first.Path != entry.Path || first == entry) once.Add(entry);
            if (first == entry) continue;
            if (first.Path != entry.Path)
                diagnostics.Add(version.IsStrict ? Rules.PathUnsafeInBag : Rules.BagPortability, entry.Location, $"`{entry.Path}` differs from `{first.Path}` only in {Twins.Difference(entry.Path, first.Path)}", "on some disks the two are one file");
            else if (first.Digest != entry.Digest) diagnostics.Add(Rules.ManifestSyntax, entry.Location, $"`{entry.Path}` has another digest on line {first.Location.Line}");
            else diagnostics.Add(version.IsStrict ? Rules.ManifestSyntax : Rules.BagPortability, entry.Location, $"`{entry.Path}` stands on line {first.Location.Line} already");
        }

        return once;
    }

    private List<ManifestEntry> ReadFetch()
    {
        List<ManifestEntry> fetched = [];
        FilePath file = FilePath.Parse(Fetch);
        if (!contents.Files.Contains(file)) return fetched;
        SourceText source = Decode(file);
        foreach ((string line, int offset) in LinesAt(source, Rules.ManifestSyntax))
        {
            Location place = source.At(offset, line.Length);
            Match match = FetchLine.Match(line);
            if (!match.Success) diagnostics.Add(Rules.ManifestSyntax, place, "not an address, a length and a path", "a line is `URL LENGTH PATH`, with `-` for a length that is not known");
            else if (PathOf(match.Groups["path"].Value, place) is { } path) fetched.Add(new ManifestEntry(path, match.Groups["url"].Value, place));
        }

        return fetched;
    }

    // RFC 8493, 2.1.3: a line end and the percent sign are percent-encoded, and nothing else.
    private FilePath? PathOf(string written, Location place)
    {
        string path = written;
        if (path.StartsWith("./", StringComparison.Ordinal))
        {
            diagnostics.Add(Rules.BagPortability, place, $"`{written}` starts with `./`", "a path starts at the bag's own folder");
            path = path[2..];
        }

        // The drafts do not say that they are encoded: there a name may really hold `%25`.
        bool isLiteral = !version.IsStrict && FilePath.TryParse(path, out FilePath literal) && contents.Files.Contains(literal);
        if (!isLiteral)
        {
            path = path.Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase).Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase).Replace("%25", "%", StringComparison.Ordinal);
        }

        if (BagPath.Danger(path) is { } danger)
        {
            diagnostics.Add(Rules.PathUnsafeInBag, place, $"`{written}` {danger}", "nothing there was looked at");
            return null;
        }

        FilePath parsed = FilePath.Parse(path);
        if (BagPath.Fault(parsed) is { } fault) diagnostics.Add(Rules.PathUnsafeInBag, place, $"`{written}` {fault}", "the bag cannot be unpacked on every disk");
        if (BagPath.IsSystemFile(parsed)) diagnostics.Add(Rules.BagPortability, place, $"`{written}` is a file that desktops make by themselves", "it will be changed or removed without anybody knowing");
        return parsed;
    }

    private BagInfo ReadInfo()
    {
        FilePath file = InfoFiles.FirstOrDefault(contents.Files.Contains, InfoFiles[0]);
        if (!contents.Files.Contains(file)) return new BagInfo(contents.Shown(file.Value), []);
        SourceText source = Decode(file);
        List<(string Label, string Value, Location Location)> entries = [];
        foreach ((string line, int offset) in LinesAt(source, Rules.BagMetadata))
        {
            Location place = source.At(offset, line.Length);
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && entries is [.., var last]) entries[^1] = last with { Value = last.Value + " " + line.Trim() };
            else if (colon <= 0 || line[0] is ' ' or '\t' || version.IsStrict && line[colon - 1] is ' ' or '\t') diagnostics.Add(Rules.BagMetadata, place, "not a label, a colon and a value", "a value that goes on in a further line is indented there");
            else entries.Add((line[..colon].TrimEnd(), line[(colon + 1)..].Trim(), place));
        }

        return new BagInfo(source.File, entries);
    }

    private SourceText Decode(FilePath path)
    {
        contents.Files.TryGet(path, out ReadOnlyMemory<byte> bytes);
        string shown = contents.Shown(path.Value);
        if (encoding.CodePage == Encoding.UTF8.CodePage) return SourceText.Decode(shown, bytes, diagnostics);
        string text = encoding.GetString(bytes.Span).TrimStart('\uFEFF');
        return new SourceText(shown, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    private static string[] Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    // An empty line is neither an entry nor a tag: two seals that differ in one would both be whole.
    private IEnumerable<(string Line, int Offset)> LinesAt(SourceText source, Rule rule)
    {
        int offset = 0;
        foreach (string line in Lines(source.Text))
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return (line, offset);
            else if (version.IsStrict && source.Text.Length > 0) diagnostics.Add(rule, source.At(offset, line.Length), "an empty line", "take it out");
            offset += line.Length + 1;
        }
    }
}
