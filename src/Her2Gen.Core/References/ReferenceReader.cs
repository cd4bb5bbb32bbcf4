using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.BibTex;
using Her2Gen.References.Tagged;

namespace Her2Gen.References;

/// <summary>Reads libraries of references: CSL-JSON, BibTeX and BibLaTeX, RIS, and what PubMed exports. All become the same records.</summary>
public static class ReferenceReader
{
    /// <summary>The files that a site may keep its references in, one or several, in the order of reading.</summary>
    public static readonly IReadOnlyList<FilePath> FileNames = [.. new[] { ".json", ".bib", ".ris", ".nbib" }.Select(ending => FilePath.Parse("references" + ending))];

    /// <summary>The references of a site by key, in the order of its files.</summary>
    /// <param name="folder">What the files' paths start with, as the author knows them.</param>
    public static IReadOnlyDictionary<string, Reference> Read(FileTree content, string folder, DiagnosticBag diagnostics)
    {
        Library library = new(diagnostics);
        foreach (FilePath path in FileNames)
            if (content.TryGet(path, out ReadOnlyMemory<byte> bytes)) Read(SourceText.Decode(folder + path, bytes, diagnostics), library);
        return library.References;
    }

    /// <summary>The references of one file by key, in its order. The ending of its name says what it is; what cannot be read is reported and left out.</summary>
    public static IReadOnlyDictionary<string, Reference> Read(SourceText source, DiagnosticBag diagnostics)
    {
        Library library = new(diagnostics);
        Read(source, library);
        return library.References;
    }

    private static void Read(SourceText source, Library library)
    {
        if (source.File.EndsWith(".bib", StringComparison.Ordinal)) BibTexReader.Read(source, library);
        else if (source.File.EndsWith(".ris", StringComparison.Ordinal)) RisReader.Read(source, library);
        else if (source.File.EndsWith(".nbib", StringComparison.Ordinal)) MedlineReader.Read(source, library);
        else CslJsonReader.Read(source, library);
    }
}
