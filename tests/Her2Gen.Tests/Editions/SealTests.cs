using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

public sealed class SealTests
{
    private static readonly Gen<string> Name = Gen.Char["abcde"].Array[1, 3].Select(letters => new string(letters));
    private static readonly Gen<FileTree> AnyPayload =
        Gen.Dictionary(Gen.Select(Name, Name, (folder, file) => $"{folder}x/{file}"), Gen.Byte.Array[0, 40])[1, 8]
            .Select(files => new FileTree(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Key), (ReadOnlyMemory<byte>)file.Value))));

    [Fact]
    public void A_seal_says_what_the_edition_is()
    {
        SealedEdition first = TestEditions.Chain("2025-01-03")[0];
        FileTree bag = TestEditions.Seal("2025-06-30.2", TestEditions.Tree(("100%.txt", "x")), first);
        Assert.Equal(["bag-info.txt", "bagit.txt", "data/100%.txt", "data/build.json", "data/ro-crate-metadata.json", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt"], bag.Paths.Select(path => path.Value));
        int length = bag.Where(file => BagContents.IsPayload(file.Key.Value)).Sum(file => file.Value.Length);
        Assert.Equal(
            $"""
            Source-Organization: Nobody
            External-Description: A title. A summary.
            External-Identifier: Test#2025-06-30.2
            Bagging-Date: 2025-06-30
            Payload-Oxum: {length}.3
            Bag-Group-Identifier: Test
            Internal-Sender-Identifier: 2025-06-30.2
            Edition-Kind: new-edition
            Conclusions-Changed: yes
            Evidence-Date: 2025-06-30
            Predecessor-Edition: 2025-01-03
            Predecessor-Tagmanifest-SHA512: {first.SealDigest}

            """,
            TestEditions.Text(bag, "bag-info.txt"));
        Assert.StartsWith("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  data/100%25.txt\n", TestEditions.Text(bag, "manifest-sha256.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_crate_describes_every_file_and_the_day()
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Payload("x"));
        using System.Text.Json.JsonDocument crate = System.Text.Json.JsonDocument.Parse(TestEditions.Text(bag, "data/ro-crate-metadata.json"));
        System.Text.Json.JsonElement[] graph = [.. crate.RootElement.GetProperty("@graph").EnumerateArray()];
        string[] described = [.. graph.Where(entity => entity.GetProperty("@type").GetString() == "File").Select(entity => entity.GetProperty("@id").GetString() ?? "")];
        System.Text.Json.JsonElement root = graph.Single(entity => entity.GetProperty("@id").GetString() == "./");
        Assert.Equal(["assets/a.css", "build.json", "index.html", "source/content/article.md"], described);
        Assert.Equal(described, root.GetProperty("hasPart").EnumerateArray().Select(part => part.GetProperty("@id").GetString()));
        Assert.Equal("2025-01-03", root.GetProperty("datePublished").GetString());
        string[] ids = [.. graph.Select(entity => entity.GetProperty("@id").GetString() ?? "")];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Any_payload_sealed_is_sound_and_sealed_again_the_same() => AnyPayload.Sample(payload =>
    {
        FileTree bag = TestEditions.Seal("2025-01-03", payload);
        Assert.Equal("", TestEditions.Said(("2025-01-03", bag)));
        Assert.Equal(Bytes(bag), Bytes(TestEditions.Seal("2025-01-03", new FileTree(payload.Reverse()))));
    }, iter: 200);

    [Fact]
    public void A_byte_flipped_in_any_part_of_any_file_is_found_and_the_file_named()
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Payload("x"));
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in bag.Where(file => file.Key.Value != "tagmanifest-sha512.txt"))
        {
            for (int i = 0; i < bytes.Length; i += 1 + bytes.Length / 40)
            {
                byte[] flipped = bytes.ToArray();
                flipped[i] ^= 1;
                DiagnosticBag diagnostics = new();
                EditionArchive.VerifyOne(TestEditions.Id("2025-01-03"), TestEditions.In(bag.With(new FileTree([KeyValuePair.Create(path, (ReadOnlyMemory<byte>)flipped)])), "e"), diagnostics);
                string rule = BagContents.IsPayload(path.Value) ? "payload-changed" : "seal-broken";
                Assert.Contains(diagnostics.Sorted(), found => found.Location.File == $"e/{path}" && found.Rule.Name == rule);
            }
        }
    }

    [Theory]
    [InlineData("bagit.txt")]
    [InlineData("bag-info.txt")]
    [InlineData("manifest-sha512.txt")]
    [InlineData("tagmanifest-sha512.txt")]
    [InlineData("data/build.json")]
    [InlineData("data/ro-crate-metadata.json")]
    public void A_file_that_is_damaged_in_any_way_is_told_and_stops_nothing(string path)
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Payload("x"));
        string sound = TestEditions.Text(bag, path);
        Texts.Damaged(sound, ": ", "\n", "\r", "%0A", "../", "\0", "*", "  ", "{", "\"", "null", "data/").Sample(text =>
        {
            // The encoder replaces lone surrogates, which may give the sound text again.
            string written = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            string said = TestEditions.Said(("2025-01-03", bag.With(TestEditions.Tree((path, text)))));
            Assert.Equal(written != sound, said.Contains(" error ", StringComparison.Ordinal));
        }, iter: 150);
    }

    [Fact]
    public void Every_line_of_the_tag_manifest_counts()
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Payload("x"));
        string[] lines = TestEditions.Text(bag, "tagmanifest-sha512.txt").TrimEnd('\n').Split('\n');
        for (int kept = 0; kept < lines.Length; kept++)
        {
            string said = TestEditions.Said(("2025-01-03", bag.With(TestEditions.Tree(("tagmanifest-sha512.txt", string.Concat(lines[..kept].Select(line => line + "\n")))))));
            Assert.Contains($"2025-01-03/{lines[kept][130..]}:1:1: error HG609 seal-broken: the tag manifest does not list this file", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_that_is_taken_away_is_missed()
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Payload("x"));
        foreach (FilePath path in bag.Paths) Assert.Contains(path.Value, TestEditions.Said(("2025-01-03", TestEditions.Without(bag, path.Value))), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Conversions => new()
    {
        { "one\ntwo\n", "one\r\ntwo\r\n", "its LF became CRLF", "a" },
        { "one\r\ntwo\r\n", "one\ntwo\n", "its CRLF became LF", "a" },
        { "one\n", "\uFEFFone\n", "a byte-order mark was put before it", "a" },
        { "\uFEFFone\n", "one\n", "its byte-order mark was taken away", "a" },
        { "one\n", "\uFEFFone\r\n", "a byte-order mark was put before it", "a" },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void A_conversion_of_line_endings_is_recognised(string before, string after, string said, string name)
    {
        FileTree bag = TestEditions.Seal("2025-01-03", TestEditions.Tree((name, before)));
        DiagnosticBag diagnostics = new();
        EditionArchive.VerifyOne(TestEditions.Id("2025-01-03"), TestEditions.In(bag.With(TestEditions.Tree(($"data/{name}", after))), "e"), diagnostics);
        Assert.Contains(diagnostics.Sorted(), found => found.Rule == Rules.PayloadChanged && found.Hint == $"{said}: a conversion of line endings, as by git's `core.autocrlf`");
    }

    [Fact]
    public void A_file_that_nobody_sealed_is_named_in_the_payload_and_beside_it() => Assert.Equal(
        "2025-01-03/data/.extra:1:1: error HG607 payload-extra: no manifest lists this file\n2025-01-03/extra.txt:1:1: error HG609 seal-broken: the tag manifest does not list this file",
        string.Join('\n', TestEditions.Said(("2025-01-03", TestEditions.Seal("2025-01-03", TestEditions.Payload("x")).With(TestEditions.Tree(("data/.extra", ""), ("extra.txt", ""))))).Split('\n').Where(line => !line.Contains("Payload-Oxum", StringComparison.Ordinal))));

    [Fact]
    public void A_witness_may_be_put_beside_a_seal_later() => Assert.Equal(
        "", TestEditions.Said(("2025-01-03", TestEditions.Seal("2025-01-03", TestEditions.Payload("x")).With(TestEditions.Tree(("tagmanifest-sha512.txt.tsr", "time"), ("tagmanifest-sha512.txt.sig", "name"))))));

    private static string Bytes(FileTree files) => string.Concat(files.Select(file => $"{file.Key}={Convert.ToHexString(file.Value.Span)};"));
}
