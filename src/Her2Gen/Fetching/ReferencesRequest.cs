namespace Her2Gen.Fetching;

/// <summary>What <c>her2gen references add</c> or <c>update</c> is asked for.</summary>
/// <param name="Site">The site's folder, with <c>content/</c> in it.</param>
/// <param name="IsDry">Whether what would change is shown, and nothing written.</param>
/// <param name="Timeout">For one request.</param>
/// <param name="Pace">Between two requests to one registry.</param>
/// <param name="Mail">An address at which who runs this can be reached, for the registries; null to say none.</param>
internal sealed record ReferencesRequest(string Site, bool IsDry, TimeSpan Timeout, TimeSpan Pace, string? Mail, FetchSettings Registries);
