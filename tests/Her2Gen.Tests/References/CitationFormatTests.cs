using System.Text;
using CsCheck;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.BibTex;
using Her2Gen.References.Csl;
using Her2Gen.References.Tagged;

namespace Her2Gen.Tests.References;

/// <summary>Each format read back gives the record that was written.</summary>
public sealed class CitationFormatTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "\\", "\\textbackslash", "$", "%", "&", "#", "_", "~", "^", "\"", "'", "''", "``", "--", "---", "?`", ",", " and ", "@", "=", "<", ">", "|", "</script>", "<!--", "\n", "\r\n", "\t", "\nER  - ",
        "TI  - ", "HER2", "ß", "Ł", "ａ", "日本", "Ω", "ι̂", "😀", "[", "]", ".", "-", "–", " ", "\u0001", "\u2028", "\u00A0", "x", "A", "1",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 8].Select(pieces => "A" + string.Concat(pieces) + "z");

    private static Reference Work(string title, params CslName[] authors) => new(
        new CslItem("key2025", "webpage").With("title", title).With("author", authors).With("issued", new CslDate(new CslDatePoint(2025, 1, 3), null)).With("publisher", title)
            .With("DOI", "10.1000/a_b(c)<d>").With("URL", "https://example.org/a_b/%7Ex#y").With("language", "en-US"),
        Location.Of("a.md"));

    private static CslName Person(string family, string given) => new("", family, given, "", "", "");

    private static CslName Group(string name) => new(name, "", "", "", "", "");

    // What any of the three formats can hold: one line of text.
    private static string Record(Reference work) => Wording.OneLine(CslJsonWriter.Item(work.Item).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\r", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).Replace("\\u2028", " ", StringComparison.Ordinal).Replace("\\u00A0", " ", StringComparison.Ordinal).Replace("\\u0001", "", StringComparison.Ordinal));

    [Fact]
    public void The_library_of_the_repository_comes_back_from_each_format_as_it_is()
    {
        const string File = "content/references.json";
        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(new SourceText(File, System.IO.File.ReadAllText(Repository.Path(File))), new DiagnosticBag());
        Assert.True(library.Count > 50);
        Assert.All(CitationFormat.All, format => Assert.Equal(
            library.Values.Select(work => CslJsonWriter.Item(work.Item)),
            ReferenceReader.Read(new SourceText("references" + format.Extension, format.Write(library.Values)), new DiagnosticBag()).Values.Select(work => CslJsonWriter.Item(work.Item))));
    }

    private static string Read(string file, string text)
    {
        DiagnosticBag diagnostics = new();
        IReadOnlyDictionary<string, Reference> read = ReferenceReader.Read(new SourceText(file, text), diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        return Record(Assert.Single(read.Values));
    }

    private static void ReadsBack(Reference work)
    {
        foreach (CitationFormat format in CitationFormat.All) Assert.Equal(Record(work), Read("a" + format.Extension, format.Write([work])));
    }

    [Theory]
    [InlineData("A plain title")]
    [InlineData("“Quotes”, \"straight\" and 'single' ones, ''twice'' and ``backwards``")]
    [InlineData("Braces {open} and }unbalanced{ ones")]
    [InlineData("TeX: 50% of $5 & #1_2 ~ a^b \\LaTeX{} -- and --- dashes?`")]
    [InlineData("</script><script>alert(1)</script> <!-- ]]>")]
    [InlineData("Two\nlines\r\nand\ttabs, \nER  - \nTY  - JOUR")]
    [InlineData("Ζωή, жизнь, 生命, حياة, ß, Ł, 😀")]
    [InlineData("@article{key, title = {x}}")]
    public void Any_title_reads_back(string title) =>
        ReadsBack(Work(title, Person("Müller", "Ann B"), Group("The A and B Group"), Person("O'Neil", "C.")));

    [Fact]
    public void Any_words_read_back() => Gen.Select(Words, Words, Words).Sample((title, family, group) =>
        ReadsBack(Work(title, Person(family.Replace(",", "", StringComparison.Ordinal), "Ann"), Group(group.Replace(",", "", StringComparison.Ordinal)))), iter: 2000);

    [Fact]
    public void A_record_is_written_so()
    {
        Reference work = Work("A title: HER2 & {more}", Person("Doe", "Jane"), Group("A Group"));
        Assert.Equal(
            """
            @online{key2025,
              author = {Doe, Jane and {A Group}},
              title = {{A title: HER2 \& \textbraceleft{}more\textbraceright{}}},
              organization = {A title: HER2 \& \textbraceleft{}more\textbraceright{}},
              year = {2025},
              month = jan,
              day = {3},
              language = {en-US},
              doi = {10.1000/a_b(c)<d>},
              url = {https://example.org/a_b/%7Ex#y}
            }

            """,
            BibTexWriter.Write(work));
        Assert.Equal(
            """
            TY  - ELEC
            ID  - key2025
            AU  - Doe, Jane
            AU  - A Group
            TI  - A title: HER2 & {more}
            PB  - A title: HER2 & {more}
            PY  - 2025
            DA  - 2025/01/03/
            LA  - en-US
            DO  - 10.1000/a_b(c)<d>
            UR  - https://example.org/a_b/%7Ex#y
            ER  - 
            """ + "\n",
            RisWriter.Write(work));
        Assert.Equal(
            """
            [
              {
                "id": "key2025",
                "type": "webpage",
                "title": "A title: HER2 & {more}",
                "author": [{"family": "Doe", "given": "Jane"}, {"literal": "A Group"}],
                "issued": {"date-parts": [[2025, 1, 3]]},
                "publisher": "A title: HER2 & {more}",
                "language": "en-US",
                "DOI": "10.1000/a_b(c)<d>",
                "URL": "https://example.org/a_b/%7Ex#y"
              }
            ]

            """,
            CslJsonWriter.Write([work]));
    }

    [Theory]
    [InlineData("article-journal", "@article{", "journal = {J}", "TY  - JOUR")]
    [InlineData("chapter", "@incollection{", "booktitle = {{J}}", "TY  - CHAP")]
    [InlineData("book", "@book{", "publisher = {P}", "TY  - BOOK")]
    [InlineData("report", "@techreport{", "institution = {P}", "TY  - RPRT")]
    [InlineData("thesis", "@phdthesis{", "school = {P}", "TY  - THES")]
    [InlineData("webpage", "@online{", "organization = {P}", "TY  - ELEC")]
    [InlineData("song", "@misc{", "booktitle = {{J}}", "TY  - SOUND")]
    public void A_work_has_the_type_and_the_fields_of_its_kind(string type, string entry, string field, string ris)
    {
        CslItem item = new CslItem("k", type).With("title", "T").With("container-title", "J").With("author", [new CslName("", "Berg", "Anna", "", "van den", "Jr")])
            .With("issued", new CslDate(new CslDatePoint(2001, 0, 0), null)).With("volume", "344").With("issue", "11").With("page", "783-792").With("publisher", "P");
        Reference work = new(item, Location.Of("a.md"));
        Assert.StartsWith(entry, BibTexWriter.Write(work), StringComparison.Ordinal);
        Assert.Contains(field, BibTexWriter.Write(work), StringComparison.Ordinal);
        Assert.Contains("author = {van den Berg, Jr, Anna},", BibTexWriter.Write(work), StringComparison.Ordinal);
        Assert.Contains("pages = {783--792}", BibTexWriter.Write(work), StringComparison.Ordinal);
        Assert.StartsWith(ris + "\nID  - k\nAU  - van den Berg, Anna, Jr\n", RisWriter.Write(work), StringComparison.Ordinal);
        Assert.Contains("PY  - 2001\nDA  - 2001///\nVL  - 344\nIS  - 11\nSP  - 783\nEP  - 792\n", RisWriter.Write(work), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_not_written()
    {
        Reference work = new(new CslItem("k", "webpage").With("title", "T"), Location.Of("a.md"));
        Assert.Equal("@online{k,\n  title = {{T}}\n}\n", BibTexWriter.Write(work));
        Assert.Equal("TY  - ELEC\nID  - k\nTI  - T\nER  - \n", RisWriter.Write(work));
        Assert.Equal("[\n  {\n    \"id\": \"k\",\n    \"type\": \"webpage\",\n    \"title\": \"T\"\n  }\n]\n", CslJsonWriter.Write([work]));
        Assert.All(CitationFormat.All, format => Assert.NotEmpty(Encoding.UTF8.GetBytes(format.Write([work]))));
    }
}
