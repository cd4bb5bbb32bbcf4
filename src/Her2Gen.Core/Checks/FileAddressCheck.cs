using System.Text.Json;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>The addresses in files that are no pages: style sheets, drawings, manifests, sitemaps, feeds, <c>robots.txt</c>.</summary>
internal static class FileAddressCheck
{
    private static readonly HashSet<string> FeedRoots = new(["feed", "entry", "link", "rss", "item", "guid", "enclosure", "image", "url"], StringComparer.Ordinal);

    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        KeyValuePair<FilePath, ReadOnlyMemory<byte>>[] files = [.. site.OwnFiles.Where(file => ReaderOf(file.Key) is not null)];
        InParallel.For(files.Length, i => ReaderOf(files[i].Key)!(files[i].Key, files[i].Value, site, diagnostics));
    }

    private delegate void FileReader(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics);

    private static FileReader? ReaderOf(FilePath path) => path switch
    {
        { Extension: ".css" } => ReadStyleSheet,
        { Extension: ".svg" } => ReadDrawing,
        { Extension: ".webmanifest" } or { Name: "manifest.json" } => ReadManifest,
        { Name: "robots.txt" } => ReadRobots,
        { Extension: ".atom" or ".rss" } => ReadFeed,
        { Extension: ".xml" } => path.Name.StartsWith("sitemap", StringComparison.Ordinal) ? ReadSitemap : ReadFeed,
        _ => null,
    };

    private static void ReadStyleSheet(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        SourceText source = SourceText.Decode(path.Value, bytes, diagnostics);
        foreach (CssAddress address in CssReader.Read(source.Text))
            Check(new AddressFact("", "", address.Value, AddressUse.Style, 0), path, () => source.At(address.Offset, address.Length), site, diagnostics);
    }

    private static void ReadDrawing(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (XmlText text in XmlFile.Read(path, bytes, diagnostics))
        {
            if (text.Attribute == "href") Check(new AddressFact("", "href", text.Value, text.Element is "a" ? AddressUse.Link : AddressUse.Asset, 0), path, () => PlaceOf(text, path, text.Value), site, diagnostics);
            else if (text.Attribute.Length > 0 && text.Value.Contains("url(", StringComparison.Ordinal)) CheckStyle(text, path, site, diagnostics);
            else if (text is { Element: "style", Attribute: "" }) CheckStyle(text, path, site, diagnostics);
        }
    }

    private static void CheckStyle(XmlText text, FilePath path, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (CssAddress address in CssReader.Read(text.Value))
            Check(new AddressFact("", text.Attribute, address.Value, AddressUse.Style, 0), path, () => PlaceOf(text, path, address.Value), site, diagnostics);
    }

    private static void ReadManifest(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        SourceText source = SourceText.Decode(path.Value, bytes, diagnostics);
        if (StructuredDataReader.Parse(source.Text, (offset, message) => diagnostics.Add(Rules.FileMalformed, source.At(offset, 1), message)) is not { ValueKind: JsonValueKind.Object } manifest) return;
        foreach ((string name, JsonElement value) in AddressesOf(manifest))
        {
            if (StructuredDataReader.Text(value) is not { } address) continue;
            (int offset, int length) = StructuredDataReader.Place(source.Text, name, value);
            // Within its quotes.
            Check(new AddressFact("", name, address, name is "src" ? AddressUse.Asset : AddressUse.Link, 0), path, () => source.At(offset + 1, length - 2), site, diagnostics);
        }
    }

    // Web Application Manifest, 1.: what is loaded or opened.
    private static IEnumerable<(string Name, JsonElement Value)> AddressesOf(JsonElement manifest)
    {
        foreach (JsonProperty member in manifest.EnumerateObject())
        {
            if (member.Name is "start_url" or "scope" or "url") yield return (member.Name, member.Value);
            if (member.Name is not ("icons" or "screenshots" or "shortcuts") || member.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (JsonElement item in member.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
            {
                if (item.TryGetProperty("src", out JsonElement source)) yield return ("src", source);
                foreach ((string, JsonElement) inner in AddressesOf(item)) yield return inner;
            }
        }
    }

    private static void ReadSitemap(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (XmlText text in XmlFile.Read(path, bytes, diagnostics))
        {
            bool isAddress = text is { Element: "loc", Attribute: "" } or { Element: "link", Attribute: "href" };
            if (isAddress) Check(new AddressFact("", "", text.Value.Trim(), AddressUse.Identity, 0), path, () => PlaceOf(text, path, text.Value.Trim()), site, diagnostics);
        }
    }

    private static void ReadFeed(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        foreach (XmlText text in XmlFile.Read(path, bytes, diagnostics).Where(text => FeedRoots.Contains(text.Element)))
        {
            bool isAddress = text switch
            {
                { Element: "link", Attribute: "href" or "" } => true,
                { Element: "guid", Attribute: "" } => !"false".Equals(text.Attributes.GetValueOrDefault("isPermaLink"), StringComparison.Ordinal),
                { Element: "enclosure", Attribute: "url" } or { Element: "url", Attribute: "" } => true,
                _ => false,
            };
            if (isAddress) Check(new AddressFact("", "", text.Value.Trim(), AddressUse.Identity, 0), path, () => PlaceOf(text, path, text.Value.Trim()), site, diagnostics);
        }
    }

    private static void ReadRobots(FilePath path, ReadOnlyMemory<byte> bytes, CheckedSite site, DiagnosticBag diagnostics)
    {
        const string Field = "sitemap:";
        SourceText source = SourceText.Decode(path.Value, bytes, diagnostics);
        int start = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            if (line.TrimStart().StartsWith(Field, StringComparison.OrdinalIgnoreCase))
            {
                string address = line.TrimStart()[Field.Length..].Trim();
                int at = start + line.IndexOf(address, StringComparison.Ordinal);
                Check(new AddressFact("", "", address, AddressUse.Identity, 0), path, () => source.At(at, address.Length), site, diagnostics);
            }

            start += line.Length + 1;
        }
    }

    private static void Check(AddressFact fact, FilePath path, Func<Location> place, CheckedSite site, DiagnosticBag diagnostics) =>
        AddressCheck.Check(fact, Destination.Of(fact.Value, path, site.Address), path, _ => place(), site, diagnostics);

    private static Location PlaceOf(XmlText text, FilePath path, string value)
    {
        int before = text.Value.IndexOf(value, StringComparison.Ordinal) is var at and > 0 ? at : 0;
        int lineStart = text.Value.LastIndexOf('\n', Math.Max(0, before - 1), Math.Max(0, before));
        int line = text.Line + text.Value.AsSpan(0, before).Count('\n');
        int column = lineStart < 0 ? text.Column + before : before - lineStart;
        return new Location(path.Value, line, column, column + value.Length);
    }
}
