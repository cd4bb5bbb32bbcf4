namespace Her2Gen.Probing;

/// <summary>How to ask.</summary>
/// <param name="Timeout">For one request, its body included.</param>
/// <param name="Pace">From the end of one request to a host to the start of the next.</param>
/// <param name="Concurrency">Requests at once, to different hosts: one host has one at a time.</param>
/// <param name="Handles">The handle service's base address, before the DOI.</param>
/// <param name="Archive">The availability API's address, before the query.</param>
/// <param name="UserAgent">Who asks, as each request says it.</param>
internal sealed record ProbeSettings(TimeSpan Timeout, TimeSpan Pace, int Concurrency, Uri Handles, Uri Archive, string UserAgent)
{
    public const string UsualHandles = "https://doi.org/api/handles/";
    public const string UsualArchive = "https://archive.org/wayback/available";

    /// <summary>The program, and where its reader may find who runs it.</summary>
    /// <param name="site">The address of the site whose links are asked for, where it is known.</param>
    public static string AgentFor(string? site)
    {
        // It stands in a comment of the header, which parentheses would end (RFC 9110, section 5.6.5).
        string? address = site is null ? null : new Uri(site).AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"her2gen/{typeof(ProbeSettings).Assembly.GetName().Version?.ToString(3)} ({(address is null ? "" : $"+{address}; ")}looks whether links still lead somewhere)";
    }
}
