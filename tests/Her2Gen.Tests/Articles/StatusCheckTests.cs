using Her2Gen.Diagnostics;

namespace Her2Gen.Tests.Articles;

/// <summary>Days of review, drafts and notes of what is still to do.</summary>
public sealed class StatusCheckTests
{
    private static readonly TestSite Due = new TestSite()
        .With("content/article.md", TestSite.FrontMatter.Replace("licence:", "review-by: 2026-01-31\nlicence:", StringComparison.Ordinal) + "\nText.\n")
        .With("content/pages/about.md", "---\ntitle: About\nsummary: About.\nreview-by: 2026-06-30\n---\n");

    private static string Said(TestSite site, DateOnly? today)
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(site.Sources(), diagnostics, today);
        return Saying.Of(diagnostics);
    }

    [Fact]
    public void A_text_is_due_on_its_day_and_overdue_behind_it()
    {
        Assert.Equal("", Said(Due, today: null));
        Assert.Equal("", Said(Due, new DateOnly(2026, 1, 31)));
        Assert.Equal("content/article.md:10:1: warning HG331 review-overdue: the text was to be reviewed by 2026-01-31\n  = review it, and set the next day", Said(Due, new DateOnly(2026, 2, 1)));
        Assert.Contains("content/pages/about.md:4:1: warning HG331 review-overdue: the text was to be reviewed by 2026-06-30", Said(Due, new DateOnly(2026, 7, 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "<dt>Review due</dt> <dd><time class=\"dt-review\" datetime=\"2026-01-31\">31 January 2026</time></dd>")]
    [InlineData("about.html", "<dt>Review due</dt> <dd><time class=\"dt-review\" datetime=\"2026-06-30\">30 June 2026</time></dd>")]
    public void The_page_shows_when_it_is_due(string page, string html) => Assert.Contains(html, Due.Output(page), StringComparison.Ordinal);

    [Fact]
    public void A_day_of_review_is_a_date() => Assert.StartsWith(
        "content/article.md:10:12: error HG109 ambiguous-date: `01/03/2025` does not say which number is the month",
        new TestSite().With("content/article.md", TestSite.FrontMatter.Replace("licence:", "review-by: 01/03/2025\nlicence:", StringComparison.Ordinal)).Said());

    [Theory]
    [InlineData("final", "")]
    [InlineData("draft", "content/pages/about.md:4:9: warning HG341 draft: the text is marked as a draft")]
    [InlineData("drafts", "content/pages/about.md:4:9: error HG108 wrong-type: `status` must be one of `draft`, `final`")]
    public void A_draft_is_told(string status, string said) =>
        Assert.Equal(said, new TestSite().With("content/pages/about.md", $"---\ntitle: About\nsummary: About.\nstatus: {status}\n---\n").Said());

    [Fact]
    public void A_note_of_what_is_still_to_do_is_told_and_drawn()
    {
        TestSite site = TestSite.WithBody("\nThe dose is [[todo: look <it> up]], and [[Todo:x]] [no note] [[here]].\n");
        Assert.Equal(
            "content/article.md:19:13: warning HG341 draft: a note says what is still to do: look <it> up\ncontent/article.md:19:41: warning HG341 draft: a note says what is still to do: x",
            site.Said());
        Assert.StartsWith("<p>The dose is <mark class=\"todo\">look &lt;it&gt; up</mark>, and <mark class=\"todo\">x</mark> [no note] [[here]].</p>", site.Body());
    }

    [Fact]
    public void An_article_without_front_matter_is_told_each_thing_it_owes_once_with_the_reason()
    {
        string said = Said(new TestSite().With("content/article.md", "Text.\n"), today: null);
        Assert.StartsWith("content/article.md:1:1: error HG103 yaml-syntax: no front matter", said);
        foreach (string key in new[] { "authors", "date", "first-published", "evidence-date", "funding", "competing-interests", "data-availability", "ai-use", "review-status", "disclaimer" })
            Assert.Single(said.Split('\n'), line => line.EndsWith($"HG107 missing-key: article front matter needs `{key}`", StringComparison.Ordinal));
        Assert.Contains("needs `funding`\n  = who paid for it, or none: who pays may shape what is said", said, StringComparison.Ordinal);
        Assert.Contains("needs `authors`\n  = who wrote it, in the order to print them: someone must answer for what is said", said, StringComparison.Ordinal);
    }
}
