using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Files whose paths are one on disks that know no case or no normalisation.</summary>
internal sealed class Twins
{
    private readonly Dictionary<string, FilePath> byFold = new(StringComparer.Ordinal);
    private readonly List<(FilePath Path, FilePath Twin)> pairs = [];

    /// <summary>Folders count too: files in `A/` and `a/` lie in one folder there.</summary>
    public Twins(IEnumerable<FilePath> paths)
    {
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        foreach (FilePath path in paths)
        {
            if (!byFold.TryAdd(NameFold.Of(path.Value), path)) pairs.Add((path, byFold[NameFold.Of(path.Value)]));
            string folder = path.Folder;
            if (folder.Length > 0 && folders.TryGetValue(NameFold.Of(folder), out string? other) && other != folder) pairs.Add((path, FilePath.Parse(other + path.Name)));
            else folders[NameFold.Of(folder)] = folder;
        }
    }

    /// <summary>The file that is there under another spelling of this path, or null.</summary>
    public FilePath? Of(FilePath path) => byFold.TryGetValue(NameFold.Of(path.Value), out FilePath twin) && twin != path ? twin : null;

    public static string Difference(FilePath one, FilePath other) =>
        NameFold.Decomposed(one.Value) == NameFold.Decomposed(other.Value) ? "normalisation"
        : one.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase) ? "upper and lower case"
        : "case and normalisation";

    public void Report(BagContents contents, DiagnosticBag diagnostics)
    {
        foreach ((FilePath path, FilePath twin) in pairs)
            diagnostics.Add(Rules.PathUnsafeInBag, contents.At(path.Value), $"`{path}` differs from `{twin}` only in {Difference(path, twin)}", "on some disks the two are one file");
    }
}
