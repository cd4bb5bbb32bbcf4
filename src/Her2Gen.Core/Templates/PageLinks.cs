using Her2Gen.Files;

namespace Her2Gen.Templates;

/// <summary>How one output file links to others.</summary>
/// <param name="Path">The file that links.</param>
/// <param name="Root">Null for relative links; else the base path, for a page that a host shows at any address.</param>
/// <param name="Assets">What it may use.</param>
public sealed record PageLinks(FilePath Path, string? Root, AssetTable Assets)
{
    public string To(FilePath target) => Root is null ? Path.LinkTo(target) : Root + FilePath.Parse("_").LinkTo(target);
}
