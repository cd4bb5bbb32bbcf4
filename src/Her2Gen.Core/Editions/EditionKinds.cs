namespace Her2Gen.Editions;

/// <summary>The words for kinds of editions: on the command line, in <c>bag-info.txt</c> and in <c>build.json</c>.</summary>
public static class EditionKinds
{
    private const string NewEdition = "new-edition";
    private const string CorrectedEdition = "corrected-edition";

    public static readonly IReadOnlyList<string> Words = [NewEdition, CorrectedEdition];

    public static string WordOf(EditionKind kind) => kind == EditionKind.CorrectedEdition ? CorrectedEdition : NewEdition;

    /// <summary>Null for any other word.</summary>
    public static EditionKind? Of(string? word) => word switch
    {
        NewEdition => EditionKind.NewEdition,
        CorrectedEdition => EditionKind.CorrectedEdition,
        _ => null,
    };
}
