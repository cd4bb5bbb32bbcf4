namespace Her2Gen.Editions;

/// <summary>The addresses by which a page of an edition leads to what stands around its folder on the published site.</summary>
/// <remarks>The edition is drawn before it stands there: to a check of its own files, these lead nowhere.</remarks>
/// <param name="Id">The edition.</param>
/// <param name="Up">What leads from the page to the edition's folder: empty, or <c>../</c> for each folder.</param>
public sealed record EditionExits(EditionId Id, string Up)
{
    /// <param name="page">By its path in the edition.</param>
    public static EditionExits Of(EditionId id, Files.FilePath page) => new(id, string.Concat(Enumerable.Repeat("../", page.Value.Count(letter => letter == '/'))));

    /// <summary>The page that says whether there is a newer edition, rebuilt at every build.</summary>
    public string Status => $"{Up}../status/{Id}.html";

    /// <summary>The list of all editions, for a reader with or without a server.</summary>
    public string All => $"{Up}../index.html";

    /// <summary>The current text.</summary>
    public string Current => $"{Up}../../index.html";

    /// <summary>The same list as a link relation has it (RFC 5829, <c>version-history</c>).</summary>
    public string History => $"{Up}../";

    /// <summary>RFC 5829, <c>latest-version</c>.</summary>
    public string Latest => $"{Up}../../";

    /// <summary>RFC 5829, <c>predecessor-version</c>.</summary>
    public string Before(EditionId before) => $"{Up}../{before}/";

    /// <summary>The edition's description for archives, added when it is sealed.</summary>
    public string Crate => Up + EditionFiles.Crate;

    /// <summary>The absolute address of an edition.</summary>
    /// <param name="site">The site's, ending in '/'.</param>
    public static string Dated(string site, EditionId id) => $"{site}{EditionArchive.Published}{id}/";

    /// <summary>All that the pages of an edition, flat or one folder down, lead to outside.</summary>
    public static IReadOnlySet<string> AllOf(EditionFacts facts, string? site)
    {
        HashSet<string> exits = new(StringComparer.Ordinal);
        foreach (EditionExits from in new[] { new EditionExits(facts.Id, ""), new EditionExits(facts.Id, "../") })
        {
            exits.UnionWith([from.Status, from.All, from.Current, from.History, from.Latest, from.Crate]);
            if (facts.Predecessor is { } before) exits.Add(from.Before(before.Id));
        }

        if (site is not null) exits.Add(Dated(site, facts.Id));
        return exits;
    }
}
