using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Terms;

namespace Her2Gen.Tests.Terms;

public sealed class GlossaryReaderTests
{
    private static readonly string[] Pieces = ["A: b\n", "C:\n", "  definition: d\n", "  forms: [e, A]\n", "  see: [A]\n", "  long: x\n", "\"\": y\n", "- ", "[", "{", "? ", ": ", "'", "\n", "&a ", "\t"];

    [Fact]
    public void A_term_is_a_definition_or_a_map_and_terms_are_in_alphabetical_order()
    {
        DiagnosticBag diagnostics = new();
        Glossary glossary = GlossaryReader.Read(
            new SourceText(
                "content/glossary.yml",
                """
                hazard ratio:
                  definition: A ratio.
                  forms: [hazards]
                  see: [ADCC, HER2-low]
                HER2-low: Some staining.
                ADCC:
                  long: antibody-dependent cellular cytotoxicity
                  definition: Killing of a cell.
                """),
            diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        Assert.Equal(
            [
                "ADCC (antibody-dependent cellular cytotoxicity): Killing of a cell. [] []",
                "hazard ratio (): A ratio. [hazards] [ADCC, HER2-low]",
                "HER2-low (): Some staining. [] []",
            ],
            glossary.Terms.Select(term => $"{term.Name} ({term.Expansion}): {term.Definition} [{string.Join(", ", term.Forms.Select(form => form.Value))}] [{string.Join(", ", term.See.Select(see => see.Value))}]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public void A_glossary_may_be_empty(string text) => Assert.Equal("", Said(text));

    [Theory]
    [InlineData("A:\n  long: x\n", "2:3: error HG107 missing-key: a glossary entry needs `definition`\n  = what the term means, in plain text")]
    [InlineData("A:\n  definition: x\n  lnog: y\n", "3:3: error HG106 unknown-key: a glossary entry has no key `lnog`\n  = did you mean `long`?")]
    [InlineData("A:\n", "1:1: error HG107 missing-key: `A` has no definition\n  = write it behind the colon")]
    [InlineData("A: [b]\n", "1:4: error HG108 wrong-type: `A` must be a definition, or `key: value` lines")]
    [InlineData("A:\n  definition: x\n  forms: as\n", "3:10: error HG108 wrong-type: `forms` must be a list\n  = write `forms: [one, two]`, or one `- ` line each")]
    [InlineData("\"\": x\n", "1:1: error HG108 wrong-type: a term is empty\n  = write the term in front of the colon")]
    [InlineData("A: x\nA: y\n", "2:1: error HG105 duplicate-key: `A` stands already at line 1\n  = keep one of them")]
    [InlineData("- A\n", "1:1: error HG108 wrong-type: expected `key: value` lines")]
    public void What_is_no_entry_is_told_at_its_place(string text, string said) => Assert.Equal("content/glossary.yml:" + said, Said(text));

    [Theory]
    [InlineData("Trial: x\nStudy:\n  definition: y\n  forms: [trial]\n", "content/glossary.yml:4:11: error HG105 duplicate-key: `trial` is `Trial` of line 1 too")]
    [InlineData("A:\n  definition: x\n  forms: [aa]\nB:\n  definition: y\n  forms: [bb, aa]\n", "content/glossary.yml:6:15: error HG105 duplicate-key: `aa` is `A` of line 1 too")]
    [InlineData("Trial: x\ntrial: y\n", "content/glossary.yml:2:1: error HG105 duplicate-key: `trial` is `Trial` of line 1 too")]
    [InlineData("Study:\n  definition: y\n  forms: [Trial]\nTrial: x\n", "content/glossary.yml:3:11: error HG105 duplicate-key: `Trial` is `Trial` of line 4 too")]
    public void A_form_belongs_to_one_term(string text, string said) => Assert.Equal(said + "\n  = leave it to one of the two terms", Said(text));

    [Theory]
    [InlineData("HER2: x\nher2: y\n")]
    [InlineData("Trial:\n  definition: x\n  forms: [trial, Trial, trials]\n")]
    public void Terms_that_differ_by_their_capitals_are_two_and_a_form_may_repeat_its_own_term(string text) => Assert.Equal("", Said(text));

    [Fact]
    public void What_to_see_must_be_a_term() => Assert.Equal(
        """
        content/glossary.yml:3:9: error HG319 unknown-term: no term `HER3` in the glossary
          = did you mean `HER2`?
        content/glossary.yml:3:15: error HG319 unknown-term: no term `receptor` in the glossary
        """,
        Said("HER2:\n  definition: x\n  see: [HER3, receptor]\n"));

    [Fact]
    public void Any_text_gives_findings_and_never_an_exception() =>
        Gen.OneOf(Texts.Any, Texts.Of(Pieces), Texts.Damaged("A: b\nC:\n  definition: d\n  see: [A]\n", Pieces)).Sample(text => Said(text), iter: 3000);

    private static string Said(string text)
    {
        DiagnosticBag diagnostics = new();
        GlossaryReader.Read(new SourceText("content/glossary.yml", text), diagnostics);
        return Saying.Of(diagnostics);
    }
}
