namespace Her2Gen.Links;

/// <summary>What was learned by asking for one address once.</summary>
/// <param name="Status">The status code, or why there is none: <c>404</c>, <c>handle 100</c>, <c>time-out</c>.</param>
/// <param name="Answered">Whether anybody answered at all, whatever was said.</param>
public sealed record Look(LookOutcome Outcome, string Status, bool Answered)
{
    /// <summary>Where redirects ended; null without any.</summary>
    public string? To { get; init; }

    /// <summary>Where permanent redirects (301, 308) ended; null when the first one was temporary, or there was none.</summary>
    public string? Moved { get; init; }

    /// <summary>Fragments that the page has no element for. One that could not be looked for is not among them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public static Look Silent(string why) => new(LookOutcome.Unknown, why, Answered: false);
}
