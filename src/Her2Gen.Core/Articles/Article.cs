using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.Terms;

namespace Her2Gen.Articles;

/// <summary>One Markdown file: its front matter, and its body as written.</summary>
/// <remarks>The body is parsed when it is drawn: the trees of a thousand pages, kept together, would take ten times the memory of the site.</remarks>
/// <param name="Path">Below <c>content/</c>.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="BodyStart">Where the body starts in its text.</param>
public sealed record Manuscript(FilePath Path, FrontMatter Front, ReadOnlyMemory<byte> Bytes, int BodyStart)
{
    /// <summary>As an author knows it.</summary>
    public string File => ArticleReader.Content + Path;

    /// <summary>Its text: decoded when it is needed, for that is twice the size of the bytes. What is wrong with those was told when the file was read.</summary>
    public SourceText Decode() => SourceText.Decode(File, Bytes, new DiagnosticBag());
}

/// <summary>The article as written, with all that is published beside it.</summary>
/// <param name="Main"><c>article.md</c>.</param>
/// <param name="Pages"><c>pages/*.md</c>, in ordinal order.</param>
/// <param name="Library">The references by key.</param>
/// <param name="Data">The tables of <c>data/*.csv</c>, by name.</param>
/// <param name="Files">Figures and data, by path below <c>content/</c>.</param>
public sealed record Article(SiteSettings Settings, Manuscript Main, IReadOnlyList<Manuscript> Pages, IReadOnlyDictionary<string, Reference> Library, IReadOnlyDictionary<string, DataTable> Data, FileTree Files)
{
    /// <summary>The terms that <c>glossary.yml</c> explains; null when there is no such file.</summary>
    public Glossary? Glossary { get; init; }

    /// <summary>How references are set.</summary>
    public CslStyle Style { get; init; } = CslStyle.Empty;

    /// <summary>The style's words in the article's language.</summary>
    public CslLocale Words { get; init; } = CslLocale.Empty;

    /// <summary>The newest list of <c>retractions/*.csv</c>; null when there is none.</summary>
    public RetractionList? Retractions { get; init; }

    /// <summary>The notices on sealed editions, <c>notices/*.md</c>, in ordinal order.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The article, then the pages.</summary>
    public IEnumerable<Manuscript> Manuscripts => Pages.Prepend(Main);
}
