using System.Collections.Concurrent;
using Her2Gen.Links;

namespace Her2Gen.Probing;

/// <summary>One round of looks at many addresses.</summary>
internal static class LinkRound
{
    /// <summary>The looks by address. When it is stopped, those that were done by then.</summary>
    /// <param name="looked">Called after each look, from several threads.</param>
    public static Task<IReadOnlyDictionary<string, Look>> LookAsync(IReadOnlyList<ExternalLink> links, LinkProbe probe, Action looked, CancellationToken stop) =>
        GatherAsync(links, link => link.Address, async link => await probe.LookAsync(link, stop), looked);

    /// <summary>The archived copies of addresses that are gone, by address.</summary>
    public static Task<IReadOnlyDictionary<string, string>> FindCopiesAsync(LinkCache cache, LinkProbe probe, Action looked, CancellationToken stop) =>
        GatherAsync([.. Gone(cache)], record => record.Key, async record => await probe.FindCopyAsync(record.Key, record.Value.Alive ?? record.Value.First, stop), looked);

    /// <summary>The addresses that an archive may have and that no copy is known of.</summary>
    public static IEnumerable<KeyValuePair<string, LinkRecord>> Gone(LinkCache cache) =>
        cache.Records.Where(record => record.Value is { State: LinkState.Suspect or LinkState.Dead, Archive: null });

    private static async Task<IReadOnlyDictionary<string, TFound>> GatherAsync<TItem, TFound>(IReadOnlyList<TItem> items, Func<TItem, string> address, Func<TItem, Task<TFound?>> ask, Action asked)
        where TFound : class
    {
        ConcurrentDictionary<string, TFound> found = new(StringComparer.Ordinal);
        // A host's addresses one after another, each to its end, so that a round that is stopped has most to show.
        await Task.WhenAll(items.GroupBy(item => new Uri(address(item)).Authority).Select(async host =>
        {
            try
            {
                foreach (TItem item in host)
                {
                    if (await ask(item) is { } one) found[address(item)] = one;
                    asked();
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped: what was found stays found.
            }
        }));
        return found;
    }
}
