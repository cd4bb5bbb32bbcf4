using System.Text.RegularExpressions;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.Tests.References.Csl;

namespace Her2Gen.Tests.References;

public sealed class ReferenceReaderTests
{
    private const string Sound = """
        [
          {"id": "slamon2001", "type": "article-journal", "title": "Use", "author": [{"family": "Östör", "given": "D J"}, {"literal": "A Group"}],
           "issued": {"date-parts": [[2001, 3, 15]]}, "volume": 344, "DOI": "10.1056/NEJM200103153441101", "PMID": "11248153", "URL": "https://example.org/"}
        ]
        """;

    private static readonly string[] Pieces =
        ["[", "]", "{", "}", ",", ":", "\"", "\"id\": \"a\"", "\"title\": \"T\"", "\"author\": [", "\"issued\": {\"date-parts\": [[", "\"DOI\": ", "\"PMID\": ", "\"10.1/x\"", "\"", "\\u", "\\ud83d", "\\", "1e999", "-0", "null", "true", "ä", "😀", "\n", "//", "\uFEFF", "\0"];

    [Fact]
    public void Everything_that_is_wrong_is_said_in_one_run_at_its_place() => Assert.Equal(
        """
        a.json:2:68: error HG305 identifier-malformed: `https://doi.org/10.1056/a` is not a DOI <"https://doi.org/10.1056/a">
        a.json:3:10: error HG303 duplicate-reference: `ä1` stands already at line 2 <"ä1">
        a.json:4:46: error HG305 identifier-malformed: `PMC7` is not a PMID <"PMC7">
        a.json:5:44: error HG303 duplicate-reference: `c` and `b` have the same DOI 10.1056/X <"10.1056/X">
        a.json:6:28: error HG406 unsafe-url-scheme: `javascript:x` is not an http or https address <"javascript:x">
        a.json:7:10: error HG304 reference-syntax: `e` needs a `title` <"e">
        a.json:8:3: error HG304 reference-syntax: a reference needs an `id` <{>
        a.json:9:3: error HG304 reference-syntax: expected a reference: `{ … }` <7>
        a.json:10:3: error HG304 reference-syntax: expected a reference: `{ … }` <[>
        a.json:11:41: error HG105 duplicate-key: `title` stands twice <"title">
        a.json:12:39: error HG303 duplicate-reference: `h` and `g` have the same PMID 7 <7>
        """,
        Said("""
        [
          {"id": "ä1", "author": [{"family": "Östör 😀"}], "_x": 0, "DOI": "https://doi.org/10.1056/a", "title": "T"},
          {"id": "ä1", "title": "T"},
          {"id": "b", "DOI": "10.1056/x", "PMID":    "PMC7", "title": "T"},
          {"id": "c", "title": "T 😀", "DOI":      "10.1056/X"},
          {"id": "d",     "URL":   "javascript:x", "title": "T"},
          {"id": "e"},
          {"title": "T"},
          7,
          [{"id": "f"}],
          {"id": "g", "PMID": 7,  "title": "T", "title": "U"},
          {"id": "h", "title": "T",   "PMID": 7}
        ]
        """));

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("[", "1:2")]
    [InlineData("[\n{\"id\": \"a\",}]", "2:12")]
    [InlineData("[{\"id\": \"äöü😀\" \"title\": 1}]", "1:17")]
    [InlineData("[\n{\"id\": \"ä\", \"title\": ä}]", "2:22")]
    [InlineData("[] []", "1:4")]
    [InlineData("[]\n// note", "2:1")]
    [InlineData("[{\"id\": \"a\", \"title\": \"T\"}", "1:27")]
    [InlineData("{\"id\": \"a\"}", "1:1")]
    [InlineData("[{\"id\": \"a\", \"title\": \"ä\\ud83d\"}]", "1:23")]
    [InlineData("[{\"id\": \"a\", \"ä\\ud83d\": 1}]", "1:14")]
    [InlineData("[{\"id\": \"a\", \"author\": [{\"family\": \"\\udc00\"}]}]", "1:36")]
    [InlineData("[\"\\ud83d\"]", "1:2")]
    public void A_library_that_is_not_JSON_is_a_syntax_error_at_its_place(string text, string place)
    {
        DiagnosticBag diagnostics = new();
        ReferenceReader.Read(new SourceText("a.json", text), diagnostics);
        Diagnostic found = Assert.Single(diagnostics.Sorted());
        Assert.Equal((Rules.ReferenceSyntax, "a.json:" + place), (found.Rule, found.Location.ToString()));
    }

    [Theory]
    [InlineData("author", "\"Slamon\"", "an author of `a` has no name")]
    [InlineData("author", "[{\"family\": \"Slamon\"}, \"Clark\"]", "an author of `a` has no name")]
    [InlineData("author", "[{\"given\": \"D J\"}]", "an author of `a` has no name")]
    [InlineData("issued", "null", "the date of `a` cannot be read")]
    [InlineData("issued", "{\"date-parts\": 2001}", "the date of `a` cannot be read")]
    [InlineData("issued", "{\"date-parts\": []}", "the date of `a` cannot be read")]
    [InlineData("issued", "{\"date-parts\": [[]]}", "the date of `a` cannot be read")]
    [InlineData("issued", "{\"date-parts\": [[2001.5]]}", "the date of `a` cannot be read")]
    public void What_would_be_lost_in_silence_is_said(string field, string value, string message) => Assert.StartsWith(
        $"a.json:1:38: error HG304 reference-syntax: {message}",
        Said($"[{{\"id\": \"a\", \"title\": \"T\", \"{field}\": {value}}}]"),
        StringComparison.Ordinal);

    [Fact]
    public void References_before_a_syntax_error_are_kept() => Assert.Equal(
        ["a", "b"],
        ReferenceReader.Read(new SourceText("a.json", """[{"id": "a", "title": "T"}, {"id": "b", "title": "T"}, {"id" "c"}]"""), new DiagnosticBag()).Keys);

    [Fact]
    public void Numbers_may_be_written_as_texts_and_texts_as_numbers()
    {
        Reference reference = Read("""{"id": 7, "title": "T", "volume": 344, "issue": "11", "page": 5, "PMID": 11248153, "issued": {"date-parts": [["2001", 3, "15"]]}}""");
        Assert.Equal(("7", "344", "11", "5", "11248153"), (reference.Key, reference.Item.Text("volume"), reference.Item.Text("issue"), reference.Item.Text("page"), reference.Pmid?.Value));
        Assert.Equal(new CslDatePoint(2001, 3, 15), reference.Item.Date("issued")?.Start);
    }

    [Theory]
    [InlineData("""{"date-parts": [[2001]]}""", 2001)]
    [InlineData("""{"date-parts": [[2001, "x", 3]]}""", 2001)]
    [InlineData("""{"raw": "2001"}""", 2001)]
    [InlineData("2001", 2001)]
    public void A_date_is_read_as_far_as_it_is_known(string issued, int year) =>
        Assert.Equal(year, Read($$"""{"id": "a", "title": "T", "issued": {{issued}}}""").Item.Date("issued")?.Start.Year);

    [Theory]
    [InlineData("\"type\": \"article-jurnal\"", "1:36: error HG304 reference-syntax: `article-jurnal` is no type of CSL")]
    [InlineData("\"titel\": \"T\"", "1:28: error HG106 unknown-key: `titel` is no variable of CSL")]
    [InlineData("\"PMCID\": \"7\"", "1:37: error HG305 identifier-malformed: `7` is not a PMCID")]
    [InlineData("\"ISSN\": \"0378-5955 0378-5956\"", "1:36: error HG305 identifier-malformed: `0378-5956` is not an ISSN")]
    [InlineData("\"ISBN\": \"0 8044 2957 X\"", "")]
    [InlineData("\"ISBN\": \"9783161484100, 978-3-16-148410-1\"", "1:36: error HG305 identifier-malformed: `978-3-16-148410-1` is not an ISBN")]
    [InlineData("\"editor\": [{}]", "1:38: error HG304 reference-syntax: an editor of `a` has no name")]
    [InlineData("\"volume\": [7]", "1:38: error HG304 reference-syntax: `volume` of `a` is no text")]
    [InlineData("\"accessed\": {}", "1:40: error HG304 reference-syntax: the date `accessed` of `a` cannot be read")]
    public void A_library_keeps_to_the_schema(string member, string said) =>
        Assert.Equal(said, Regex.Replace(Said($"[{{\"id\": \"a\", \"title\": \"T\", {member}}}]"), " <.*>$", "").Replace("a.json:", "", StringComparison.Ordinal));

    [Fact]
    public void A_sound_library_is_read_in_silence()
    {
        Reference reference = Read(Sound.Trim()[1..^1]);
        Assert.Equal(
            ("slamon2001", "article-journal", "Use", "10.1056/NEJM200103153441101", "11248153", "https://example.org/"),
            (reference.Key, reference.Item.Type, reference.Title, reference.Doi?.Value, reference.Pmid?.Value, reference.Url));
        Assert.Equal([new CslName("", "Östör", "D J", "", "", ""), new CslName("A Group", "", "", "", "", "")], reference.Authors);
    }

    [Fact]
    public void Keys_are_told_apart_by_case_and_kept_in_the_order_of_the_file() => Assert.Equal(
        ["b", "B", "a"],
        ReferenceReader.Read(new SourceText("a.json", """[{"id": "b", "title": "T"}, {"id": "B", "title": "T"}, {"id": "a", "title": "T"}]"""), new DiagnosticBag()).Keys);

    private static readonly CslStyle Style = CslResources.Style("nlm-citation-sequence");
    private static readonly CslLocale Words = Style.Localized(CslResources.Locale, "en-US");

    [Fact]
    public void Any_text_gives_findings_and_never_an_exception() =>
        Gen.OneOf(Texts.Any, Texts.Of(Pieces), Texts.Of(Pieces).Select(text => "[{\"id\": \"a\", " + text), Texts.Damaged(Sound, Pieces)).Sample(text =>
        {
            DiagnosticBag diagnostics = new();
            foreach (Reference reference in ReferenceReader.Read(new SourceText("a.json", text), diagnostics).Values)
            {
                new CslProcessor(Style, Words, [reference.Item], []).Entry(reference.Key, new HashSet<string>());
                InTextNames.Of(reference, CslLocale.Empty);
            }

            Assert.All(diagnostics.Sorted(), found => Assert.InRange(found.Location.Line, 1, text.Split('\n').Length));
        }, iter: 5000);

    private static Reference Read(string item)
    {
        DiagnosticBag diagnostics = new();
        Reference reference = Assert.Single(ReferenceReader.Read(new SourceText("a.json", $"[{item}]"), diagnostics).Values);
        Assert.Empty(diagnostics.Sorted());
        return reference;
    }

    private static string Said(string text) => Saying.Of(new SourceText("a.json", text), (source, diagnostics) => ReferenceReader.Read(source, diagnostics));
}
