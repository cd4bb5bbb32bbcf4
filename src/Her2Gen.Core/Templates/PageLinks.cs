using Her2Gen.Files;

namespace Her2Gen.Templates;

/// <summary>How one output file links to others.</summary>
/// <param name="Path">The file that links.</param>
/// <param name="Root">Null for relative links; else the base path, for a page that a host shows at any address.</param>
/// <param name="Assets">Where each asset is published, by name: <c>style.css</c> at <c>assets/style.1f3a9c0b2d.css</c>.</param>
public sealed record PageLinks(FilePath Path, string? Root, IReadOnlyDictionary<string, FilePath> Assets)
{
    public string To(FilePath target) => Root is null ? Path.LinkTo(target) : Root + FilePath.Parse("_").LinkTo(target);
}
