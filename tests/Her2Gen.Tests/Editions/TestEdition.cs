using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Editions;

/// <summary>A small article with what an article of medicine has, built as the program builds it and read as an edition.</summary>
internal static class TestEdition
{
    public const string Body = """

        ::: note
        Not reviewed.
        :::

        ## Early disease {#early}

        In the planned analysis, the hazard ratio was 0.63 (95% CI 0.54–0.73), a difference of −0.33 points [@first].

        The dose was 5.4 mg/kg every 3 weeks (P < 0.001), given as trastuzumab-dkst, as @fig-drugs shows.

        ![How the drugs act.](figures/drugs.svg){#fig-drugs alt="Two drugs."}

        ## Late disease {#late}

        Survival was 56.5 against 40.8 months in those who had it first [@second; @first].

        ::: table {#tbl-trials caption="The trials"}
        | Trial | Effect | Patients |
        |---|---|---|
        | ALPHA | 0.82 | 808 |
        | BETA | 0.91 | 4,805 |
        | GAMMA | 0.74 | 991 |
        :::

        @tbl-trials has three rows, none of which says that one treatment is better for all.

        """;

    private const string References = """
        [
          { "id": "first", "type": "article-journal", "title": "The first", "issued": { "date-parts": [[2001]] } },
          { "id": "second", "type": "article-journal", "title": "The second", "issued": { "date-parts": [[2002]] } },
          { "id": "third", "type": "article-journal", "title": "The third", "issued": { "date-parts": [[2003]] } }
        ]
        """;

    public static TestSite Site(string body) => TestSite.WithBody(body)
        .With("content/references.json", References)
        .With("content/figures/drugs.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");

    /// <summary>The edition with one stretch of its source changed.</summary>
    public static EditionText With(string old, string put)
    {
        Assert.Contains(old, Body, StringComparison.Ordinal);
        return Read(Site(Body.Replace(old, put, StringComparison.Ordinal)));
    }

    public static EditionText Read(TestSite site) => ReadPage(site.Output("index.html"));

    /// <summary>A page as an edition.</summary>
    public static EditionText ReadPage(string html, params IEnumerable<(string Path, string Text)> files)
    {
        DiagnosticBag diagnostics = new();
        EditionText? edition = EditionTextReader.Read(Tree([("index.html", html), .. files]), "", diagnostics);
        Assert.Equal("", string.Join('\n', diagnostics.Sorted()));
        Assert.NotNull(edition);
        return edition;
    }

    public static FileTree Tree(params IEnumerable<(string Path, string Text)> files) =>
        new(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))));
}
