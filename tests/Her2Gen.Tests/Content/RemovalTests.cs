using System.Text.RegularExpressions;
using Her2Gen.Files;

namespace Her2Gen.Tests.Content;

/// <summary>Whatever is taken out of the article is missed: one cause, one located error.</summary>
public sealed class RemovalTests
{
    [Fact]
    public void The_article_is_sound() => Assert.Equal([], PublishedContent.Said(PublishedContent.Sources));

    [Fact]
    public void A_reference_that_is_taken_out_is_missed_once()
    {
        string library = PublishedContent.Text("content/references.json");
        string[] keys = [.. Regex.Matches(library, "\"id\": \"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.True(keys.Length >= 40);
        Assert.All(keys, key => ExpectOne(
            PublishedContent.With("content/references.json", library.Replace($"\"id\": \"{key}\"", "\"id\": \"nobody\"", StringComparison.Ordinal)),
            $@"^content/\S+:\d+:\d+: error HG301 unknown-citation: no reference `{Regex.Escape(key)}`$",
            // The record under another name is cited by nobody.
            "HG302"));
    }

    [Fact]
    public void A_glossary_term_that_is_taken_out_is_missed_once()
    {
        string glossary = PublishedContent.Text("content/glossary.yml");
        string[] terms = [.. Regex.Matches(glossary, @"^(\S[^\n]*?):(?: [^\n]*)?\n(?:[ ]+[^\n]*\n)*", RegexOptions.Multiline).Where(match => match.Value[0] != '#').Select(match => match.Value)];
        Assert.True(terms.Length >= 25, $"{terms.Length} terms");
        Assert.All(terms, term => ExpectOne(PublishedContent.With("content/glossary.yml", glossary.Replace(term, "", StringComparison.Ordinal)), "^content/.*: error HG319 unknown-term: "));
    }

    [Fact]
    public void The_alternative_of_a_figure_that_is_taken_out_is_missed_once()
    {
        string article = PublishedContent.Text("content/article.md");
        string[] alternatives = [.. Regex.Matches(article, " alt=\"[^\"]+\"").Select(match => match.Value)];
        Assert.True(alternatives.Length >= 2);
        Assert.All(alternatives, alternative => ExpectOne(
            PublishedContent.With("content/article.md", article.Replace(alternative, "", StringComparison.Ordinal)), @"^content/article.md:\d+:\d+: error HG504 image-alt-missing: "));
    }

    [Theory]
    [InlineData("whats-new")]
    [InlineData("funding")]
    [InlineData("competing-interests")]
    [InlineData("review-status")]
    [InlineData("data-availability")]
    [InlineData("ai-use")]
    [InlineData("disclaimer")]
    public void A_statement_that_is_taken_out_is_missed_once(string key)
    {
        string article = PublishedContent.Text("content/article.md");
        ExpectOne(PublishedContent.With("content/article.md", Regex.Replace(article, $"^{key}:[^\n]*\n", "", RegexOptions.Multiline)), $"^content/article.md:\\d+:\\d+: error HG107 missing-key: article front matter needs `{key}`$");
    }

    [Fact]
    public void A_column_that_is_taken_out_is_missed_once()
    {
        foreach (FilePath path in PublishedContent.Sources.Paths.Where(path => path.Value.StartsWith("content/data/", StringComparison.Ordinal) && path.Extension == ".csv"))
        {
            string[][] rows = [.. PublishedContent.Text(path.Value).TrimEnd('\n').Split('\n').Select(Cells)];
            for (int i = 1; i < rows[0].Length; i++)
            {
                int gone = i;
                string without = string.Join('\n', rows.Select(row => string.Join(',', row.Where((_, at) => at != gone)))) + "\n";
                ExpectOne(PublishedContent.With(path.Value, without), $@"^{Regex.Escape(path.Value)}:1:1: error HG315 data-column: no column `{rows[0][i]}`, which the description lists$", "HG302");
            }
        }
    }

    private static string[] Cells(string line) => [.. Regex.Matches(line, "(?:^|,)((?:\"(?:[^\"]|\"\")*\")|[^,]*)").Select(match => match.Groups[1].Value)];

    private static void ExpectOne(FileTree sources, string pattern, string? aside = null)
    {
        string[] said = [.. PublishedContent.Said(sources).Where(line => aside is null || !line.Contains(aside, StringComparison.Ordinal))];
        Assert.True(said.Length == 1 && Regex.IsMatch(said[0], pattern), $"expected {pattern}\n{string.Join('\n', said)}");
    }
}
