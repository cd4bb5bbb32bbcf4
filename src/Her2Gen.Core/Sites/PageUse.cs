using Her2Gen.Files;
using Her2Gen.Terms;

namespace Her2Gen.Sites;

/// <summary>What a page uses of what the site has: the rest is reported as used by nobody.</summary>
/// <remarks>Most changes of a text leave it as it was: then nothing has to be put together anew.</remarks>
internal sealed class PageUse : IEquatable<PageUse>
{
    /// <summary>Keys of references.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public HashSet<Term> Terms { get; } = [];

    /// <summary>The sources of assets.</summary>
    public HashSet<FilePath> Assets { get; } = [];

    /// <summary>What is used by any page.</summary>
    public static PageUse OfAll(IEnumerable<PageUse> pages)
    {
        PageUse all = new();
        foreach (PageUse page in pages)
        {
            all.References.UnionWith(page.References);
            all.Terms.UnionWith(page.Terms);
            all.Assets.UnionWith(page.Assets);
        }

        return all;
    }

    public bool Equals(PageUse? other) => other is not null && References.SetEquals(other.References) && Terms.SetEquals(other.Terms) && Assets.SetEquals(other.Assets);

    public override bool Equals(object? obj) => Equals(obj as PageUse);

    public override int GetHashCode() => HashCode.Combine(References.Count, Terms.Count, Assets.Count);
}
