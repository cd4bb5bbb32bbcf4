using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Yaml;

namespace Her2Gen.Tests.Yaml;

public sealed class YamlReaderTests
{
    private const string Sound = "title: One\nlist:\n  - a\n  - {b: c}\n# note\nmap:\n  key: \"quoted\"\n  text: |\n    block\n";

    private static readonly string[] Pieces =
        ["a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ",", "&x ", "*x", "!t ", "!!str ", "\"", "'", "|", ">", "#", "---\n", "...\n", "? ", "%YAML 1.2\n", "%TAG ! x\n", "\t", "<<: ", "@", "`", "\\", "ä", "😀", "\uFEFF", "\u0085", "\u2028", "\0"];

    [Fact]
    public void One_run_reports_every_duplicate_key_anchor_alias_and_tag() => Assert.Equal(
        """
        a.yml:2:1: error HG105 duplicate-key: `title` stands already at line 1 <title>
        a.yml:3:7: error HG104 yaml-feature: anchor `&base` is refused <&base >
        a.yml:4:7: error HG104 yaml-feature: alias `*base` is refused <*base>
        a.yml:5:6: error HG104 yaml-feature: tag `tag:yaml.org,2002:int` is refused <!!int 3>
        a.yml:6:6: error HG104 yaml-feature: tag `!ours` is refused <!ours >
        a.yml:9:3: error HG105 duplicate-key: `deep` stands already at line 8 <deep>
        """,
        Said("title: One\ntitle: Two\nbase: &base {a: 1}\ncopy: *base\nnum: !!int 3\nlis: !ours [x]\nmap:\n  deep: 1\n  deep: 2\n"));

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", "1:6")]
    [InlineData("a: b: c\n", "1:5")]
    [InlineData("ä: \"never closed\n", "1:4")]
    [InlineData("a: 1\nb: @x\n", "2:4")]
    [InlineData("a: 1\n  b: 2\n", "2:4")]
    [InlineData("a: 1\n---\nb: 2\n", "2:1")]
    [InlineData("a: 1\n...\nb: 2\n", "3:1")]
    [InlineData("a: 1\n...\n@\n", "3:1")]
    public void What_is_not_YAML_is_a_syntax_error_at_its_place(string text, string place)
    {
        DiagnosticBag diagnostics = new();
        Read(text, diagnostics);
        Diagnostic found = Assert.Single(diagnostics.Sorted());
        Assert.Equal((Rules.YamlSyntax, "a.yml:" + place), (found.Rule, found.Location.ToString()));
    }

    [Fact]
    public void Duplicates_before_a_syntax_error_are_told_too() => Assert.Equal(
        "a.yml:2:1: error HG105 duplicate-key: `a` stands already at line 1 <a>\na.yml:3:4: error HG103 yaml-syntax: while scanning for the next token, found character that cannot start any token <@>",
        Said("a: 1\na: 2\nb: @x\n"));

    [Theory]
    [InlineData("[", 33)]
    [InlineData("- ", 33)]
    [InlineData("{a: ", 33)]
    [InlineData("[", 100_000)]
    [InlineData("{", 20_000)]
    public void A_bomb_of_nested_lists_is_refused(string level, int times)
    {
        DiagnosticBag diagnostics = new();
        Assert.Null(Read("a: 1\nb:\n " + string.Concat(Enumerable.Repeat(level, times)), diagnostics));
        Diagnostic found = Assert.Single(diagnostics.Sorted());
        Assert.Equal((Rules.YamlSyntax, "nested deeper than 32 levels", 3), (found.Rule, found.Message, found.Location.Line));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("# only a note\n", "")]
    [InlineData("- a\n", "a.yml:1:1: error HG108 wrong-type: expected `key: value` lines <>")]
    [InlineData("text\n", "a.yml:1:1: error HG108 wrong-type: expected `key: value` lines <text>")]
    [InlineData("[a]: b\n", "a.yml:1:1: error HG108 wrong-type: a key must be a plain word <>")]
    [InlineData("? {a: b}\n: c\n", "a.yml:1:3: error HG108 wrong-type: a key must be a plain word <>")]
    [InlineData("a: 1\n...\n", "")]
    [InlineData("---\na: 1\n", "")]
    public void What_is_read_is_a_mapping(string text, string said) => Assert.Equal(said, Said(text));

    [Fact]
    public void A_value_knows_its_place_in_the_whole_file()
    {
        SourceText source = new("a.md", "---\nä: one\nlist: [😀, 'two', three]\n---\n# Body\n");
        DiagnosticBag diagnostics = new();
        YamlMap? map = YamlReader.Read(source, 4, source.Text.IndexOf("---\n#", StringComparison.Ordinal) - 4, diagnostics);
        Assert.NotNull(map);
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(["a.md:2:1", "a.md:3:1"], map.Entries.Select(entry => entry.KeyLocation.ToString()));
        Assert.Equal(
            ["😀 a.md:3:8-10", "two a.md:3:12-17", "three a.md:3:19-24"],
            map.Texts("list").Select(text => $"{text.Value} {text.Location}-{text.Location.EndColumn}"));
    }

    [Fact]
    public void Any_text_gives_findings_and_never_an_exception() =>
        Gen.OneOf(Texts.Any, Texts.Of(Pieces), Texts.Damaged(Sound, Pieces)).Sample(text =>
        {
            DiagnosticBag diagnostics = new();
            YamlMap? map = Read(text, diagnostics);
            Assert.True(map is not null || diagnostics.Errors > 0);
            Assert.All(diagnostics.Sorted(), found => Assert.InRange(found.Location.Line, 1, text.Split('\n').Length));
        }, iter: 5000);

    private static YamlMap? Read(string text, DiagnosticBag diagnostics) => YamlReader.Read(new SourceText("a.yml", text), 0, text.Length, diagnostics);

    private static string Said(string text) => Saying.Of(new SourceText("a.yml", text), (source, diagnostics) => YamlReader.Read(source, 0, source.Text.Length, diagnostics));
}
