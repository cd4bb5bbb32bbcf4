namespace Her2Gen.Probing;

/// <summary>How to ask the outside world for anything.</summary>
/// <param name="Timeout">For one request, its body included.</param>
/// <param name="Pace">From the end of one request to a host to the start of the next.</param>
/// <param name="Concurrency">Requests at once, to different hosts: one host has one at a time.</param>
/// <param name="UserAgent">Who asks, as each request says it.</param>
internal sealed record RequestSettings(TimeSpan Timeout, TimeSpan Pace, int Concurrency, string UserAgent)
{
    /// <summary>The program, and where its reader may find who runs it.</summary>
    /// <param name="contact">An address, where one is known.</param>
    /// <param name="purpose">What it asks for, as a verb: <c>looks whether links still lead somewhere</c>.</param>
    public static string AgentFor(Uri? contact, string purpose)
    {
        // It stands in a comment of the header, which parentheses would end (RFC 9110, section 5.6.5).
        string? address = contact?.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"her2gen/{typeof(RequestSettings).Assembly.GetName().Version?.ToString(3)} ({(address is null ? "" : $"+{address}; ")}{purpose})";
    }
}
