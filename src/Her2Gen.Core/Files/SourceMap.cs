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
public sealed class SourceMap(IReadOnlyDictionary<FilePath, PageSources> pages)
{
    public static readonly SourceMap Empty = new(new Dictionary<FilePath, PageSources>());

    private static readonly PageSources None = new();

    /// <summary>Whether a build meant to make this page: when it is not there, drawing it failed, and that has been reported.</summary>
    public bool HasPlanned(FilePath page) => pages.ContainsKey(page);

    public PageSources Of(FilePath page) => pages.GetValueOrDefault(page, None);
}
