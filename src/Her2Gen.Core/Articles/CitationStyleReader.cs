using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>Finds the citation style that <c>site.yml</c> names, and the words of the article's language.</summary>
/// <remarks>The theme has styles and locales in <c>templates/citation-styles/</c>; a site adds its own there, or names a file below <c>content/</c>.</remarks>
internal sealed class CitationStyleReader(FileTree sources, DiagnosticBag diagnostics)
{
    public const string Default = "nlm-citation-sequence";

    private const string Folder = "templates/citation-styles/";
    private const string Extension = ".csl";

    /// <summary>The files that a style and its words may be read from.</summary>
    public static FileTree FilesOf(FileTree sources) => sources.Where(static path => path.Value.EndsWith(Extension, StringComparison.Ordinal) || path.Value.StartsWith(Folder, StringComparison.Ordinal));

    /// <summary>The style, or one that sets nothing when it cannot be read, which is reported.</summary>
    /// <param name="named">The name of a style of the theme, or the path of a <c>.csl</c> file below <c>content/</c>; null for the default.</param>
    public CslStyle Read(YamlText? named, Location settings)
    {
        string name = named?.Value ?? Default;
        bool isFile = name.EndsWith(Extension, StringComparison.Ordinal);
        string path = isFile ? ArticleReader.Content + name : Folder + name + Extension;
        if (Text(path) is not { } text)
        {
            string[] known = [.. sources.Paths.Where(candidate => candidate.Value.StartsWith(Folder, StringComparison.Ordinal) && candidate.Extension == Extension).Select(candidate => candidate.Stem)];
            string message = isFile ? $"there is no `{path}`" : $"no citation style `{name}`";
            diagnostics.Add(Rules.StyleUnreadable, named?.Location ?? settings, message, Nearest.Hint(name, known) ?? $"there are {string.Join(", ", known.Select(style => $"`{style}`"))}; or name a `.csl` file below `{ArticleReader.Content}`");
            return CslStyle.Empty;
        }

        string folder = path[..(path.LastIndexOf('/') + 1)];
        return CslStyle.Read(text, parent => Text(folder + parent + Extension) ?? Text(Folder + parent + Extension), diagnostics) ?? CslStyle.Empty;
    }

    /// <summary>The style's words in a language; those of American English where the theme and the site have no others.</summary>
    public CslLocale Words(CslStyle style, string language) => style.Localized(tag => Text($"{Folder}locales-{tag}.xml") is { } text ? CslLocale.Read(text, diagnostics) : null, language);

    private SourceText? Text(string path) => FilePath.TryParse(path, out FilePath file) && sources.TryGet(file, out ReadOnlyMemory<byte> bytes) ? SourceText.Decode(path, bytes, diagnostics) : null;
}
