using System.Text;
using Her2Gen.Fetching;
using Her2Gen.Tests.Probing;

namespace Her2Gen.Tests.Fetching;

public sealed class ReferencesRunTests : IAsyncLifetime
{
    private const string One = """
        {"status": "ok", "message-type": "work", "message": {"DOI": "10.1000/ONE", "type": "journal-article", "title": ["A &amp; B of <i>E. coli</i>"], "subtitle": ["More of it"],
         "container-title": ["The Journal"], "short-container-title": ["J"], "author": [{"given": "Jane A.", "family": "Doe", "sequence": "first", "affiliation": []}, {"name": "A Group"}],
         "issued": {"date-parts": [[2001, 3, 15]]}, "volume": "344", "issue": "11", "page": "783-792", "publisher": "House", "ISSN": ["0378-5955"], "URL": "https://doi.org/10.1000/one",
         "reference": [{"key": "x"}], "abstract": "<jats:p>Long.</jats:p>", "score": 1.0}}
        """;

    private const string Two = """{"source": "PubMed", "accessed": {"date-parts": [[2026, 1, 1]]}, "id": "pmid:222", "title": "Two words.", "author": [{"family": "Roe", "given": "R"}], "type": "article-journal", "PMID": "222", "PMCID": "PMC9", "issued": {"date-parts": [[2002]]}}""";

    private const string Library = """
        [
          {"id":   "old2000", "type": "article-journal",
             "title": "Old title", "custom": {"kept": [1, 2]}, "DOI": "10.1000/one", "volume": "1"},
          {
            "id": "zoe2003", "type": "book", "title": "Other", "_own": 7 }
        ]
        """;

    private readonly TemporaryFolder folder = new();
    private readonly LeapingTime time = LeapingTime.On("2026-11-01");
    private RegistryServer? started;

    private RegistryServer Server => started ?? throw new InvalidOperationException("not started");

    private string File => folder["content/references.json"];

    public async ValueTask InitializeAsync()
    {
        started = await RegistryServer.StartAsync();
        Server.Answers["10.1000/one"] = Server.Answers["10.1000/busy"] = (200, One);
        Server.Answers["222"] = (200, Two);
        folder.Write("content/site.yml", "title: T\n");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Dispose();
    }

    private ReferencesRun Run(StringWriter output, StringWriter errors, bool isDry, string? mail, string? address) => new(
        new ReferencesRequest(folder.Path, isDry, LeapingTime.Patience, TimeSpan.FromSeconds(1), mail, new FetchSettings(new Uri($"{address ?? Server.Address}works/"), new Uri($"{address ?? Server.Address}pubmed?format=csl&id="))), output, errors, time);

    private async Task<string> AddAsync(string works, bool isDry = false, string? mail = null, string? address = null, CancellationToken? stop = null)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        Asked[] asked = [.. works.Split(' ').Select(work => Asked.Parse(work) ?? throw new ArgumentException(work))];
        int exit = await Run(output, errors, isDry, mail, address).AddAsync(asked, stop ?? TestContext.Current.CancellationToken);
        return $"{output}{errors}[{exit}]";
    }

    private async Task<string> UpdateAsync(params string[] keys)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        int exit = await Run(output, errors, isDry: false, null, null).UpdateAsync(keys, TestContext.Current.CancellationToken);
        return $"{output}{errors}[{exit}]";
    }

    [Fact]
    public async Task Records_are_added_to_a_library_that_did_not_exist()
    {
        Assert.Equal(
            """
            doe2001: new, from Crossref
              + type: "article-journal"
              + title: "A & B of <i>E. coli</i>: More of it"
              + container-title: "The Journal"
              + author: [{"family": "Doe", "given": "Jane A."}, {"literal": "A Group"}]
              + issued: {"date-parts": [[2001, 3, 15]]}
              + volume: "344"
              + issue: "11"
              + page: "783-792"
              + publisher: "House"
              + DOI: "10.1000/ONE"
              + ISSN: "0378-5955"
              + container-title-short: "J"
            roe2002: new, from PubMed
              + type: "article-journal"
              + title: "Two words"
              + author: [{"family": "Roe", "given": "R"}]
              + issued: {"date-parts": [[2002]]}
              + PMID: "222"
              + PMCID: "PMC9"
            wrote content/references.json
            [0]
            """,
            await AddAsync("https://doi.org/10.1000/one PMID:222"));
        Assert.Equal("10.1000/one 222", Server.Asked);
        Assert.StartsWith("[\n  {\n    \"id\": \"doe2001\",\n    \"type\": \"article-journal\",\n", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.EndsWith("    \"PMCID\": \"PMC9\"\n  }\n]\n", System.IO.File.ReadAllText(File), StringComparison.Ordinal);

        Assert.Equal("DOI 10.1000/one is there already, as `doe2001`\nPMID 222 is there already, as `roe2002`\nnothing to change\n[0]", await AddAsync("10.1000/one 222"));
        Assert.Equal("10.1000/one 222", Server.Asked);
    }

    [Fact]
    public async Task What_a_registry_has_otherwise_is_shown_and_written_and_nothing_else_touched()
    {
        folder.Write("content/references.json", Library);
        Assert.Equal(
            """
            old2000: 10 fields
              ~ title: "Old title" → "A & B of <i>E. coli</i>: More of it"
              + container-title: "The Journal"
              + author: [{"family": "Doe", "given": "Jane A."}, {"literal": "A Group"}]
              + issued: {"date-parts": [[2001, 3, 15]]}
              ~ volume: "1" → "344"
              + issue: "11"
              + page: "783-792"
              + publisher: "House"
              + ISSN: "0378-5955"
              + container-title-short: "J"
            wrote content/references.json
            [0]
            """,
            await UpdateAsync());
        Assert.Equal(
            """
            [
              {"id":   "old2000", "type": "article-journal",
                 "title": "A & B of <i>E. coli</i>: More of it", "custom": {"kept": [1, 2]}, "DOI": "10.1000/one", "volume": "344", "container-title": "The Journal", "author": [{"family": "Doe", "given": "Jane A."}, {"literal": "A Group"}], "issued": {"date-parts": [[2001, 3, 15]]}, "issue": "11", "page": "783-792", "publisher": "House", "ISSN": "0378-5955", "container-title-short": "J"},
              {
                "id": "zoe2003", "type": "book", "title": "Other", "_own": 7 }
            ]
            """,
            System.IO.File.ReadAllText(File));
        Assert.Equal("nothing to change\n[0]", await UpdateAsync("old2000"));
    }

    [Fact]
    public async Task A_new_record_stands_in_its_place_and_a_dry_run_writes_nothing()
    {
        folder.Write("content/references.json", Library.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.EndsWith("content/references.json would change; nothing was written\n[0]", await AddAsync("222", isDry: true), StringComparison.Ordinal);
        Assert.Equal(Library.Replace("\n", "\r\n", StringComparison.Ordinal), System.IO.File.ReadAllText(File));
        await AddAsync("222");
        string written = System.IO.File.ReadAllText(File);
        Assert.Contains("\"volume\": \"1\"},\r\n  {\r\n    \"id\": \"roe2002\",\r\n", written, StringComparison.Ordinal);
        Assert.Contains("\"PMCID\": \"PMC9\"\r\n  },\r\n  {\r\n    \"id\": \"zoe2003\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain(written.Replace("\r\n", "", StringComparison.Ordinal), "\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_nothing_is_written_and_it_is_said()
    {
        folder.Write("content/references.json", Library);
        // Nobody listens at the port of a server that was closed.
        RegistryServer closed = await RegistryServer.StartAsync();
        await closed.DisposeAsync();
        Assert.Equal("her2gen: PubMed could not be asked: no connection\nher2gen: content/references.json was left as it is\n[2]", await AddAsync("222 10.1000/busy", address: closed.Address));
        Assert.Equal(Library, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_the_file_as_it_is() =>
        Assert.Equal("her2gen: stopped\nher2gen: content/references.json was left as it is\n[2]", await AddAsync("222", stop: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("10.1000/none", "her2gen: Crossref has no DOI 10.1000/none\n")]
    [InlineData("10.1000/other", "her2gen: Crossref answered with another work than DOI 10.1000/other: DOI 10.1000/ONE\n")]
    [InlineData("10.1000/moved", "her2gen: Crossref answered with another work than DOI 10.1000/moved: DOI 10.1000/ONE\n")]
    [InlineData("10.1000/page", "her2gen: Crossref has no record of DOI 10.1000/page that can be read\n")]
    [InlineData("10.1000/untitled", "her2gen: Crossref has no record of DOI 10.1000/untitled that can be read\n")]
    [InlineData("10.1000/deep", "her2gen: Crossref has no record of DOI 10.1000/deep that can be read\n")]
    [InlineData("404", "her2gen: PubMed has no PMID 404\n")]
    public async Task What_is_no_record_of_the_work_is_not_taken_and_the_others_are(string work, string said)
    {
        Server.Answers["10.1000/other"] = (200, One);
        Server.Answers["10.1000/page"] = (200, "<html>");
        Server.Answers["10.1000/untitled"] = (200, """{"message": {"DOI": "10.1000/untitled"}}""");
        Server.Answers["10.1000/deep"] = (200, new string('[', 100_000));
        string seen = await AddAsync($"{work} 222");
        Assert.Contains("roe2002: new, from PubMed\n", seen, StringComparison.Ordinal);
        Assert.EndsWith($"wrote content/references.json\n{said}[1]", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registries_are_asked_politely()
    {
        Assert.Contains("her2gen: Crossref answered with another work than DOI 10.1000/busy", await AddAsync("10.1000/busy 10.1000/one", mail: "nobody@example.org"), StringComparison.Ordinal);
        // The server asked for seven seconds; then one between two requests.
        Assert.Equal("7 1", time.Waits);
        Assert.Matches(@"^her2gen/\d+\.\d+\.\d+ \(\+mailto:nobody@example\.org; asks for the records of references\)$", Server.UserAgent);
        Server.Answers["222"] = (500, "");
        Assert.EndsWith("her2gen: PubMed did not answer: status 500\nher2gen: content/references.json was left as it is\n[2]", await AddAsync("222"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_broken_is_left_alone()
    {
        folder.Write("content/references.json", "[{\"id\": \"a\", \"title\": ");
        Assert.Equal("content/references.json:1:23: error HG304 reference-syntax: expected depth to be zero at the end of the JSON payload\nher2gen: the references cannot be read; nothing was asked for\n[1]", await AddAsync("222"));
        folder.Write("content/references.json", Library);
        folder.Write("content/references.bib", "@book{b, title = {B}, doi = {10.1000/b}}\n");
        Assert.Equal("her2gen: no reference `old200`: did you mean `old2000`?\nher2gen: `b` stands in content/references.bib, and only content/references.json is written\nher2gen: `zoe2003` has neither a DOI nor a PMID to ask for\n[2]", await UpdateAsync("old200", "b", "zoe2003"));
        Assert.Equal("", Server.Asked);
    }

    [Fact]
    public async Task A_record_that_means_harm_becomes_plain_words()
    {
        Server.Answers["10.1000/evil"] = (200, """
            {"message": {"DOI": "10.1000/evil", "type": "../../x", "title": ["<script>alert(1)</script>A\u001b[31m &lt;img src=x onerror=alert(1)&gt;title\u202e\nTY  - JOUR"], "container-title": [{"x": 1}], "volume": {"a": 1}, "issue": 5,
             "author": [{"family": "<b onclick='x'>Doe</b>"}, {"given": "nobody"}, 7, {"literal": ""}], "issued": {"date-parts": [["x", 99]]}, "ISSN": ["1234"], "URL": "javascript:alert(1)", "PMID": "x", "note": "event-date: 2001", "id": "../../etc", "custom": {"a": 1}, "page": "PAGE"}}
            """.Replace("PAGE", new string('9', 100_000), StringComparison.Ordinal));
        Assert.Equal(
            """
            doe: new, from Crossref
              + type: "document"
              + title: "alert(1)A[31m title TY - JOUR"
              + author: [{"family": "Doe"}]
              + issue: "5"
              + DOI: "10.1000/evil"
            wrote content/references.json
            [0]
            """,
            await AddAsync("10.1000/evil"));
        Assert.Equal(Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(File)), System.IO.File.ReadAllText(File));
    }
}
