using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;

namespace Her2Gen.Tests.Pages;

/// <summary>The files that cite the article are read back to one record, by the readers that an author's own libraries are read with.</summary>
public sealed class CitationFilesTests
{
    private static TestSite Site(string authors, string title) => new TestSite()
        .With("content/site.yml", TestSite.Settings + "address: https://example.org/a/\n")
        .With("content/article.md", TestSite.FrontMatter.Replace("authors: [{collective: Nobody}]", $"authors: [{authors}]\ndoi: 10.1000/A(b)c", StringComparison.Ordinal).Replace("title: A title", $"title: \"{title}\"", StringComparison.Ordinal) + "\n## One {#one}\n\nText.\n");

    private static string Record(TestSite site, string file)
    {
        DiagnosticBag diagnostics = new();
        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(new SourceText(file, site.Output("cite/" + file)), diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        return CslJsonWriter.Write(library.Values);
    }

    [Theory]
    [InlineData("{family: Doe, given: Jane}", "A plain title", "\"family\": \"Doe\", \"given\": \"Jane\"")]
    [InlineData("{family: Müller, given: Jörg}, {collective: A Group and Others}", "HER2, 50% of $5 & #1_a: “quoted” – ~ Title Case Of It", "\"literal\": \"A Group and Others\"")]
    [InlineData("{family: van den Berg, given: Anna}", "{Braces} and <tags>", "\"family\": \"Berg\", \"given\": \"Anna\", \"non-dropping-particle\": \"van den\"")]
    public void The_three_files_hold_one_record(string authors, string title, string author)
    {
        TestSite site = Site(authors, title);
        string record = Record(site, "article.csl.json");
        Assert.Contains(author, record, StringComparison.Ordinal);
        Assert.Contains("\"DOI\": \"10.1000/A(b)c\"", record, StringComparison.Ordinal);
        Assert.Contains("\"URL\": \"https://example.org/a/\"", record, StringComparison.Ordinal);
        Assert.Equal(record, Record(site, "article.bib"));
        Assert.Equal(record, Record(site, "article.ris"));
    }
}
