using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>The files that every edition has beside those of its site.</summary>
public static class EditionFiles
{
    /// <summary>What the edition says of itself, for programs.</summary>
    public static readonly FilePath Build = FilePath.Parse("build.json");

    /// <summary>The same for archives (RO-Crate 1.2).</summary>
    public static readonly FilePath Crate = FilePath.Parse("ro-crate-metadata.json");

    /// <summary>Of the texts and templates that the site was built from.</summary>
    public const string SourceFolder = "source/";

    internal static readonly FilePath Seal = FilePath.Parse("tagmanifest-sha512.txt");
    internal static readonly FilePath Declaration = FilePath.Parse("bagit.txt");
    internal static readonly FilePath Info = FilePath.Parse("bag-info.txt");
}
