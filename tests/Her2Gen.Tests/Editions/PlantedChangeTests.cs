using Her2Gen.Editions;

namespace Her2Gen.Tests.Editions;

/// <summary>One change is planted in the source of an article: it is told, in its section, and nothing else is.</summary>
public sealed class PlantedChangeTests
{
    private static readonly EditionText Older = TestEdition.Read(TestEdition.Site(TestEdition.Body));

    // Every change that is told, a line each.
    private static string Told(EditionDiff diff) => string.Join('\n', [
        .. diff.Numbers.Select(number => $"number {number.Section.Section.Id}: {number.Older} → {number.Newer}"),
        .. diff.Sections.Where(section => section.Older is null || section.Newer is null || section.IsMoved).Select(section => $"section {section.Section.Id}: {(section.Older is null ? "added" : section.Newer is null ? "removed" : "moved")}"),
        .. diff.Sections.SelectMany(section => section.Blocks.Where(block => block.IsNews).Select(block => $"{section.Section.Id}: {Told(block)}")),
        .. diff.References.Where(entry => entry.Fate != BlockFate.Same).Select(entry => $"reference {entry.Block.Name}: {entry.Fate}"),
        .. diff.Metadata.Where(entry => entry.Fate != BlockFate.Same).Select(entry => $"{entry.Block.Name}: {Told(entry)}"),
    ]);

    private static string Told(BlockChange block)
    {
        string moved = block.IsMoved ? "moved " : "";
        if (block.Fate is BlockFate.Added or BlockFate.Removed) return $"{moved}{block.Fate} {block.Block.Text.Replace('\n', '|')}";
        return moved + (block.Fate == BlockFate.Same ? block.Block.Text.Replace('\n', '|') : string.Join("", block.Cells.SelectMany(cell => cell.Runs).Where(run => run.Kind != ChangeKind.Same).Select(run => run.Kind == ChangeKind.Removed ? $"[-{run.Shown}-]" : $"{{+{run.Shown}+}}")));
    }

    [Theory]
    [InlineData("0.63", "0.36", "number early: 0.63 → 0.36\nearly: [-0.63-]{+0.36+}")]
    [InlineData("0.54–0.73", "0.54–0.78", "number early: 95% CI 0.54–0.73 → 95% CI 0.54–0.78\nearly: [-95% CI 0.54–0.73-]{+95% CI 0.54–0.78+}")]
    [InlineData("−0.33", "0.33", "number early: −0.33 points → 0.33 points\nearly: [-−0.33 points-]{+0.33 points+}")]
    [InlineData("40.8 months", "40.8 weeks", "number late: 40.8 months → 40.8 weeks\nlate: [-40.8 months-]{+40.8 weeks+}")]
    [InlineData("5.4 mg/kg", "6.4 mg/kg", "number early: 5.4 mg/kg → 6.4 mg/kg\nearly: [-5.4 mg/kg-]{+6.4 mg/kg+}")]
    [InlineData("5.4 mg/kg", "5.4 g/kg", "number early: 5.4 mg/kg → 5.4 g/kg\nearly: [-5.4 mg/kg-]{+5.4 g/kg+}")]
    [InlineData("P < 0.001", "P < 0.01", "number early: P < 0.001 → P < 0.01\nearly: [-P < 0.001-]{+P < 0.01+}")]
    [InlineData("trastuzumab-dkst", "trastuzumab-anns", "early: [-trastuzumab-dkst-]{+trastuzumab-anns+}")]
    [InlineData("0.82", "0.28", "number late: 0.82 → 0.28\nlate: [-0.82-]{+0.28+}")]
    [InlineData("4,805", "4,850", "number late: 4,805 → 4,850\nlate: [-4,805-]{+4,850+}")]
    [InlineData("Survival was 56.5 against 40.8 months", "Survival was 40.8 months", "number late: 56.5 → \nlate: [-56.5 against -]")]
    [InlineData("those who had", "people who had", "late: [-those-]{+people+}")]
    [InlineData("How the drugs act.", "How a drug acts.", "early: [-the drugs act-]{+a drug acts+}")]
    [InlineData("Two drugs.", "Three drugs.", "early: [-Two-]{+Three+}")]
    [InlineData("## Early disease", "## Early cancer", "early: [-disease-]{+cancer+}")]
    [InlineData("caption=\"The trials\"", "caption=\"All trials\"", "late: [-The-]{+All+}")]
    public void A_changed_word_is_told_in_its_section(string old, string put, string told) => Assert.Equal(told, Told(EditionDiff.Of(Older, TestEdition.With(old, put))));

    [Fact]
    public void A_citation_is_told_by_its_source() => Assert.Equal(
        "early: {+2+}\nreference third: Added",
        Told(EditionDiff.Of(Older, TestEdition.With("points [@first].", "points [@first; @third]."))));

    [Fact]
    public void Citations_and_tables_that_only_have_other_numbers_are_no_change()
    {
        EditionText newer = TestEdition.With("Not reviewed.", "Not reviewed [@third].");
        Assert.Equal(": {+1+}\nreference third: Added", Told(EditionDiff.Of(Older, newer)));
        string[] marks = [.. newer.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Cells).SelectMany(cell => cell.Tokens).Where(token => token.Kind == TokenKind.Citation).Select(token => token.Text + token.Shown)];
        Assert.Equal(["[third]1", "[first]2", "[first]2", "[second]3"], marks);
    }

    [Fact]
    public void A_row_that_was_moved_was_moved() => Assert.Equal(
        "late: moved ALPHA|0.82|808",
        Told(EditionDiff.Of(Older, TestEdition.With("| ALPHA | 0.82 | 808 |\n| BETA | 0.91 | 4,805 |\n| GAMMA | 0.74 | 991 |", "| BETA | 0.91 | 4,805 |\n| GAMMA | 0.74 | 991 |\n| ALPHA | 0.82 | 808 |"))));

    [Fact]
    public void A_row_that_was_added_was_added() => Assert.Equal(
        "number late:  → 1.00\nnumber late:  → 12\nlate: Added DELTA|1.00|12",
        Told(EditionDiff.Of(Older, TestEdition.With("| BETA |", "| DELTA | 1.00 | 12 |\n| BETA |"))));

    [Fact]
    public void A_column_that_was_added_is_told_cell_by_cell() => Assert.Equal(
        "late: {+Arm+}\nlate: {+a+}\nlate: {+b+}\nlate: {+c+}",
        Told(EditionDiff.Of(Older, TestEdition.With(
            "| Trial | Effect | Patients |\n|---|---|---|\n| ALPHA | 0.82 | 808 |\n| BETA | 0.91 | 4,805 |\n| GAMMA | 0.74 | 991 |",
            "| Trial | Arm | Effect | Patients |\n|---|---|---|---|\n| ALPHA | a | 0.82 | 808 |\n| BETA | b | 0.91 | 4,805 |\n| GAMMA | c | 0.74 | 991 |"))));

    [Fact]
    public void A_paragraph_that_was_moved_to_another_section_was_moved()
    {
        const string Paragraph = "Survival was 56.5 against 40.8 months in those who had it first [@second; @first].\n\n";
        string body = TestEdition.Body.Replace(Paragraph, "", StringComparison.Ordinal).Replace("The dose was", Paragraph + "The dose was", StringComparison.Ordinal);
        Assert.Equal("early: moved Survival was 56.5 against 40.8 months in those who had it first[first][second].", Told(EditionDiff.Of(Older, TestEdition.Read(TestEdition.Site(body)))));
    }

    [Fact]
    public void A_section_that_was_renamed_is_the_same_section() => Assert.Equal(
        "early-cancer: [-disease-]{+cancer+}",
        Told(EditionDiff.Of(Older, TestEdition.With("## Early disease {#early}", "## Early cancer {#early-cancer}"))));

    [Fact]
    public void The_same_number_in_other_writing_is_no_other_number() => Assert.Equal(
        "early: [-95% CI 0.54–0.73-]{+95% CI 0.54 to 0.73+}",
        Told(EditionDiff.Of(Older, TestEdition.With("0.54–0.73", "0.54 to 0.73"))));

    [Fact]
    public void A_statement_is_told_by_its_name() => Assert.Equal(
        "Funding: [-None-]{+A fund+}",
        Told(EditionDiff.Of(Older, TestEdition.Read(TestEdition.Site(TestEdition.Body).With("content/article.md", TestSite.FrontMatter.Replace("funding: none", "funding: A fund.", StringComparison.Ordinal) + TestEdition.Body[1..])))));
}
