using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

public sealed class EditionTextReaderTests
{
    private static string Lines(EditionText edition) => string.Join('\n', edition.Sections.Select(section =>
        $"{new string('#', section.Level)} {section.Id}\n" + string.Join('\n', section.Blocks.Select(block => $"{block.Kind}{(block.Name.Length > 0 ? $" ({block.Name})" : "")}: {string.Join(" | ", block.Cells.Select(cell => cell.Column.Length > 0 ? $"{cell.Column}={cell.Text}" : cell.Text))}"))));

    private static string Article(string html) => $"<!DOCTYPE html><html lang=en><body><nav>Not read</nav><main><article>{html}</article></main></body></html>";

    private static string Said(params (string Path, string Text)[] files)
    {
        DiagnosticBag diagnostics = new();
        Assert.Null(EditionTextReader.Read(TestEdition.Tree(files), "old/", diagnostics));
        return string.Join('\n', diagnostics.Sorted());
    }

    [Theory]
    [InlineData("<p>One  two\n three</p>", "# \nParagraph: One two three")]
    [InlineData("<h2 id=a><span class=n>1</span>Head<a class=anchor href=#a>#</a></h2><p>Text</p><h3 id=b>Sub</h3>", "## a\nHeading: Head\nParagraph: Text\n### b\nHeading: Sub")]
    [InlineData("<ul><li>One<ul><li>Inner</ul><li><p>Two</p></ul>", "# \nListItem: One\nListItem: Inner\nListItem: Two")]
    [InlineData("<blockquote><p>Said</p></blockquote><pre>a  b</pre><aside><p>Note</p></aside>", "# \nQuotation: Said\nCode: a b\nBox: Note")]
    [InlineData("<p>A claim<a role=doc-biblioref href=#ref-b1><span class=vh>Reference </span>2</a><span class=cc>,</span><a role=doc-biblioref href=#ref-a1>1</a>.</p>", "# \nParagraph: A claim[a1][b1].")]
    [InlineData("<p><a class=xref href=#fig-a>Figure 2</a> and <a href=#x>that</a></p>", "# \nParagraph: [#fig-a] and that")]
    [InlineData("<p>0.6<b>6</b>; 95% CI <a class=value href=e.html#r>0.5–0.8</a></p>", "# \nParagraph: 0.66; 95% CI 0.5–0.8")]
    [InlineData("<dl><dt>T<dd>One<dd>Two</dl>", "# \nDefinition (T): Term=T | Definition=One\nDefinition (T): Term=T | Definition=Two")]
    [InlineData("<figure id=fig-a><img src=assets/a.0123456789.svg alt='A picture'><figcaption><span class=no>Figure 1.</span> Caption<details><summary>More</summary><p>Long</p></details></figcaption></figure>", "# \nFigure (assets/a.svg): File=assets/a.svg | Alternative=A picture | Caption=Caption | Description=Long")]
    [InlineData("<table><thead><tr><th>Trial<th>Effect</thead><tr><th>A<td>0.5<tr><th>B<td>0.6</table>", "# \nTableHead: Trial=Trial | Effect=Effect\nTableRow (A): Trial=A | Effect=0.5\nTableRow (B): Trial=B | Effect=0.6")]
    [InlineData("<table><thead><tr><th>Trial<th>Arm<th>Rate</thead><tr><th rowspan=2>A<td>x<td>5%<tr><td>y<td>6%<tr><th colspan=2>B<td>7%</table>", "# \nTableHead: Trial=Trial | Arm=Arm | Rate=Rate\nTableRow (A, x): Trial=A | Arm=x | Rate=5%\nTableRow (A, y): Trial=A | Arm=y | Rate=6%\nTableRow (B): Trial=B | Rate=7%")]
    [InlineData("<p>a<script>b</script><svg><text>c</text></svg><span aria-hidden=true>d</span></p>", "# \nParagraph: a")]
    [InlineData("loose <b>words</b><div>in a box</div>end", "# \nParagraph: loose words\nParagraph: in a box\nParagraph: end")]
    public void An_article_is_read_block_by_block(string html, string read) => Assert.Equal(read, Lines(TestEdition.ReadPage(Article(html))));

    [Fact]
    public void What_the_theme_puts_around_the_text_is_told_apart_from_it()
    {
        EditionText edition = TestEdition.Read(TestEdition.Site(TestEdition.Body).With("content/article.md", TestSite.FrontMatter.Replace("whats-new: none", "whats-new: A new trial.", StringComparison.Ordinal) + TestEdition.Body[1..]));
        Assert.Equal(("A title", "2025-01-03", "A new trial."), (edition.Title, edition.Date, edition.WhatsNew));
        Assert.Equal(["", "early", "late"], edition.Sections.Select(section => section.Id));
        Assert.Equal(["first", "second"], edition.References.Select(entry => entry.Name));
        Assert.Equal(["Title", "Edition", "By", "First published", "Reading time", "Review", "Use of AI", "Funding", "Competing interests", "Availability of data", "License", "Keywords"], edition.Metadata.Select(entry => entry.Name));
    }

    [Fact]
    public void A_bag_is_read_by_its_payload_and_its_seal()
    {
        string page = Article("<p>Text</p>");
        DiagnosticBag diagnostics = new();
        foreach ((string said, bool? read) in new (string, bool?)[] { ("yes", true), ("no", false), ("perhaps", null) })
        {
            EditionText? edition = EditionTextReader.Read(TestEdition.Tree(("data/index.html", page), ("bag-info.txt", $"Payload-Oxum: 1.1\nConclusions-Changed: {said}\n")), "", diagnostics);
            Assert.Equal(("# \nParagraph: Text", read), (edition is null ? "" : Lines(edition), edition?.ConclusionsChanged));
        }

        Assert.Empty(diagnostics.Sorted());
    }

    [Fact]
    public void The_bytes_of_a_picture_count_and_not_its_published_name()
    {
        static EditionText Read(string name, string bytes) => TestEdition.ReadPage(Article($"<figure><img src='{name}' alt=A></figure>"), (name, bytes));
        EditionText older = Read("assets/a.0123456789.svg", "one");
        Assert.True(EditionDiff.Of(older, Read("assets/a.9876543210.svg", "one")).IsEmpty);
        Assert.False(EditionDiff.Of(older, Read("assets/a.0123456789.svg", "two")).IsEmpty);
    }

    [Fact]
    public void What_cannot_be_read_is_said()
    {
        Assert.Equal("old/index.html:1:1: error HG101 file-unreadable: there is no such page", Said(("about.html", "")));
        Assert.Equal("old/index.html:1:1: error HG101 file-unreadable: it has no `article` element that can be read", Said(("index.html", "<p>No article</p>")));
        string deep = string.Concat(Enumerable.Repeat("<div>", 5000));
        Assert.Equal("old/index.html:1:1: error HG101 file-unreadable: it has no `article` element that can be read", Said(("index.html", Article(deep))));
    }

    [Fact]
    public void The_published_article_is_read_whole()
    {
        FileTree site = Content.PublishedContent.Built(Content.PublishedContent.Sources);
        DiagnosticBag diagnostics = new();
        EditionText? edition = EditionTextReader.Read(site, "", diagnostics);
        Assert.NotNull(edition);
        Assert.Empty(diagnostics.Sorted());
        Assert.True(edition.Sections.Sum(section => section.Blocks.Count) > 100);
        Assert.All(edition.Sections.Skip(1), section => Assert.True(section.Id.Length > 0 && section.Heading.Length > 0));
        string[] keys = [.. edition.References.Select(entry => entry.Name)];
        Assert.All(edition.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Cells).SelectMany(cell => cell.Tokens).Where(token => token.Kind == TokenKind.Citation && !token.Text.StartsWith("[note-", StringComparison.Ordinal)), token => Assert.Contains(token.Text[1..^1], keys));
    }
}
