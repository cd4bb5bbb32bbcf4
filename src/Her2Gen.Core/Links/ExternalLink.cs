using Her2Gen.Identifiers;

namespace Her2Gen.Links;

/// <summary>An address outside the site, with all links to it: it is asked for once.</summary>
/// <param name="Address">Absolute, http or https, as RFC 3986 normalizes it, without its fragment.</param>
/// <param name="Doi">The DOI that it resolves: that is asked of the handle service, and not of a publisher.</param>
/// <param name="Uses">By place.</param>
public sealed record ExternalLink(string Address, Doi? Doi, IReadOnlyList<LinkUse> Uses)
{
    /// <summary>The fragments to look for, in ordinal order; a landing page is not asked for, so it is not searched either.</summary>
    public IReadOnlyList<string> Anchors { get; } = Doi is null ? [.. Uses.Select(use => use.Fragment).Where(FragmentSearch.CanBeFound).Distinct().Order(StringComparer.Ordinal)] : [];
}
