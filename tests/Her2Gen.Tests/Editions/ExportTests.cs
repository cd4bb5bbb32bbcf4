using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

public sealed class ExportTests
{
    private static readonly IReadOnlyList<SealedEdition> Chain = TestEditions.Chain("2025-01-03", "2025-06-30");

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Name)];

    private static byte[] Pack(string format) => ZipWriter.Write(ExportFormat.Of(format)?.Pack(Chain) ?? throw new InvalidOperationException(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_archive_is_stored_in_order_and_of_one_time(string format)
    {
        using ZipArchive zip = new(new MemoryStream(Pack(format)));
        Assert.NotEmpty(zip.Entries);
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void What_was_packed_is_unpacked_byte_for_byte()
    {
        FileTree files = TestEditions.Tree(("é/ü.txt", "ä"), ("empty", ""), ("a/b", "x"));
        FoundFolder? read = ZipReader.Read(ZipWriter.Write(files), "x.zip", new DiagnosticBag());
        Assert.NotNull(read);
        Assert.Equal(files.Select(file => (file.Key, Convert.ToHexString(file.Value.Span))), read.Files.Select(file => (file.Key, Convert.ToHexString(file.Value.Span))));
    }

    [Fact]
    public void A_packed_bag_is_the_edition()
    {
        DiagnosticBag diagnostics = new();
        FoundFolder? read = ZipReader.Read(Pack("bag"), "x.zip", diagnostics);
        Assert.NotNull(read);
        EditionArchive.VerifyOne(TestEditions.Id("2025-06-30"), BagContents.In(read, ""), diagnostics);
        Assert.Equal("", string.Join('\n', diagnostics.Sorted()));
    }

    [Fact]
    public void The_offline_copy_is_the_payload() => Assert.Equal(
        Chain[1].Payload.Paths.Select(path => $"edition-2025-06-30/{path}"), ExportFormat.Of("zip")?.Pack(Chain).Paths.Select(path => path.Value));

    [Fact]
    public void An_ocfl_object_gives_each_edition_back_and_holds_each_file_once()
    {
        FileTree ocfl = OcflObject.Of(Chain);
        Assert.Equal("ocfl_object_1.1\n", TestEditions.Text(ocfl, "0=ocfl_object_1.1"));
        foreach (string folder in new[] { "", "v1/", "v2/" })
        {
            ocfl.TryGet(FilePath.Parse(folder + "inventory.json"), out ReadOnlyMemory<byte> inventory);
            Assert.Equal(DigestAlgorithm.Sha512.Of(inventory) + " inventory.json\n", TestEditions.Text(ocfl, folder + "inventory.json.sha512"));
        }

        Assert.Equal(TestEditions.Text(ocfl, "v2/inventory.json"), TestEditions.Text(ocfl, "inventory.json"));
        using JsonDocument newest = JsonDocument.Parse(TestEditions.Text(ocfl, "inventory.json"));
        Dictionary<string, string> manifest = newest.RootElement.GetProperty("manifest").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.EnumerateArray().Single().GetString() ?? "");
        Assert.Equal(ocfl.Paths.Select(path => path.Value).Where(path => path.Contains("/content/", StringComparison.Ordinal)), manifest.Values.Order(StringComparer.Ordinal));
        Assert.All(manifest, file =>
        {
            ocfl.TryGet(FilePath.Parse(file.Value), out ReadOnlyMemory<byte> bytes);
            Assert.Equal(file.Key, DigestAlgorithm.Sha512.Of(bytes));
        });
        for (int i = 0; i < Chain.Count; i++)
        {
            JsonElement state = newest.RootElement.GetProperty("versions").GetProperty($"v{i + 1}").GetProperty("state");
            FileTree given = new(state.EnumerateObject().SelectMany(file => file.Value.EnumerateArray().Select(path =>
                ocfl.TryGet(FilePath.Parse(manifest[file.Name]), out ReadOnlyMemory<byte> bytes) ? KeyValuePair.Create(FilePath.Parse(path.GetString() ?? ""), bytes) : throw new InvalidOperationException(file.Name))));
            Assert.Equal("", TestEditions.Said((Chain[i].Id.ToString(), given)).Split('\n').FirstOrDefault(line => !line.Contains("chain-broken", StringComparison.Ordinal)) ?? "");
            Assert.Equal(TestEditions.Bag(Chain[i]).Paths, given.Paths);
        }

        Assert.DoesNotContain("v2/content/data/assets/a.css", manifest.Values);
    }

    [Theory]
    [InlineData("../x", "`../x` climbs out of the bag")]
    [InlineData("/x", "`/x` is absolute")]
    [InlineData("a\\b", "`a\\b` has a backslash, which parts folders on some systems")]
    [InlineData("same", "`same` stands in the archive twice")]
    public void An_archive_that_would_harm_is_told(string name, string said)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("same");
            zip.CreateEntry(name);
        }

        DiagnosticBag diagnostics = new();
        ZipReader.Read(stream.ToArray(), "x.zip", diagnostics);
        Assert.Equal($"x.zip:1:1: error HG604 path-unsafe-in-bag: {said}", string.Join('\n', diagnostics.Sorted()));
    }

    [Fact]
    public void An_archive_damaged_in_any_way_is_read_or_told_and_nothing_else()
    {
        byte[] sound = ZipWriter.Write(TestEditions.Tree(("a/b", "some text"), ("c", "more")));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample((at, value, length) =>
        {
            byte[] damaged = [.. sound];
            damaged[at] = value;
            DiagnosticBag diagnostics = new();
            FoundFolder? read = ZipReader.Read(damaged[..length], "x.zip", diagnostics);
            Assert.Equal(read is null, diagnostics.Sorted().Any(found => found.Rule == Rules.FileUnreadable));
        });
    }

    [Fact]
    public void An_archive_with_a_link_or_damaged_bytes_is_told()
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        Assert.Equal([new OddEntry("link", OddKind.Link)], ZipReader.Read(stream.ToArray(), "x.zip", new DiagnosticBag())?.Odd);

        byte[] damaged = ZipWriter.Write(TestEditions.Tree(("a", "some text")));
        damaged[damaged.AsSpan().IndexOf(Encoding.UTF8.GetBytes("some text"))] ^= 1;
        Assert.Equal([new OddEntry("a", OddKind.Unreadable)], ZipReader.Read(damaged, "x.zip", new DiagnosticBag())?.Odd);

        DiagnosticBag diagnostics = new();
        Assert.Null(ZipReader.Read("no archive"u8.ToArray(), "x.zip", diagnostics));
        Assert.StartsWith("x.zip:1:1: error HG101 file-unreadable: it is no ZIP archive", string.Join('\n', diagnostics.Sorted()), StringComparison.Ordinal);
    }
}
