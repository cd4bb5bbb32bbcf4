namespace Her2Gen.Editions;

/// <summary>The work that is published in editions, as archives describe it.</summary>
/// <param name="Identifier">The same for all editions: a DOI as a URL, or the site's address, or the site's name.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="LicenceUrl">Null where none is known.</param>
/// <param name="Authors">Each with whether it is a group.</param>
public sealed record Work(string Identifier, string Title, string Description, string Language, string Publisher, string? LicenceUrl, IReadOnlyList<(string Name, bool IsGroup)> Authors)
{
    /// <summary>Of one edition: its address where there is one.</summary>
    public string IdentifierOf(EditionId id) => Identifier.EndsWith('/') ? $"{Identifier}{EditionArchive.Published}{id}/" : $"{Identifier}#{id}";
}
