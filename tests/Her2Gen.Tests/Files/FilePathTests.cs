using CsCheck;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class FilePathTests
{
    private static readonly Gen<FilePath> Paths =
        Gen.OneOf(Gen.OneOf("a", "b", "c.html", "a b", "50%", "q?", "#", "x:y", "ä", "😀", "...", "&amp;", "'\"<>"), Gen.String[Gen.Char[' ', '\u2fff'], 1, 4])
            .Array[1, 5].Select(parts => string.Join('/', parts))
            .Where(text => FilePath.TryParse(text, out _)).Select(FilePath.Parse);

    [Theory]
    [InlineData("a")]
    [InlineData("a/b.html")]
    [InlineData(".well-known/x")]
    [InlineData("a..b/...")]
    [InlineData("a b/ä")]
    public void A_plain_path_is_taken_as_it_stands(string text) => Assert.Equal(text, FilePath.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("./a")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("a\\b")]
    [InlineData("a\0")]
    [InlineData("a\nb")]
    [InlineData("a\x7f")]
    public void A_path_that_is_not_plain_is_refused(string? text)
    {
        Assert.False(FilePath.TryParse(text, out FilePath path));
        Assert.Equal(default, path);
        Assert.Throws<FormatException>(() => FilePath.Parse(text ?? ""));
    }

    [Theory]
    [InlineData("a/b.tar.gz", "a/", "b.tar.gz", "b.tar", ".gz")]
    [InlineData("index.html", "", "index.html", "index", ".html")]
    [InlineData("a/b/README", "a/b/", "README", "README", "")]
    public void A_path_has_a_folder_a_name_and_an_ending(string text, string folder, string name, string stem, string extension)
    {
        FilePath path = FilePath.Parse(text);
        Assert.Equal((folder, name, stem, extension), (path.Folder, path.Name, path.Stem, path.Extension));
    }

    // RFC 3986, sections 5.4.1 and 5.4.2, with the base http://a/b/c/d.
    [Theory]
    [InlineData("g", "b/c/g")]
    [InlineData("./g", "b/c/g")]
    [InlineData("g/", "b/c/g/")]
    [InlineData("/g", "g")]
    [InlineData(".", "b/c/")]
    [InlineData("./", "b/c/")]
    [InlineData("..", "b/")]
    [InlineData("../", "b/")]
    [InlineData("../g", "b/g")]
    [InlineData("../..", "/")]
    [InlineData("../../", "/")]
    [InlineData("../../g", "g")]
    [InlineData("/./g", "g")]
    [InlineData("g.", "b/c/g.")]
    [InlineData(".g", "b/c/.g")]
    [InlineData("g..", "b/c/g..")]
    [InlineData("..g", "b/c/..g")]
    [InlineData("./../g", "b/g")]
    [InlineData("./g/.", "b/c/g/")]
    [InlineData("g/./h", "b/c/g/h")]
    [InlineData("g/../h", "b/c/h")]
    [InlineData("/", "/")]
    public void A_reference_is_resolved_as_the_standard_says(string reference, string expected)
    {
        FilePath? target = FilePath.Parse("b/c/d").Resolve(reference, out bool folder);
        Assert.Equal(expected, target + (folder ? "/" : ""));
    }

    // The standard drops what climbs too far; here it is a mistake to report.
    [Theory]
    [InlineData("../../../g")]
    [InlineData("../../..")]
    [InlineData("g/../../../../h")]
    [InlineData("/..")]
    [InlineData("/../g")]
    public void A_reference_that_climbs_out_leads_nowhere(string reference) => Assert.Null(FilePath.Parse("b/c/d").Resolve(reference, out _));

    [Theory]
    [InlineData("index.html", "about.html", "about.html")]
    [InlineData("index.html", "index.html", "index.html")]
    [InlineData("index.html", "assets/a b.css", "assets/a%20b.css")]
    [InlineData("changes/a_b/index.html", "assets/style.css", "../../assets/style.css")]
    [InlineData("editions/index.html", "editions/2025/index.html", "2025/index.html")]
    [InlineData("a/b", "a", "../a")]
    [InlineData("index.html", "x:y", "x%3Ay")]
    [InlineData("index.html", "50%?#", "50%25%3F%23")]
    public void A_link_is_relative_and_encoded(string page, string target, string link) =>
        Assert.Equal(link, FilePath.Parse(page).LinkTo(FilePath.Parse(target)));

    [Fact]
    public void A_link_leads_back_to_its_target() => Gen.Select(Paths, Paths).Sample((page, target) =>
    {
        Assert.Equal(target, page.Resolve(Uri.UnescapeDataString(page.LinkTo(target)), out bool folder));
        Assert.False(folder);
    });

    // Decoded, these are no path that a file can have.
    [Theory]
    [InlineData("a%5Cb")]
    [InlineData("a%00")]
    [InlineData("a%0Ab/")]
    public void A_link_that_hides_a_control_character_or_backslash_is_not_an_address(string link) => Assert.Equal(
        $"content/article.md:21:1: error HG405 url-malformed: `{link}` is not an address",
        TestSite.WithBody($"\n## One\n\n[x]({link})\n").Said());

    [Theory]
    [InlineData("..", "./")]
    [InlineData("../?a#one", "./?a#one")]
    [InlineData("x/", "pages/x/")]
    public void A_link_to_a_folder_keeps_its_slash(string link, string href) => Assert.Contains(
        $"<a href=\"{href}\">there</a>",
        new TestSite().With("content/pages/about.md", $"---\ntitle: About\nsummary: About it.\n---\n\n## Two\n\n[there]({link})\n").Output("about.html"));

    [Fact]
    public void Paths_are_in_ordinal_order() => Assert.Equal(
        "B a a-b a/b ä",
        string.Join(' ', "ä a/b a B a-b".Split(' ').Select(FilePath.Parse).Order()));
}
