using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Every file can be kept on every disk: no two names are one where upper and lower case or Unicode forms are not told apart, and none is reserved.</summary>
internal static class FileNameCheck
{
    public static void Check(CheckedSite site, DiagnosticBag diagnostics)
    {
        Dictionary<string, FilePath> taken = new(StringComparer.Ordinal);
        foreach ((FilePath path, _) in site.OwnFiles)
        {
            string folded = NameFold.Of(path.Value);
            if (!taken.TryAdd(folded, path)) diagnostics.Add(Rules.OutputCollision, Location.Of(path.Value), $"`{path}` and `{taken[folded]}` are one file on some disks", "rename one of them");
            foreach (string part in path.Value.Split('/'))
                if (PortableName.FaultOf(part) is { } fault) diagnostics.Add(Rules.FileName, Location.Of(path.Value), $"`{part}` {fault}", "rename it");
        }
    }
}
