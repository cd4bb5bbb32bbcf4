namespace Her2Gen.Tests.Markup;

/// <summary>What a review is made of; its body starts at line 19.</summary>
public sealed class SectionCheckTests
{
    private static string Said(string body, string title = "A narrative review", int references = 0) => string.Join('\n', new TestSite()
        .With("content/article.md", TestSite.FrontMatter.Replace("title: A title", $"title: {title}", StringComparison.Ordinal) + body + (references == 0 ? "" : $"\n\n[{string.Join("; ", Enumerable.Range(1, references).Select(n => $"@r{n}"))}]\n"))
        .With("content/references.json", $"[{string.Join(',', Enumerable.Range(1, references).Select(n => $$"""{"id": "r{{n}}", "type": "book", "title": "T{{n}}"}"""))}]")
        .Said().Split('\n').Where(line => line.Contains("HG337", StringComparison.Ordinal) || line.Contains("HG339", StringComparison.Ordinal)));

    [Theory]
    [InlineData("## Introduction\n\n## Conclusion", 0)]
    [InlineData("## Background\n\n## The drugs\n\n## Conclusions and outlook", 30)]
    [InlineData("## Introduction\n\n## How this review was made\n\n## Summary", 31)]
    [InlineData("## Introduction\n\n## Search strategy and methods\n\n## Concluding remarks", 31)]
    public void A_review_with_its_parts_is_silent(string body, int references) => Assert.Equal("", Said(body, references: references));

    [Fact]
    public void What_calls_itself_no_review_needs_no_such_parts() => Assert.Equal("", Said("## The drugs", title: "What drugs do"));

    [Fact]
    public void A_missing_part_is_told_where_it_should_stand()
    {
        Assert.Equal(
            "content/article.md:19:1: warning HG337 section-missing: the review has no introduction\ncontent/article.md:21:1: warning HG337 section-missing: the review has no conclusion",
            Said("## The drugs\n\n## The trials"));
        Assert.Equal("content/article.md:19:1: warning HG337 section-missing: the review cites 31 references and does not say how they were found", Said("## Introduction\n\n## Conclusion", references: 31));
    }

    [Theory]
    [InlineData("## References\n\n1. A leaflet.\n2. Another.", "19:1: warning HG339 references-typed: the section `References` is typed by hand")]
    [InlineData("Text.\n\n1. Smith A, et al. A trial. J Examples.\n2. Jones B. A trial. J Examples. 2019;1(2):3-4.", "21:1: warning HG339 references-typed: a numbered list looks like references typed by hand")]
    public void References_typed_by_hand_are_told_once(string body, string said) => Assert.Equal("content/article.md:" + said, Said(body, title: "A title"));

    [Theory]
    [InlineData("1. Take it in the morning.\n2. Take it with water.")]
    [InlineData("1. In one trial it helped (2019) [@r1].\n2. In another it did not (2020) [@r1].")]
    [InlineData("## Sources\n\nNothing was looked up live.")]
    [InlineData("## Sources of funding\n\nNone.")]
    public void Other_lists_are_silent(string body) => Assert.Equal("", Said(body, title: "A title", references: 1));
}
