using Her2Gen.References;
using Her2Gen.Terms;

namespace Her2Gen.Sites;

/// <summary>What a page uses of what the site has: the rest is reported as used by nobody.</summary>
internal sealed class PageUse
{
    /// <summary>Keys of references.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    /// <summary>The citations of its text, in its order.</summary>
    public List<CitedTogether> Citations { get; } = [];

    public HashSet<Term> Terms { get; } = [];
}
