using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>The files of a bag, by their paths in it, and where each stands for who reads a report.</summary>
/// <param name="TagFolder">What stands before the path of a tag file, with '/' at its end unless empty.</param>
/// <param name="PayloadFolder">What stands in the place of <c>data/</c>: on a published site the two lie apart.</param>
public sealed record BagContents(FoundFolder Found, string TagFolder, string PayloadFolder)
{
    public const string Payload = "data/";

    /// <summary>A bag in one folder.</summary>
    public static BagContents In(FoundFolder found, string folder) => new(found, folder, folder + Payload);

    public FileTree Files => Found.Files;

    public static bool IsPayload(string path) => path.StartsWith(Payload, StringComparison.Ordinal);

    public string Shown(string path) => IsPayload(path) ? PayloadFolder + path[Payload.Length..] : TagFolder + path;

    public Location At(string path) => Location.Of(Shown(path).ReplaceLineEndings("?"));

    /// <summary>The files by the paths that reports name, where those are paths inside a tree: then a report can print the line.</summary>
    public FileTree AsShown() => new(Files.Where(file => FilePath.TryParse(Shown(file.Key.Value), out _)).Select(file => KeyValuePair.Create(FilePath.Parse(Shown(file.Key.Value)), file.Value)));
}
