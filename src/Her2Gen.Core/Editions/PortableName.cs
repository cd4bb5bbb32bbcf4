using System.Buffers;
using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Whether a path can stand on every disk as it is written (RFC 8493, 5.1 and 6; Windows' rules for names).</summary>
internal static class PortableName
{
    private const int LongestName = 255;

    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create("<>:\"|?*");

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

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
        {
            if (Encoding.UTF8.GetByteCount(name) > LongestName) return $"has a name of more than {LongestName} bytes";
            if (name[^1] is '.' or ' ') return $"has a name that ends with a {(name[^1] == '.' ? "dot" : "space")}, which Windows drops";
            if (name.AsSpan().ContainsAny(NotOnWindows)) return "has a character that Windows does not take";
            if (IsDevice(name)) return $"has the name of a device of Windows, `{name}`";
        }

        return null;
    }

    public static bool IsSystemFile(FilePath path) => SystemFiles.Contains(path.Name.ToLowerInvariant()) || path.Name.StartsWith("._", StringComparison.Ordinal);

    // With any ending, and with the superscript digits that Windows takes for digits.
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem)
            || stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³');
    }
}
