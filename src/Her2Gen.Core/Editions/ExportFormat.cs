using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>A package of editions to hand on: a ZIP archive with one folder at its top.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Pack">The archive's bytes, of all editions up to the one that is named, in order.</param>
/// <param name="FileName">The usual name of the archive, for an edition.</param>
public sealed record ExportFormat(string Name, Func<IReadOnlyList<SealedEdition>, FileTree> Pack, Func<EditionId, string> FileName)
{
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("bag", editions => Within($"edition-{editions[^1].Id}/", editions[^1].Bag.Contents.Files), id => $"edition-{id}.bag.zip"),
        new("zip", editions => Within($"edition-{editions[^1].Id}/", editions[^1].Payload), id => $"edition-{id}.zip"),
        new("ocfl", editions => Within("editions/", OcflObject.Of(editions)), id => $"editions-{id}.ocfl.zip"),
    ];

    public static ExportFormat? Of(string? name) => All.FirstOrDefault(format => format.Name == name);

    private static FileTree Within(string folder, FileTree files) => new FoundFolder(files, []).Within(folder).Files;
}
