namespace Her2Gen.Articles;

/// <summary>A kind of notice, by Crossref's update types.</summary>
/// <param name="Word">As Crossref writes it.</param>
/// <param name="Name">As a reader reads it.</param>
/// <param name="Effect">What it makes of its edition.</param>
public sealed record NoticeType(string Word, string Name, EditionStatus Effect)
{
    public static readonly IReadOnlyList<NoticeType> Known =
    [
        new("addendum", "Addendum", EditionStatus.Current),
        new("clarification", "Clarification", EditionStatus.Current),
        new("correction", "Correction", EditionStatus.Corrected),
        new("corrigendum", "Corrigendum", EditionStatus.Corrected),
        new("erratum", "Erratum", EditionStatus.Corrected),
        new("expression_of_concern", "Expression of concern", EditionStatus.Concern),
        new("new_edition", "New edition", EditionStatus.Current),
        new("new_version", "New version", EditionStatus.Current),
        new("partial_retraction", "Partial retraction", EditionStatus.Concern),
        new("removal", "Removal", EditionStatus.Removed),
        new("retraction", "Retraction", EditionStatus.Withdrawn),
        new("withdrawal", "Withdrawal", EditionStatus.Withdrawn),
    ];

    /// <summary>Null for any other word.</summary>
    public static NoticeType? Of(string? word) => Known.FirstOrDefault(type => type.Word == word);
}
