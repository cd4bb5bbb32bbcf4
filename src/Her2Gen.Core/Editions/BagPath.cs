using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Whether a path that a bag names may be looked at, and can stand on every disk as it is written (RFC 8493, 5.1 and 6).</summary>
internal static class BagPath
{
    // Left by desktops in the folders that they show.
    private static readonly string[] SystemFiles = ["thumbs.db", "desktop.ini", ".ds_store"];

    /// <summary>Why a path as a manifest writes it may not even be looked at, or null.</summary>
    public static string? Danger(string path) =>
        path.Contains('\\', StringComparison.Ordinal) ? "has a backslash, which parts folders on some systems"
        : path.StartsWith('/') ? "is absolute"
        : path.StartsWith('~') ? "starts in somebody's home"
        : path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) ? "starts with a drive"
        : path.Split('/').Contains("..") ? "climbs out of the bag"
        : !FilePath.TryParse(path, out _) ? "is no plain path"
        : null;

    /// <summary>What keeps a path from some disk, or null.</summary>
    public static string? Fault(FilePath path)
    {
        foreach (string name in path.Value.Split('/'))
            if (PortableName.FaultOf(name) is { } fault) return name == path.Value ? fault : $"has a name, `{name}`, that {fault}";
        return null;
    }

    public static bool IsSystemFile(FilePath path) => SystemFiles.Contains(path.Name.ToLowerInvariant()) || path.Name.StartsWith("._", StringComparison.Ordinal);
}
