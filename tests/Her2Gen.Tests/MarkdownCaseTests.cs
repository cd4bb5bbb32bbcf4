namespace Her2Gen.Tests;

/// <summary>What Markdown becomes: <c>tests/cases/markdown/NAME.md</c> is the body of an article, <c>NAME.html</c> its body as drawn, with what the build said in front.</summary>
public sealed class MarkdownCaseTests
{
    private const string Folder = "markdown";

    // Two records that cases may cite.
    private const string Library = """
        [
          {"id": "slamon2001", "type": "article-journal", "title": "Use of chemotherapy plus a monoclonal antibody", "container-title": "N Engl J Med",
           "author": [{"family": "Slamon", "given": "D J"}, {"family": "Leyland-Jones", "given": "B"}, {"literal": "et al."}],
           "issued": {"date-parts": [[2001]]}, "volume": "344", "issue": "11", "page": "783-792", "DOI": "10.1056/NEJM200103153441101", "PMID": "11248153"},
          {"id": "group2021", "type": "article-journal", "title": "A meta-analysis", "container-title": "Lancet Oncol", "author": [{"literal": "A Group"}], "issued": {"date-parts": [[2021]]}}
        ]
        """;

    public static TheoryData<string> All => Cases.Names(Folder, ".md");

    [Theory]
    [MemberData(nameof(All))]
    public void Markdown_becomes_its_html(string name)
    {
        string file = Path.Combine(Cases.Folder(Folder), name);
        TestSite site = TestSite.WithBody("\n" + File.ReadAllText(file + ".md"))
            .With("content/references.json", Library)
            .With("content/figures/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"5\"/>")
            .With("content/pages/other.md", "---\ntitle: Other\nsummary: Another page.\n---\n\n## There {#there}\n\nText.\n");
        string said = string.Join('\n', site.Said().Split('\n').Where(line => !line.Contains("uncited-reference", StringComparison.Ordinal)));
        Cases.Compare(file + ".html", (said.Length > 0 ? $"<!--\n{said}\n-->\n" : "") + site.Body() + "\n");
    }
}
