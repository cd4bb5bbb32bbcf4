namespace Her2Gen.Probing;

/// <summary>What came back for one request.</summary>
/// <param name="Status">The status code; 0 when nothing came.</param>
/// <param name="Failure">Why nothing came, in a word or two; null when something did.</param>
internal sealed record Reply(int Status, string? Failure)
{
    /// <summary>The header of that name.</summary>
    public string? Location { get; init; }

    /// <summary>How long the server asks to wait, whether it said seconds or a date.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Lower case; empty when the server says none.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>As much of the body as was needed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body was longer than the most that is read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether the host did not answer at all: it has no address, takes no connection, or is too slow.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether the connection broke, so that another one may do better.</summary>
    public bool IsBroken { get; init; }
}
