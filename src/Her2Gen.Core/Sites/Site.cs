using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Sites;

/// <summary>A built site: its files, where what they link to was written, and where they are published.</summary>
/// <param name="Address">Where it is published, ending in '/'; null when that is not known.</param>
public sealed record Site(FileTree Files, SourceMap Sources, string? Address)
{
    /// <summary>What it was made of.</summary>
    public required Article Article { get; init; }

    /// <summary>How findings about it are weighed.</summary>
    public Policy Policy { get; init; } = Policy.None;
}
