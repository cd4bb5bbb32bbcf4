using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Reporting;

/// <summary>The lines that findings point at. Each file is read once.</summary>
internal sealed class SourceLines(FileTree files)
{
    private readonly Dictionary<string, string[]> read = new(StringComparer.Ordinal);

    /// <summary>The line of a place; null when its file is not one of those that were read, or has no such line.</summary>
    public string? At(Location place)
    {
        if (!read.TryGetValue(place.File, out string[]? lines)) read[place.File] = lines = Read(place.File);
        return place.Line <= lines.Length ? lines[place.Line - 1] : null;
    }

    private string[] Read(string file) =>
        FilePath.TryParse(file, out FilePath path) && files.TryGet(path, out ReadOnlyMemory<byte> bytes)
            ? SourceText.Decode(file, bytes, new DiagnosticBag()).Text.Split('\n')
            : [];
}
