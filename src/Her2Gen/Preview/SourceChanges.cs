namespace Her2Gen.Preview;

/// <summary>What has changed in a site's folder since it was last asked.</summary>
/// <param name="Files">On disk; a file that is named may be there, or gone.</param>
/// <param name="IsEverything">Whether anything may have changed: folders came or went, or events were lost.</param>
internal sealed record SourceChanges(IReadOnlySet<string> Files, bool IsEverything);
