using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Sites;

/// <summary>A built site: its files, where what they link to was written, and where the host puts them.</summary>
/// <param name="BasePath">The path of the site's address, with '/' at both ends; <c>/</c> when no address is known.</param>
public sealed record Site(FileTree Files, SourceMap Sources, string BasePath)
{
    /// <summary>How findings about it are weighed.</summary>
    public Policy Policy { get; init; } = Policy.None;
}
