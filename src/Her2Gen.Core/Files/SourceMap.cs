using Her2Gen.Diagnostics;

namespace Her2Gen.Files;

/// <summary>Where the addresses and ids of one page were written.</summary>
/// <remarks>An address is noted as the HTML attribute has it, an id with '#' in front.</remarks>
public sealed class PageSources
{
    private readonly Dictionary<string, Location> places = new(StringComparer.Ordinal);

    /// <summary>Notes the first place of an address or id; later ones are the same mistake.</summary>
    public void Note(string written, Location place) => places.TryAdd(written, place);

    /// <summary>The second place of an id is the one to report.</summary>
    public void NoteId(string id, Location place)
    {
        if (!places.TryAdd("#" + id, place)) places.TryAdd("##" + id, place);
    }

    public Location? Of(string written) => places.TryGetValue(written, out Location place) ? place : null;

    public Location? OfId(string id) => Of("#" + id);

    public Location? OfSecondId(string id) => Of("##" + id) ?? OfId(id);
}

/// <summary>Where each page's addresses and ids were written, so that a finding on a page leads to its source.</summary>
public sealed class SourceMap(IReadOnlyDictionary<FilePath, PageSources> pages)
{
    public static readonly SourceMap Empty = new(new Dictionary<FilePath, PageSources>());

    private static readonly PageSources None = new();

    /// <summary>Whether a build meant to make this page: when it is not there, drawing it failed, and that has been reported.</summary>
    public bool HasPlanned(FilePath page) => pages.ContainsKey(page);

    public PageSources Of(FilePath page) => pages.GetValueOrDefault(page, None);
}
