namespace Her2Gen.Links;

/// <summary>What a status code of HTTP says about an address (RFC 9110, section 15).</summary>
public static class StatusCode
{
    /// <summary>Only "not found" and "gone" speak against an address. A refusal, an overload or a fault speaks of the server, or of us.</summary>
    public static LookOutcome Outcome(int status) => status switch
    {
        >= 200 and < 300 => LookOutcome.Alive,
        404 or 410 => LookOutcome.Gone,
        _ => LookOutcome.Unknown,
    };

    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    public static bool IsPermanentRedirect(int status) => status is 301 or 308;

    /// <summary>Whether the server asks to come back: too many requests, or out of service for a while.</summary>
    public static bool AsksToWait(int status) => status is 429 or 503;

    /// <summary>Whether the same request may have another answer in a moment.</summary>
    public static bool MayPass(int status) => status is 429 or 500 or 502 or 503 or 504;
}
