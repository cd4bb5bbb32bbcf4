using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

/// <summary>What the conformance suite has no case for: names that some disk cannot hold, and what is no file.</summary>
public sealed class BagCheckTests
{
    private const string Declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static string Sha(string text) => DigestAlgorithm.Sha256.Of(Encoding.UTF8.GetBytes(text));

    // A bag of files that each hold `x`, listed as they are unless a manifest is given.
    private static string Said(string[] payload, string? manifest = null, string declaration = Declaration, params (string Path, string Text)[] tags) =>
        Said(payload, [], manifest, declaration, tags);

    private static string Said(string[] payload, OddEntry[] odd, string? manifest = null, string declaration = Declaration, params (string Path, string Text)[] tags)
    {
        FileTree files = TestEditions.Tree(
        [
            .. payload.Select(path => ("data/" + path, "x")),
            ("bagit.txt", declaration),
            ("manifest-sha256.txt", manifest ?? string.Concat(payload.Select(path => $"{Sha("x")}  data/{path}\n"))),
            .. tags,
        ]);
        DiagnosticBag diagnostics = new();
        BagCheck.Check(BagReader.Read(BagContents.In(new FoundFolder(files, odd), ""), diagnostics), diagnostics);
        return string.Join('\n', diagnostics.Sorted()).Replace(Sha("x"), "SHA", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b.txt")]
    [InlineData("con-a.txt")]
    [InlineData("COM.txt")]
    [InlineData(".hidden")]
    [InlineData("a b.txt")]
    [InlineData("N\u00FA\u00F1ez")]
    public void A_plain_name_is_let_pass(string path) => Assert.Equal("", Said([path]));

    [Theory]
    [InlineData("CON", "has a name, `CON`, that is the name of a device of Windows")]
    [InlineData("a/nul.tar.gz", "has a name, `nul.tar.gz`, that is the name of a device of Windows")]
    [InlineData("lpt1 .txt", "has a name, `lpt1 .txt`, that is the name of a device of Windows")]
    [InlineData("COM\u00B9", "has a name, `COM\u00B9`, that is the name of a device of Windows")]
    [InlineData("a.", "has a name, `a.`, that ends with a dot, which Windows drops")]
    [InlineData("a /b", "has a name, `a `, that ends with a space, which Windows drops")]
    [InlineData("a:b", "has a name, `a:b`, that has a character that Windows does not take")]
    [InlineData("what?", "has a name, `what?`, that has a character that Windows does not take")]
    public void A_name_that_some_disk_cannot_hold_is_refused(string path, string fault) => Assert.Equal(
        $"data/{path}:1:1: error HG604 path-unsafe-in-bag: `data/{path}` {fault}\nmanifest-sha256.txt:1:1: error HG604 path-unsafe-in-bag: `data/{path}` {fault}",
        Said([path]));

    [Fact]
    public void So_is_one_that_is_too_long() => Assert.Contains("that has more than 255 bytes", Said([new string('a', 256)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("data/../../x", "climbs out of the bag")]
    [InlineData("/etc/passwd", "is absolute")]
    [InlineData("C:/x", "starts with a drive")]
    [InlineData("~/x", "starts in somebody's home")]
    [InlineData("\\\\host\\share\\x", "has a backslash, which parts folders on some systems")]
    [InlineData("//host/share/x", "is absolute")]
    [InlineData("data//x", "is no plain path")]
    [InlineData("data/a%0Ab", "is no plain path")]
    public void A_path_that_leads_elsewhere_is_named_and_never_looked_at(string path, string danger) => Assert.Equal(
        $"manifest-sha256.txt:2:1: error HG604 path-unsafe-in-bag: `{path}` {danger}",
        Said(["a"], $"{Sha("x")}  data/a\n{Sha("x")}  {path}\n"));

    [Theory]
    [InlineData("A.txt", "a.txt", "upper and lower case")]
    [InlineData("N\u00FA\u00F1ez", "Nu\u0301n\u0303ez", "normalisation")]
    [InlineData("\u00C9", "e\u0301", "case and normalisation")]
    public void Twins_are_refused_in_the_folder_and_in_the_manifest(string one, string other, string difference)
    {
        string[] both = [.. new[] { one, other }.Order(StringComparer.Ordinal)];
        string said = $"error HG604 path-unsafe-in-bag: `data/{both[1]}` differs from `data/{both[0]}` only in {difference}";
        Assert.Equal($"data/{both[1]}:1:1: {said}\nmanifest-sha256.txt:2:1: {said}", Said(both));
    }

    [Fact]
    public void Folders_that_are_twins_are_too() => Assert.Equal(
        "data/a/y:1:1: error HG604 path-unsafe-in-bag: `data/a/y` differs from `data/A/y` only in upper and lower case", Said(["A/x", "a/y"]));

    [Fact]
    public void A_file_that_was_renamed_in_case_is_missing_and_found() => Assert.Equal(
        "manifest-sha256.txt:1:1: error HG605 payload-missing: `data/A` is there as `data/a`, which differs only in upper and lower case", Said(["a"], $"{Sha("x")}  data/A\n"));

    [Theory]
    [InlineData(OddKind.Link, "data/o:1:1: error HG608 payload-link: a symbolic link is not followed")]
    [InlineData(OddKind.Special, "data/o:1:1: error HG608 payload-link: not a regular file")]
    [InlineData(OddKind.Unreadable, "data/o:1:1: error HG101 file-unreadable: it cannot be read")]
    [InlineData(OddKind.Unnamable, "data/o:1:1: error HG604 path-unsafe-in-bag: the name holds a character that no path can have")]
    [InlineData(OddKind.EmptyFolder, "data/o:1:1: warning HG603 bag-portability: an empty folder, which no manifest can list")]
    public void What_is_no_file_is_told(OddKind kind, string said) => Assert.Equal(said, Said(["a"], [new OddEntry("data/o", kind)]));

    [Fact]
    public void A_listed_file_that_became_a_link_is_a_link_and_not_missing() => Assert.Equal(
        "data/b:1:1: error HG608 payload-link: a symbolic link is not followed",
        Said(["a"], [new OddEntry("data/b", OddKind.Link)], $"{Sha("x")}  data/a\n{Sha("x")}  data/b\n"));

    [Fact]
    public void What_is_to_be_fetched_is_never_fetched() => Assert.Equal(
        "fetch.txt:2:1: error HG602 manifest-syntax: no manifest lists `data/c`\nfetch.txt:3:1: error HG602 manifest-syntax: not an address, a length and a path\nmanifest-sha256.txt:2:1: error HG605 payload-missing: `data/b` is not there",
        Said(["a"], $"{Sha("x")}  data/a\n{Sha("x")}  data/b\n", tags: ("fetch.txt", "https://example.org/b 1 data/b\nhttps://example.org/c - data/c\nhttps://example.org/d\n")));

    [Fact]
    public void A_percent_sign_is_encoded_in_a_manifest() => Assert.Equal("", Said(["100%"], $"{Sha("x")}  data/100%25\n"));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_manifest_of_another_system_is_read(string lineEnd) => Assert.Equal("", Said(["a", "b"], $"{Sha("x")}  data/a{lineEnd}{Sha("x")}\tdata/b{lineEnd}"));

    [Fact]
    public void Tag_files_may_be_in_another_encoding()
    {
        byte[] manifest = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"{Sha("x")}  data/é\n")];
        FileTree files = TestEditions.Tree(("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"), ("data/é", "x"))
            .With(new FileTree([KeyValuePair.Create(FilePath.Parse("manifest-sha256.txt"), (ReadOnlyMemory<byte>)manifest)]));
        DiagnosticBag diagnostics = new();
        BagCheck.Check(BagReader.Read(BagContents.In(new FoundFolder(files, []), ""), diagnostics), diagnostics);
        Assert.Equal("", string.Join('\n', diagnostics.Sorted()));
    }

    [Theory]
    [InlineData("", "there is no payload manifest that can be checked", "manifest-crc.txt")]
    [InlineData("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", "`BagIt-Version: 2.0` names no version of BagIt", "bagit.txt")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: Klingon\n", "the encoding `Klingon` is not known here", "bagit.txt")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n", "there are more than two lines", "bagit.txt")]
    public void A_declaration_that_says_something_else_is_refused(string declaration, string said, string file) => Assert.Contains(
        said,
        file == "bagit.txt" ? Said(["a"], declaration: declaration) : SaidOfUnknownDigest(),
        StringComparison.Ordinal);

    private static string SaidOfUnknownDigest()
    {
        DiagnosticBag diagnostics = new();
        BagReader.Read(BagContents.In(new FoundFolder(TestEditions.Tree(("bagit.txt", Declaration), ("manifest-crc.txt", "00 data/a\n")), []), ""), diagnostics);
        return string.Join('\n', diagnostics.Sorted());
    }

    [Fact]
    public void Bag_info_goes_on_in_indented_lines_and_must_count_right() => Assert.Equal(
        "bag-info.txt:3:1: error HG610 bag-metadata: `Payload-Oxum` is 2.1, and there are 1.1\nbag-info.txt:4:1: error HG610 bag-metadata: not a label, a colon and a value",
        Said(["a"], tags: ("bag-info.txt", "External-Description: one\n  two\nPayload-Oxum: 2.1\nnothing\n")));
}
