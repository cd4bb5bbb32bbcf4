using System.Buffers;
using System.Text;

namespace Her2Gen.Files;

/// <summary>Whether a file can have its name on every disk (<c>Naming Files, Paths, and Namespaces</c>, Windows).</summary>
internal static class PortableName
{
    private const int LongestName = 255;

    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create("<>:\"|?*");

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>What keeps a name from some disk, or null.</summary>
    /// <param name="name">Of one file or folder.</param>
    public static string? FaultOf(string name) =>
        Encoding.UTF8.GetByteCount(name) > LongestName ? $"has more than {LongestName} bytes"
        : name[^1] is '.' or ' ' ? $"ends with a {(name[^1] == '.' ? "dot" : "space")}, which Windows drops"
        : name.AsSpan().ContainsAny(NotOnWindows) ? "has a character that Windows does not take"
        : IsDevice(name) ? "is the name of a device of Windows"
        : null;

    // With any ending, and with the superscript digits that Windows takes for digits.
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem)
            || stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³');
    }
}
