using System.Globalization;

namespace Her2Gen.Links;

/// <summary>What is known of the addresses outside the site, and how they stood month by month.</summary>
/// <remarks>Kept in a file of the site's repository: days and no times, one line an address, in ordinal order.</remarks>
/// <param name="Records">By address.</param>
/// <param name="Months">By month: <c>2026-11</c>.</param>
public sealed record LinkCache(IReadOnlyDictionary<string, LinkRecord> Records, IReadOnlyDictionary<string, MonthTally> Months)
{
    public static readonly LinkCache Empty = new(new Dictionary<string, LinkRecord>(), new Dictionary<string, MonthTally>());

    public LinkRecord? Of(ExternalLink link) => Records.GetValueOrDefault(link.Address);

    /// <summary>The links that have to be asked for.</summary>
    /// <param name="longest">The age in days from which a record is old.</param>
    public IReadOnlyList<ExternalLink> Due(IReadOnlyList<ExternalLink> links, DateOnly today, int longest) =>
        [.. links.Where(link => Of(link)?.IsFresh(today, longest, link.Anchors) != true)];

    /// <summary>The cache after a round of looks. Addresses that the site no longer has are forgotten.</summary>
    /// <param name="looks">By address; those that were not asked for stay as they were.</param>
    public LinkCache After(IReadOnlyList<ExternalLink> links, IReadOnlyDictionary<string, Look> looks, DateOnly today)
    {
        Dictionary<string, LinkRecord> records = new(StringComparer.Ordinal);
        foreach (ExternalLink link in links)
        {
            LinkRecord? record = looks.TryGetValue(link.Address, out Look? look) ? LinkRecord.After(Of(link), look, link.Anchors, today) : Of(link);
            if (record is not null) records[link.Address] = record;
        }

        Dictionary<string, MonthTally> months = new(Months, StringComparer.Ordinal);
        if (looks.Count > 0) months[today.ToString("yyyy-MM", CultureInfo.InvariantCulture)] = MonthTally.Of(records.Values);
        return new LinkCache(records, months);
    }

    /// <summary>The cache with archived copies, by address.</summary>
    public LinkCache WithArchives(IReadOnlyDictionary<string, string> copies) => this with
    {
        Records = Records.ToDictionary(record => record.Key, record => copies.TryGetValue(record.Key, out string? copy) ? record.Value with { Archive = copy } : record.Value, StringComparer.Ordinal),
    };
}
