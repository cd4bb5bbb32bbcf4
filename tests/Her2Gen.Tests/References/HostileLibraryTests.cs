using System.Diagnostics;
using System.Text;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.Tests.References.Csl;

namespace Her2Gen.Tests.References;

/// <summary>Libraries that mean harm, or that a slip has broken, get findings: quickly, and without an exception.</summary>
public sealed class HostileLibraryTests
{
    private static readonly string[] Pieces =
    [
        "@", "@article{", "@string{", "@comment{", "@xdata{k,", "k", ",", "=", "{", "}", "(", ")", "\"", "#", "\\", "\\'", "\\emph{", "\\frac", "$", "^", "_", "~", "--", " and ", ",,", "title", "author = {", "date = {2001-03", "crossref = {k}", "xdata = {k}",
        "\n", "\n@", "\nTY  - JOUR\n", "\nER  - \n", "\nAU  - a, b\n", "\nPMID- 1\n", "\nTI  - t\n", "      ", "%", "é", "😀", "\ud83d", "\0", "\u0301", "nejm", "1", "mar", "ID  - k", "others", "family=", "\\textgreek", "\\c",
    ];

    private const string Sound = "@string{nejm = {N}}\n@article{k, title = {A {B} $x^2$ \\'e}, author = {A, B and {C} and others}, journal = nejm # { x}, date = {2001-03/2002}, pages = {1--2}, crossref = {w}}\n@book{w, title = {T}}\nTY  - JOUR\nID  - a\nTI  - T\nER  - \nPMID- 1\nTI  - T\n";

    private static readonly CslStyle Style = CslResources.Style("nlm-citation-sequence");
    private static readonly CslLocale Words = Style.Localized(CslResources.Locale, "en-US");

    [Fact]
    public void Any_text_gives_findings_at_places_that_there_are() =>
        Gen.Select(Gen.OneOf(Gen.Const("a.bib"), Gen.Const("a.ris"), Gen.Const("a.nbib")), Gen.OneOf(Texts.Any, Texts.Of(Pieces), Texts.Damaged(Sound, Pieces))).Sample((file, any) =>
        {
            // Half a surrogate pair cannot come out of a file.
            string text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(any));
            DiagnosticBag diagnostics = new();
            IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(new SourceText(file, text), diagnostics);
            foreach (Reference reference in library.Values) new CslProcessor(Style, Words, [reference.Item], []).Entry(reference.Key, new HashSet<string>());
            string[] lines = text.Split('\n');
            Assert.All(diagnostics.Sorted(), found => Assert.InRange(found.Location.Column, 1, lines[found.Location.Line - 1].Length + 1));
            foreach (CitationFormat format in CitationFormat.All) format.Write(library.Values);
        }, iter: 20000);

    public static TheoryData<string, string> Floods => new()
    {
        { "a.bib", "@article{k, title = {" + new string('{', 1_000_000) },
        { "a.bib", "@article{k, title = {" + new string('{', 500_000) + new string('}', 500_000) + "}}" },
        { "a.bib", "@article{k, title = {" + new string('x', 10_000_000) + "}}" },
        { "a.bib", "@article{k, title = " + string.Concat(Enumerable.Repeat("{x} # ", 200_000)) + "{y}}" },
        { "a.bib", string.Concat(Enumerable.Repeat("@article{", 500_000)) },
        { "a.bib", string.Concat(Enumerable.Repeat("@article{k\n", 200_000)) },
        { "a.bib", string.Concat(Enumerable.Repeat("@comment{\n", 200_000)) },
        { "a.bib", string.Concat(Enumerable.Repeat("@article{k, title = \"\n", 100_000)) },
        { "a.bib", "@string{s0 = {xxxxxxxxxx}}" + string.Concat(Enumerable.Range(1, 60).Select(i => $"@string{{s{i} = s{i - 1} # s{i - 1}}}\n")) + "@article{k, title = s60}" },
        { "a.bib", "@string{s = {" + new string('x', 1_000_000) + "}}" + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"@article{{k{i}, title = s}}\n")) },
        { "a.bib", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"@article{{k{i}, title = {{T}}, crossref = {{k{(i + 1) % 20_000}}}}}\n")) },
        { "a.bib", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"@xdata{{k{i}, xdata = {{{string.Join(',', Enumerable.Range(0, 100).Select(n => $"k{(i * 7 + n) % 2_000}"))}}}}}\n")) + "@article{a, title = {T}, xdata = {k1}}" },
        { "a.bib", "@article{k, author = {" + string.Concat(Enumerable.Repeat("a and ", 200_000)) + "b}, title = {T}}" },
        { "a.bib", "@article{k, title = {" + string.Concat(Enumerable.Repeat("\\emph", 200_000)) + "}}" },
        { "a.bib", "@article{k, title = {" + string.Concat(Enumerable.Repeat("\\emph{$x_{", 100_000)) + "}}" },
        { "a.bib", "@article{k, title = {T}, author = {" + new string('{', 100_000) + " and " + new string('}', 100_000) + "}}" },
        { "a.ris", "TY  - JOUR\nID  - k\nTI  - " + new string('x', 10_000_000) + "\nER  - " },
        { "a.ris", "TY  - JOUR\nID  - k\nTI  - x" + string.Concat(Enumerable.Repeat("\ny", 1_000_000)) + "\nER  - " },
        { "a.ris", string.Concat(Enumerable.Repeat("TY  - JOUR\n", 100_000)) },
        { "a.ris", string.Concat(Enumerable.Repeat("stray\n", 200_000)) },
        { "a.ris", "TY  - JOUR\nID  - k\nTI  - T\n" + string.Concat(Enumerable.Repeat("AU  - A, B\n", 200_000)) + "ER  - " },
        { "a.nbib", string.Concat(Enumerable.Range(1, 100_000).Select(i => $"PMID- {i}\nTI  - T\n")) },
        { "a.nbib", "PMID- 1\nTI  - T\n" + string.Concat(Enumerable.Repeat("      more\n", 1_000_000)) },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_read_in_a_breath(string file, string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        DiagnosticBag diagnostics = new();
        foreach (Reference reference in ReferenceReader.Read(new SourceText(file, text), diagnostics).Values.Take(3)) Assert.NotNull(reference.Title);
        // Ten times what it takes here; a square of the length would take hours.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_once()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("@article{a, title = {Caf"), 0xE9, .. Encoding.UTF8.GetBytes("}}\n@article{b, title = {T}}")];
        DiagnosticBag diagnostics = new();
        Assert.Equal(["a", "b"], ReferenceReader.Read(SourceText.Decode("a.bib", bytes, diagnostics), diagnostics).Keys);
        Assert.Equal("a.bib:1:25: error HG102 text-encoding: byte 24 is not UTF-8\n  = save the file as UTF-8", Saying.Of(diagnostics));
    }
}
