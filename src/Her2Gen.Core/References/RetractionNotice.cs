using Her2Gen.Identifiers;

namespace Her2Gen.References;

/// <summary>One row of the list of retractions: a notice, and the work that it speaks of.</summary>
/// <param name="Date">Of the notice.</param>
/// <param name="Reason">As the list gives it, its parts separated by commas; may be empty.</param>
public sealed record RetractionNotice(Doi? OriginalDoi, Pmid? OriginalPmid, Doi? NoticeDoi, Pmid? NoticePmid, RetractionNature Nature, DateOnly Date, string Reason)
{
    /// <summary>Whether a reference is the work that the notice speaks of.</summary>
    public bool IsAbout(Reference reference) => Same(reference.Doi, OriginalDoi) || (reference.Pmid is { } pmid && pmid == OriginalPmid);

    /// <summary>Whether a reference is the notice itself. A notice that is published under its work's own identifiers is that work.</summary>
    public bool IsNotice(Reference reference) => !IsAbout(reference) && (Same(reference.Doi, NoticeDoi) || (reference.Pmid is { } pmid && pmid == NoticePmid));

    private static bool Same(Doi? one, Doi? other) => one is { } doi && doi == other;
}
