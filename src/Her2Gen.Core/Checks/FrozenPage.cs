using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A page of a sealed edition, in the current site.</summary>
/// <param name="Path">Where the site publishes it: <c>editions/ID/about.html</c>.</param>
/// <param name="Facts">Read when they are first asked for.</param>
internal sealed record FrozenPage(FilePath Path, Lazy<PageFacts> Facts);
