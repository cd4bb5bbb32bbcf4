using System.Text;
using CsCheck;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Articles;

public sealed class ArticleReaderTests
{
    private const string Page = "---\ntitle: About\nsummary: About it.\n---\n\nText.\n";

    private static readonly string[] Pieces = ["---\n", "---", "\n", "title: T\n", "date: ", "authors:\n  - family: A\n    affiliations: [x]\n", "affiliations: [{id: x, name: y}]\n", "navigation: [a]\n", "[", "{", ": ", "- ", "&a ", "# H\n", "\r\n", "\0", "\uFEFF"];

    [Fact]
    public void A_sound_site_is_read_in_silence() => Assert.Equal("", Said(new TestSite().With("content/pages/about.md", Page)));

    [Fact]
    public void Without_site_yml_and_article_both_are_missed() => Assert.Equal(
        """
        content/article.md:1:1: error HG101 file-unreadable: there is no article
          = `her2gen new DIR` makes a site to start from
        content/site.yml:1:1: error HG101 file-unreadable: there is no site.yml
          = `her2gen new DIR` makes a site to start from
        """,
        Said(new TestSite().Without("content/site.yml").Without("content/article.md")));

    [Theory]
    [InlineData("content/site.yml", "there is no site.yml")]
    [InlineData("content/article.md", "there is no article")]
    public void Without_either_there_is_nothing_to_build(string missing, string message) =>
        Assert.Equal($"{missing}:1:1: error HG101 file-unreadable: {message}", new TestSite().Without(missing).Said());

    [Theory]
    [InlineData("")]
    [InlineData("# Heading\n")]
    [InlineData("\n---\ntitle: T\nsummary: S\n---\n")]
    [InlineData("---\ntitle: T\nsummary: S\n")]
    [InlineData("---\ntitle: T\nsummary: S\n----\n")]
    [InlineData("----\ntitle: T\nsummary: S\n---\n")]
    public void A_page_without_front_matter_is_told_how_to_start(string text) => Assert.Equal(
        "content/pages/a.md:1:1: error HG103 yaml-syntax: no front matter\n  = start the file with a line `---`, `title: …`, and a line `---`",
        Said(new TestSite().With("content/pages/a.md", text)));

    [Theory]
    [InlineData("---\ntitle: T\nsummary: S\n---", "")]
    [InlineData("---\ntitle: T\nsummary: S\n---\nBody", "Body")]
    [InlineData("\uFEFF---\r\ntitle: T\r\nsummary: S\r\n---\r\nBody\r\n", "Body\n")]
    [InlineData("---\ntitle: T\nsummary: |\n  S\n  ---\n  more\n---\n---\n", "---\n")]
    [InlineData("---\ntitle: T\nsummary: 'a\n  ---x'\n---\nBody", "Body")]
    public void The_body_starts_behind_the_front_matter(string text, string body)
    {
        Article? article = Read(new TestSite().With("content/pages/a.md", text).Sources(), out DiagnosticBag diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        Manuscript page = Assert.Single(article?.Pages ?? []);
        Assert.Equal(("T", body), (page.Front.Title, page.Decode().Text[page.BodyStart..]));
    }

    [Fact]
    public void Empty_front_matter_lacks_what_a_page_needs() => Assert.Equal(
        """
        content/pages/a.md:2:1: error HG107 missing-key: page front matter needs `summary`
          = one or two sentences for search results and previews
        content/pages/a.md:2:1: error HG107 missing-key: page front matter needs `title`
          = the title
        """,
        Said(new TestSite().With("content/pages/a.md", "---\n---\n")));

    [Fact]
    public void Every_file_is_read_and_all_that_is_wrong_is_told_at_once() => Assert.Equal(
        """
        content/article.md:2:1: error HG107 missing-key: article front matter needs `title`
          = the title
        content/article.md:2:1: error HG106 unknown-key: article front matter has no key `titel`
          = did you mean `title`?
        content/article.md:4:7: error HG109 ambiguous-date: `01/03/2025` does not say which number is the month
          = write 2025-01-03 or 2025-03-01
        content/pages/a.md:4:1: error HG106 unknown-key: page front matter has no key `funding`
        content/references.json:1:2: error HG304 reference-syntax: expected a reference: `{ … }`
        content/site.yml:1:1: error HG107 missing-key: site.yml needs `licence`
          = the licence of the texts, as SPDX names it
        content/site.yml:2:7: error HG108 wrong-type: `lang` must be a BCP 47 language tag
          = for example `en` or `en-US`
        """,
        Said(new TestSite()
            .With("content/site.yml", "title: Test\nlang: english\npublisher: Nobody\n")
            .With("content/article.md", TestSite.FrontMatter.Replace("title:", "titel:", StringComparison.Ordinal).Replace("\ndate: 2025-01-03", "\ndate: 01/03/2025", StringComparison.Ordinal))
            .With("content/pages/a.md", "---\ntitle: T\nsummary: S\nfunding: none\n---\n")
            .With("content/references.json", "[1]")));

    [Fact]
    public void The_head_can_name_only_pages_that_exist() => Assert.Equal(
        """
        content/site.yml:5:21: error HG401 link-target-missing: no page `content/pages/abuot.md`
          = did you mean `about`?
        content/site.yml:5:28: error HG401 link-target-missing: no page `content/pages/imprint.md`
        """,
        Said(new TestSite().With("content/site.yml", TestSite.Settings + "navigation: [about, abuot, imprint]\n").With("content/pages/about.md", Page)));

    [Fact]
    public void An_author_can_work_only_where_the_affiliations_say() => Assert.Equal(
        """
        content/article.md:11:28: error HG108 wrong-type: no affiliation `insitute`
          = did you mean `institute`?
        """,
        Said(new TestSite().With("content/article.md", TestSite.FrontMatter.Replace(
            "authors: [{collective: Nobody}]\n",
            "authors:\n  - family: Ä\n    affiliations: [clinic, insitute]\naffiliations:\n  - {id: clinic, name: A clinic}\n  - {id: institute, name: An institute}\n",
            StringComparison.Ordinal))));

    [Fact]
    public void An_author_is_a_person_or_a_group_and_not_both() => Assert.Equal(
        "content/article.md:9:11: error HG107 missing-key: an author needs exactly one of `collective`, `family`",
        Said(new TestSite().With("content/article.md", TestSite.FrontMatter.Replace("collective: Nobody", "collective: Nobody, family: A", StringComparison.Ordinal))));

    [Fact]
    public void Pages_figures_and_data_are_taken_and_other_files_are_not()
    {
        Article? article = Read(
            new TestSite().With("content/pages/b.md", Page).With("content/pages/a.md", Page).With("content/pages/x/c.md", Page).With("content/pages/d.txt", "")
                .With("content/figures/x/a.svg", "").With("content/data/a.csv", "a\n1\n").With("content/notes.txt", "").Sources(),
            out DiagnosticBag diagnostics);
        Assert.NotNull(article);
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(["pages/a.md", "pages/b.md"], article.Pages.Select(page => page.Path.Value));
        Assert.Equal(["data/a.csv", "figures/x/a.svg"], article.Files.Paths.Select(path => path.Value));
    }

    [Fact]
    public void A_text_that_is_not_UTF8_is_told_and_read_on()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("---\r\ntitle: T\r\nsummary: "), 0xE4, .. Encoding.UTF8.GetBytes("\r\n---\r\n")];
        FileTree sources = new TestSite().Sources().With(new FileTree([KeyValuePair.Create(FilePath.Parse("content/pages/a.md"), (ReadOnlyMemory<byte>)bytes)]));
        Read(sources, out DiagnosticBag diagnostics);
        Assert.Equal("content/pages/a.md:3:10: error HG102 text-encoding: byte 24 is not UTF-8\n  = save the file as UTF-8", Saying.Of(diagnostics));
    }

    [Fact]
    public void Any_text_gives_findings_and_never_an_exception()
    {
        FileTree sound = new TestSite().Sources();
        Gen<string> texts = Gen.OneOf(Texts.Any, Texts.Of(Pieces), Texts.Damaged(TestSite.FrontMatter, Pieces));
        Gen.Select(Gen.OneOf(Gen.Const("site.yml"), Gen.Const("article.md"), Gen.Const("pages/a.md"), Gen.Const("references.json")), texts).Sample(
            (path, text) => Read(sound.With(new FileTree([KeyValuePair.Create(FilePath.Parse("content/" + path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))])), out _),
            iter: 3000);
    }

    private static string Said(TestSite site)
    {
        Read(site.Sources(), out DiagnosticBag diagnostics);
        return Saying.Of(diagnostics);
    }

    private static Article? Read(FileTree sources, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return ArticleReader.Read(sources, diagnostics);
    }
}
