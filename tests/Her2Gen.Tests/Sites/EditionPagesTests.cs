using System.Text.Json;
using System.Xml.Linq;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Sites;

public sealed class EditionPagesTests
{
    private static TestSite TwoEditions(string settings = TestSite.Settings) =>
        new TestSite().With("content/site.yml", settings).Sealed("2025-01-03").Sealed("2025-06-30", whatsNew: "A trial.");

    private static FileTree Output(string settings = TestSite.Settings) => SealedSite.Built(TwoEditions(settings));

    [Fact]
    public void A_site_with_editions_is_sound() => Assert.Equal(["", ""], [TwoEditions().Said(), TwoEditions(SealedSite.WithAddress).Said()]);

    [Theory]
    [InlineData("This is the edition of <time datetime=\"2025-01-03\">3 January 2025</time>, as it was published. A newer edition or a correction may exist: <a href=\"../index.html\">all editions</a> · <a href=\"../../index.html\">current text</a>")]
    [InlineData("<object type=\"text/html\" data=\"../status/2025-01-03.html\"")]
    [InlineData("<link rel=\"latest-version\" href=\"../../\">")]
    [InlineData("<link rel=\"version-history\" href=\"../\">")]
    [InlineData("<link rel=\"describedby\" href=\"ro-crate-metadata.json\" type=\"application/ld+json\">")]
    [InlineData("<link rel=\"canonical\" href=\"https://example.org/\">")]
    [InlineData("<link rel=\"cite-as\" href=\"https://example.org/editions/2025-01-03/\">")]
    [InlineData("Available from: <a href=\"https://example.org/editions/2025-01-03/\">")]
    public void A_frozen_page_says_which_edition_it_is(string said) =>
        Assert.Contains(said, SealedSite.Text(Output(SealedSite.WithAddress), "editions/2025-01-03/index.html"), StringComparison.Ordinal);

    [Fact]
    public void Only_a_later_edition_names_the_one_before()
    {
        const string Before = "<link rel=\"predecessor-version\" href=\"../2025-01-03/\">";
        FileTree files = Output();
        Assert.DoesNotContain(Before, SealedSite.Text(files, "editions/2025-01-03/index.html"), StringComparison.Ordinal);
        Assert.Contains(Before, SealedSite.Text(files, "editions/2025-06-30/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_byte_of_an_edition_is_another_on_the_site()
    {
        TestSite site = TwoEditions().WithNotice("retraction").With("content/article.md", TestSite.FrontMatter + "\n## One {#one}\n\nAnother text.\n");
        FileTree files = SealedSite.Built(site);
        foreach (SealedEdition edition in SealedSite.Editions(site))
            Assert.All(edition.Payload, file => Assert.True(files.TryGet(FilePath.Parse($"editions/{edition.Id}/{file.Key}"), out ReadOnlyMemory<byte> bytes) && bytes.Span.SequenceEqual(file.Value.Span), file.Key.Value));
    }

    [Theory]
    [InlineData(null, "<strong>A newer edition exists:</strong> <a href=\"../2025-06-30/index.html\" target=\"_top\">30 June 2025</a>")]
    [InlineData("correction", "<p><strong>Correction, 10 February 2025:</strong> <a href=\"../../notices/first.html\" target=\"_top\">A dose was wrong</a></p>")]
    [InlineData("withdrawal", "<div role=\"alert\">\n<p><strong>Withdrawal, 10 February 2025:</strong> The table gave mg for mg/kg. <a href=\"../../notices/first.html\" target=\"_top\">A dose was wrong</a></p>\n</div>")]
    [InlineData("expression_of_concern", "<div role=\"alert\">\n<p><strong>Expression of concern, 10 February 2025:</strong>")]
    public void A_status_page_says_what_became_of_the_edition(string? notice, string said)
    {
        TestSite site = TwoEditions();
        if (notice is not null) site.WithNotice(notice);
        Assert.Equal("", site.Said());
        string status = SealedSite.Text(SealedSite.Built(site), "editions/status/2025-01-03.html");
        Assert.Contains(said, status, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", status, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_of_the_newest_says_so() =>
        Assert.Contains("<p>This is the newest edition.</p>", SealedSite.Text(Output(), "editions/status/2025-06-30.html"), StringComparison.Ordinal);

    [Theory]
    [InlineData(EditionKind.NewEdition, null, "superseded")]
    [InlineData(EditionKind.CorrectedEdition, null, "corrected")]
    [InlineData(EditionKind.NewEdition, "addendum", "superseded")]
    [InlineData(EditionKind.NewEdition, "erratum", "corrected")]
    [InlineData(EditionKind.NewEdition, "partial_retraction", "concern")]
    [InlineData(EditionKind.CorrectedEdition, "retraction", "withdrawn")]
    [InlineData(EditionKind.NewEdition, "removal", "removed")]
    public void The_worst_that_became_of_an_edition_is_its_status(EditionKind next, string? notice, string expected)
    {
        TestSite site = new TestSite().Sealed("2025-01-03").Sealed("2025-06-30", next);
        if (notice is not null) site.WithNotice(notice);
        using JsonDocument json = JsonDocument.Parse(SealedSite.Text(SealedSite.Built(site), "editions/editions.json"));
        JsonElement[] editions = [.. json.RootElement.GetProperty("editions").EnumerateArray()];
        Assert.Equal([expected, "current"], editions.Select(edition => edition.GetProperty("status").GetString()));
    }

    [Fact]
    public void The_list_for_machines_has_what_its_schema_asks_and_nothing_else()
    {
        FileTree files = SealedSite.Built(TwoEditions(SealedSite.WithAddress).WithNotice("correction"));
        using JsonDocument json = JsonDocument.Parse(SealedSite.Text(files, "editions/editions.json"));
        using JsonDocument schema = JsonDocument.Parse(SealedSite.Text(files, "editions/editions.schema.json"));
        JsonElement definitions = schema.RootElement.GetProperty("$defs");
        ExpectShape(schema.RootElement, json.RootElement);
        foreach (JsonElement edition in json.RootElement.GetProperty("editions").EnumerateArray())
        {
            ExpectShape(definitions.GetProperty("edition"), edition);
            ExpectShape(definitions.GetProperty("edition").GetProperty("properties").GetProperty("seal"), edition.GetProperty("seal"));
            foreach (JsonElement notice in edition.GetProperty("notices").EnumerateArray()) ExpectShape(definitions.GetProperty("notice"), notice);
        }
    }

    [Fact]
    public void Machines_find_the_editions_of_a_site_with_an_address()
    {
        FileTree files = Output(SealedSite.WithAddress);
        Assert.Equal(
            """
            <https://example.org/>;rel="original latest-version",
            <https://example.org/editions/timemap.link>;rel="self";type="application/link-format";from="Fri, 03 Jan 2025 00:00:00 GMT";until="Mon, 30 Jun 2025 00:00:00 GMT",
            <https://example.org/editions/2025-01-03/>;rel="first memento";datetime="Fri, 03 Jan 2025 00:00:00 GMT",
            <https://example.org/editions/2025-06-30/>;rel="last memento";datetime="Mon, 30 Jun 2025 00:00:00 GMT"

            """,
            SealedSite.Text(files, "editions/timemap.link"));
        using JsonDocument links = JsonDocument.Parse(SealedSite.Text(files, "editions/linkset.json"));
        JsonElement[] sets = [.. links.RootElement.GetProperty("linkset").EnumerateArray()];
        Assert.Equal(["https://example.org/", "https://example.org/editions/2025-01-03/", "https://example.org/editions/2025-06-30/"], sets.Select(set => set.GetProperty("anchor").GetString()));
        Assert.Equal("https://example.org/editions/2025-06-30/", sets[1].GetProperty("successor-version")[0].GetProperty("href").GetString());
    }

    [Fact]
    public void The_feed_has_an_entry_for_each_edition_and_notice()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement feed = XElement.Parse(SealedSite.Text(SealedSite.Built(TwoEditions(SealedSite.WithAddress).WithNotice("retraction", "2025-07-01")), "feed.xml"));
        Assert.Equal("2025-07-01T00:00:00Z", feed.Element(atom + "updated")?.Value);
        Assert.Equal(
            ["https://example.org/notices/first.html 2025-07-01T00:00:00Z", "https://example.org/editions/2025-06-30/ 2025-06-30T00:00:00Z", "https://example.org/editions/2025-01-03/ 2025-01-03T00:00:00Z"],
            feed.Elements(atom + "entry").Select(entry => $"{entry.Element(atom + "id")?.Value} {entry.Element(atom + "updated")?.Value}"));
    }

    [Fact]
    public void Without_an_address_nothing_has_an_absolute_one() =>
        Assert.Empty(Output().Paths.Select(path => path.Value).Intersect(["feed.xml", "editions/timemap.link", "editions/linkset.json"]));

    [Theory]
    [InlineData("Text.", "This is the text of the newest sealed edition")]
    [InlineData("Other text.", "The text has changed since the newest sealed edition")]
    public void The_article_says_whether_it_is_the_newest_edition(string text, string said)
    {
        TestSite site = TwoEditions().With("content/article.md", TestSite.FrontMatter + $"\n## One {{#one}}\n\n{text}\n");
        Assert.Contains(said, site.Output("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_between_two_editions_has_a_page() =>
        Assert.Equal(
            ["changes/2025-01-03_2025-06-30/changes.json", "changes/2025-01-03_2025-06-30/index.html"],
            Output().Paths.Select(path => path.Value).Where(path => path.StartsWith("changes/", StringComparison.Ordinal)));

    [Fact]
    public void A_newest_edition_that_was_withdrawn_is_not_passed_over()
    {
        TestSite site = new TestSite().Sealed("2025-01-03").WithNotice("withdrawal");
        Assert.Equal("", site.Said());
        Assert.Contains("\"correction\":[{\"@type\":\"CorrectionComment\",\"name\":\"A dose was wrong\"", site.Output("index.html"), StringComparison.Ordinal);
        string own = SealedSite.Text(site.Sources(), "templates/article.html").Replace("{{ include \"notices.html\" }}\n", "", StringComparison.Ordinal);
        Assert.Contains("templates/article.html:1:1: error HG625 withdrawn-unsaid: `2025-01-03` is the newest edition and was withdrawn, and the article does not link to `notices/first.html`", site.With("templates/article.html", own).Said(), StringComparison.Ordinal);
    }

    private static void ExpectShape(JsonElement schema, JsonElement value)
    {
        string[] names = [.. value.EnumerateObject().Select(member => member.Name)];
        Assert.Empty(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString() ?? "").Except(names));
        Assert.Empty(names.Except(schema.GetProperty("properties").EnumerateObject().Select(member => member.Name)));
    }
}
