using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.BibTex;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References;

/// <summary>A BibTeX file of 500 entries, each put together of features whose CSL-JSON is known, read and compared whole; and back again through the writers.</summary>
public sealed class BibTexRoundTripTests
{
    private const int Entries = 500;

    // TeX, and what CSL-JSON has for it.
    private static readonly (string TeX, string Csl)[] Words =
    [
        ("therapy", "therapy"), ("{HER2}", "<span class=\"nocase\">HER2</span>"), ("{\\'e}tude", "étude"), ("na\\\"{\\i}ve", "naïve"), ("\\emph{in vivo}", "<i>in vivo</i>"), ("\\textbf{bold}", "<b>bold</b>"),
        ("cells$^{+}$", "cells<sup>+</sup>"), ("H$_2$O", "H<sub>2</sub>O"), ("x\\textsuperscript{2}", "x<sup>2</sup>"), ("$\\beta$-catenin", "β-catenin"), ("50\\% of", "50% of"), ("A \\& B", "A & B"),
        ("pages 1--2", "pages 1–2"), ("dash---dash", "dash—dash"), ("``quoted''", "“quoted”"), ("stra{\\ss}e", "straße"), ("\\o{}re", "øre"), ("{{\\L}\\'od\\'z}", "<span class=\"nocase\">Łódź</span>"), ("\\v{c}aj", "čaj"), ("a~b", "a\u00A0b"),
        ("\\textsc{caps}", "<sc>caps</sc>"), ("{\\em all}", "<i>all</i>"), ("$p \\leq 0.05$", "p ≤ 0.05"), ("37\\textdegree C", "37°C"), ("日本", "日本"), ("\\#1\\_a", "#1_a"), ("{p53}", "<span class=\"nocase\">p53</span>"),
    ];

    private static readonly (string TeX, CslName Name)[] Names =
    [
        ("Doe, Jane A.", Person("Doe", "Jane A.")), ("Jane Roe", Person("Roe", "Jane")), ("M{\\\"u}ller, J\\\"org", Person("Müller", "Jörg")), ("{A Group and Others}", new CslName("A Group and Others", "", "", "", "", "")),
        ("Ludwig van Beethoven", new CslName("", "Beethoven", "Ludwig", "", "van", "")), ("van den Berg, Anna", new CslName("", "Berg", "Anna", "", "van den", "")), ("King, Jr, Martin", new CslName("", "King", "Martin", "", "", "Jr")),
        ("Brinch Hansen, Per", Person("Brinch Hansen", "Per")), ("{\\'E}tienne \\c{S}ule", Person("Şule", "Étienne")), ("Plato", Person("Plato", "")), ("{de la Cruz}, Juan", Person("de la Cruz", "Juan") with { IsWhole = true }), ("O'Neil, Na{\\\"\\i}f", Person("O'Neil", "Naïf")),
    ];

    private static readonly (string TeX, CslDate Date)[] Dates =
    [
        ("year = 2001", Day(2001)), ("year = {2001}, month = mar", Day(2001, 3)), ("year = \"2001\", month = {12}, day = 24", Day(2001, 12, 24)), ("date = {2001-03-15}", Day(2001, 3, 15)),
        ("date = {2001-03/2002}", new CslDate(new CslDatePoint(2001, 3, 0), new CslDatePoint(2002, 0, 0))), ("date = {1640~}", Day(1640) with { Circa = true }), ("month = mar # \"~15\", year = 2001", Day(2001, 3, 15)),
        ("date = {2001-22}", Day(2001, 14)), ("year = {in press}", new CslDate(default, null) { Literal = "in press" }),
    ];

    private static readonly (string Type, string Fields, string Csl, (string, string)[] Variables)[] Kinds =
    [
        ("article", "journal = nejm, volume = 344, number = 11, pages = {783--792}", "article-journal", [("container-title", "N Engl J Med"), ("volume", "344"), ("issue", "11"), ("page", "783-792")]),
        ("ARTICLE", "journaltitle = \"The \" # nejm, eid = {e12}", "article-journal", [("container-title", "The N Engl J Med"), ("page", "e12")]),
        ("book", "publisher = {House {\\&} Sons}, address = {Town}, edition = {Second}", "book", [("publisher", "House & Sons"), ("publisher-place", "Town"), ("edition", "2")]),
        ("phdthesis", "school = {University}", "thesis", [("publisher", "University"), ("genre", "PhD thesis")]),
        ("incollection", "crossref = {whole}, pages = {1--9}", "chapter", [("container-title", "the whole"), ("page", "1-9"), ("publisher", "House")]),
        ("inproceedings", "booktitle = {the proceedings}, series = {Notes}, number = 7", "paper-conference", [("container-title", "the proceedings"), ("collection-title", "Notes"), ("collection-number", "7")]),
        ("techreport", "institution = {Institute}, number = {TR-1}, type = {report}", "report", [("publisher", "Institute"), ("number", "TR-1"), ("genre", "report")]),
        ("online", "xdata = {shared}", "webpage", [("URL", "https://example.org/a_b"), ("publisher", "Site")]),
        ("misc", "note = {A \\textbf{note}}", "document", [("note", "A <b>note</b>")]),
    ];

    private const string Head = """
        Comments stand between entries: someone@example.org
        @string{nejm = "N Engl J Med"}
        @comment{@article{never, title = {Never}}}
        @preamble{"\newcommand{\x}{y}"}

        """;

    private const string Tail = """
        @xdata{shared, url = {https://example.org/a_b}, organization = {Site}}
        @collection{whole, booktitle = {Unused}, title = {the whole}, publisher = {House}}

        """;

    private static CslName Person(string family, string given) => new("", family, given, "", "", "");

    private static CslDate Day(int year, int month = 0, int day = 0) => new(new CslDatePoint(year, month, day), null);

    private static readonly Gen<(string TeX, CslItem Item)> Entry = Gen.Select(
        Gen.Int[0, Words.Length - 1].Array[1, 6], Gen.Int[0, Names.Length - 1].Array[1, 4], Gen.Int[0, Dates.Length - 1], Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 3]).Select((words, names, date, kind, form) =>
        {
            (string type, string fields, string csl, (string, string)[] variables) = Kinds[kind];
            string title = "the " + string.Join(' ', words.Select(i => Words[i].TeX));
            CslItem item = new CslItem("KEY", csl).With("title", "the " + string.Join(' ', words.Select(i => Words[i].Csl))).With("author", [.. names.Select(i => Names[i].Name)]).With("issued", Dates[date].Date);
            foreach ((string variable, string text) in variables) item.With(variable, text);
            string quoted = form switch { 0 => $"\"{title.Replace("\\\"", "{\\\"}", StringComparison.Ordinal)}\"", 1 => $"\"the \" # {{{title[4..]}}}", _ => $"{{{title}}}" };
            if (form == 0 && title.Contains("\\\"", StringComparison.Ordinal)) quoted = $"{{{title}}}";
            string authors = string.Join(form == 2 ? "\n    and " : " and ", names.Select(i => Names[i].TeX));
            string body = $"{(form == 3 ? "AUTHOR" : "author")} = {{{authors}}},\n  title={quoted}, {Dates[date].TeX},\n  {fields}";
            return (form == 1 ? $"@{type}(KEY,\n  {body},\n)\n" : $"@{type}{{KEY,\n  {body}\n}}\n", item);
        });

    private static IReadOnlyDictionary<string, Reference> Read(string file, string text)
    {
        DiagnosticBag diagnostics = new();
        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(new SourceText(file, text), diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        return library;
    }

    [Fact]
    public void A_file_of_500_entries_becomes_the_CSL_JSON_that_it_was_made_to_be() => Entry.Array[Entries].Sample(entries =>
    {
        string text = Head + string.Concat(entries.Select((entry, i) => entry.TeX.Replace("KEY", $"k{i}", StringComparison.Ordinal))) + Tail;
        Reference[] expected = [.. entries.Select((entry, i) => new Reference(entry.Item.As($"k{i}"), default))];
        Reference[] read = [.. Read("a.bib", text).Values.Where(reference => !reference.IsParent)];
        Assert.Equal(CslJsonWriter.Write(expected), CslJsonWriter.Write(read));

        // Through each format and back: what that format has a field for is the same.
        Assert.Equal(CslJsonWriter.Write(expected), CslJsonWriter.Write(Read("a.json", CslJsonWriter.Write(read)).Values));
        Reference[] again = [.. Read("a.bib", string.Concat(read.Select(BibTexWriter.Write))).Values];
        Assert.Equal(Kept(expected), Kept(again));
    }, iter: 4);

    // BibTeX has no field for where an address was seen or what a type of CSL is called; a note is the author's own.
    private static string Kept(IEnumerable<Reference> references) => CslJsonWriter.Write(references.Select(reference => new Reference(reference.Item.Without("note"), default)));
}
