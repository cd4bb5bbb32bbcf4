namespace Her2Gen.Probing;

/// <summary>Whom to ask about links.</summary>
/// <param name="Handles">The handle service's base address, before the DOI.</param>
/// <param name="Archive">The availability API's address, before the query.</param>
internal sealed record ProbeSettings(Uri Handles, Uri Archive)
{
    public const string UsualHandles = "https://doi.org/api/handles/";
    public const string UsualArchive = "https://archive.org/wayback/available";

    /// <param name="site">The address of the site whose links are asked for, where it is known.</param>
    public static string AgentFor(string? site) => RequestSettings.AgentFor(site is null ? null : new Uri(site), "looks whether links still lead somewhere");
}
