using System.Buffers;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Every file can be kept on every disk: no two names are one where upper and lower case or Unicode forms are not told apart, and none is reserved.</summary>
internal static class FileNameCheck
{
    // "Naming Files, Paths, and Namespaces", Windows.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Refused = SearchValues.Create("<>:\"|?*");

    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        Dictionary<string, FilePath> taken = new(StringComparer.Ordinal);
        foreach ((FilePath path, _) in site.OwnFiles)
        {
            string folded = NameFold.Of(path.Value);
            if (!taken.TryAdd(folded, path)) diagnostics.Add(Rules.OutputCollision, Location.Of(path.Value), $"`{path}` and `{taken[folded]}` are one file on some disks", "rename one of them");
            foreach (string part in path.Value.Split('/'))
                if (FaultOf(part) is { } fault) diagnostics.Add(Rules.FileName, Location.Of(path.Value), $"`{part}` {fault}", "rename it");
        }
    }

    private static string? FaultOf(string part)
    {
        if (part.AsSpan().ContainsAny(Refused)) return "holds a character that Windows refuses";
        if (part[^1] is '.' or ' ') return "ends in a dot or a space, which Windows drops";
        return Devices.Contains(part.Split('.')[0]) ? "is a device's name on Windows" : null;
    }
}
