using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>What the check of one page sees of the site around it.</summary>
/// <param name="Pages">In order, the same objects where they are equal.</param>
/// <param name="Others">The files that are no pages.</param>
/// <param name="Sources">Where things were written.</param>
internal sealed record SiteOutline(IReadOnlyList<PageOutline> Pages, FileTree Others, SourceMap Sources, SiteAddress Address, IReadOnlySet<string> Exits) : IEquatable<SiteOutline>
{
    public bool Equals(SiteOutline? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Pages.SequenceEqual(other.Pages, ReferenceEqualityComparer.Instance) && Others.IsSameAs(other.Others)
            && Sources.HasSameFiles(other.Sources) && Address == other.Address && Exits.SetEquals(other.Exits));

    public override int GetHashCode() => Pages.Count;
}
