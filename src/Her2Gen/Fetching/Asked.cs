using Her2Gen.Identifiers;
using Her2Gen.References;

namespace Her2Gen.Fetching;

/// <summary>A work that a registry is asked for, by the one identifier or the other.</summary>
internal sealed record Asked(Doi? Doi, Pmid? Pmid)
{
    /// <summary>As people name it: <c>DOI 10.1000/x</c>, <c>PMID 123</c>.</summary>
    public override string ToString() => Doi is { } doi ? $"DOI {doi}" : $"PMID {Pmid}";

    public string Registry => Doi is null ? "PubMed" : "Crossref";

    /// <summary>Takes a DOI, bare or as a link, or a PMID, which is a number or has <c>pmid:</c> before it.</summary>
    public static Asked? Parse(string text)
    {
        const string Prefix = "pmid:";
        string bare = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..].Trim() : text.Trim();
        if (Identifiers.Pmid.TryParse(bare, out Pmid pmid)) return new Asked(null, pmid);
        return Identifiers.Doi.TryParse(Identifiers.Doi.Bare(text), out Doi doi) ? new Asked(doi, null) : null;
    }

    /// <summary>What a reference can be asked for by; null when it has no identifier that a registry knows.</summary>
    public static Asked? Of(Reference reference) => reference.Doi is { } doi ? new Asked(doi, null) : reference.Pmid is { } pmid ? new Asked(null, pmid) : null;

    public bool Is(Reference reference) => Doi is { } doi ? reference.Doi == doi : reference.Pmid == Pmid;
}
