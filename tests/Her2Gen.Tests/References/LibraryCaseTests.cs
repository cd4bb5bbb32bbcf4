using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;

namespace Her2Gen.Tests.References;

/// <summary>Libraries in BibTeX, RIS and MEDLINE's format become the CSL-JSON that stands beside them, under <c>tests/cases</c>; the README there says of whom each expectation is known.</summary>
public sealed class LibraryCaseTests
{
    private static readonly string[] Endings = ["bib", "ris", "nbib"];

    public static TheoryData<string> Files =>
        [.. Endings.SelectMany(ending => Directory.EnumerateFiles(Cases.Folder(Folder(ending)), "*." + ending)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder(string ending) => ending == "bib" ? "bibtex" : ending;

    [Theory]
    [MemberData(nameof(Files))]
    public void A_library_becomes_this(string name)
    {
        string file = Path.Combine(Cases.Folder(Folder(Path.GetExtension(name)[1..])), name);
        DiagnosticBag diagnostics = new();
        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(new SourceText(name, File.ReadAllText(file)), diagnostics);
        Cases.Compare(Path.ChangeExtension(file, ".json"), CslJsonWriter.Write(library.Values));
        string said = Saying.Of(diagnostics);
        if (said.Length > 0 || File.Exists(Path.ChangeExtension(file, ".txt"))) Cases.Compare(Path.ChangeExtension(file, ".txt"), said + "\n");
        ReadsBack(library);
    }

    // What was read is written as CSL-JSON, read again, and is the same: the records of all formats are one.
    private static void ReadsBack(IReadOnlyDictionary<string, Reference> library)
    {
        string written = CslJsonWriter.Write(library.Values);
        Assert.Equal(written, CslJsonWriter.Write(ReferenceReader.Read(new SourceText("a.json", written), new DiagnosticBag()).Values));
    }
}
