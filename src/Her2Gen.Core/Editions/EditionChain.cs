using Her2Gen.Diagnostics;

namespace Her2Gen.Editions;

/// <summary>Each edition names the one before it, by its seal: so whoever vouches for the newest seal vouches for all.</summary>
internal static class EditionChain
{
    /// <param name="editions">In order.</param>
    public static void Check(IReadOnlyList<SealedEdition> editions, DiagnosticBag diagnostics)
    {
        Dictionary<EditionId, SealedEdition> byId = editions.ToDictionary(edition => edition.Id);
        foreach (SealedEdition edition in editions)
        {
            if (Fault(edition, editions, byId) is { } fault)
                diagnostics.Add(Rules.ChainBroken, Place(edition), fault, "take the editions as they were sealed from another copy; an edition is never sealed anew");
        }

        foreach (IGrouping<EditionId, SealedEdition> followers in editions.Where(edition => edition.Facts.Predecessor is not null).GroupBy(edition => edition.Facts.Predecessor?.Id ?? edition.Id))
        {
            if (followers.Count() < 2) continue;
            foreach (SealedEdition edition in followers)
                diagnostics.Add(Rules.ChainForked, Place(edition), $"the chain forks at `{followers.Key}`: {string.Join(" and ", followers.Select(follower => $"`{follower.Id}`"))} follow it", "keep one of them");
        }
    }

    private static string? Fault(SealedEdition edition, IReadOnlyList<SealedEdition> editions, Dictionary<EditionId, SealedEdition> byId)
    {
        if (edition.Facts.Predecessor is not { } named) return edition == editions[0] ? null : $"`{edition.Id}` names no predecessor, and `{editions[0].Id}` is before it";
        if (named.Id >= edition.Id) return $"`{edition.Id}` names `{named.Id}` as its predecessor, which is not before it";
        if (!byId.TryGetValue(named.Id, out SealedEdition? before)) return $"its predecessor `{named.Id}` is not here";
        return before.SealDigest == named.SealDigest ? null : $"it names `{named.Id}` by the seal {Short(named.SealDigest)}, and that has the seal {Short(before.SealDigest)}";
    }

    private static Location Place(SealedEdition edition) => edition.Bag.Info.Place(EditionLabels.Predecessor);

    private static string Short(string digest) => digest.Length > 16 ? digest[..16] + "…" : digest;
}
