using Her2Gen.Diagnostics;

namespace Her2Gen.Files;

/// <summary>Where the addresses and ids of one page were written.</summary>
/// <remarks>An address is noted as the HTML attribute has it.</remarks>
public sealed class PageSources
{
    private readonly Dictionary<string, Location> addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Location> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Location> secondIds = new(StringComparer.Ordinal);

    /// <summary>Notes the first place of an address; later ones are the same mistake.</summary>
    public void Note(string address, Location place) => addresses.TryAdd(address, place);

    /// <summary>The second place of an id is the one to report.</summary>
    public void NoteId(string id, Location place)
    {
        if (!ids.TryAdd(id, place)) secondIds.TryAdd(id, place);
    }

    public Location? Of(string address) => Place(addresses, address);

    public Location? OfId(string id) => Place(ids, id);

    public Location? OfSecondId(string id) => Place(secondIds, id);

    private static Location? Place(Dictionary<string, Location> places, string written) => places.TryGetValue(written, out Location place) ? place : null;
}

/// <summary>Where each page's addresses and ids were written, so that a finding on a page leads to its source.</summary>
/// <param name="pages">What the pages' texts wrote.</param>
/// <param name="templates">The templates, by the paths that an author knows them by.</param>
public sealed class SourceMap(PathTable<PageSources> pages, FileTree templates)
{
    public static readonly SourceMap Empty = new(new PathTable<PageSources>([]), FileTree.Empty);

    private readonly Lazy<SourceText[]> texts = new(() =>
        [.. templates.Where(file => file.Key.Extension == ".html").Select(file => SourceText.Decode(file.Key.Value, file.Value, new DiagnosticBag()))]);

    private static readonly PageSources None = new();
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>The pages that a build meant to make.</summary>
    public IEnumerable<FilePath> Pages => pages.Keys;

    /// <summary>Whether a build meant to make this page: when it is not there, drawing it failed, and that has been reported.</summary>
    public bool HasPlanned(FilePath page) => pages.ContainsKey(page);

    /// <summary>Whether another map is of the same pages and the same templates, be they written otherwise.</summary>
    public bool HasSameFiles(SourceMap other) => pages.HasSamePaths(other.Planned) && templates.IsSameAs(other.Templates);

    private PathTable<PageSources> Planned => pages;

    private FileTree Templates => templates;

    /// <summary>Where the templates have an attribute of this value; null when none has it, or more than one place does.</summary>
    public Location? InTemplates(string value)
    {
        (SourceText Text, int Offset)[] places = [.. from text in texts.Value from quote in Quotes from offset in OffsetsOf(text.Text, $"={quote}{value}{quote}") select (text, offset + 2)];
        return places is [var (source, at)] ? source.At(at, value.Length) : null;
    }

    public PageSources Of(FilePath page) => pages.GetValueOrDefault(page, None);

    /// <summary>Those of several pages, in their order.</summary>
    public PageSources[] Of(IReadOnlyList<FilePath> some) => pages.Of(some, None);

    private static IEnumerable<int> OffsetsOf(string text, string part)
    {
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
