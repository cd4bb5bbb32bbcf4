using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;

namespace Her2Gen.Reporting;

/// <summary>A mark of each finding that stays when lines are put in above it: rule, file, message and the line's text, hashed.</summary>
/// <remarks>Findings that are alike in all of these are numbered in their order, as GitHub does.</remarks>
internal sealed partial class SarifFingerprints(SourceLines lines)
{
    /// <summary>The only name that code scanning looks at.</summary>
    public const string Name = "primaryLocationLineHash";

    private const int HashBytes = 16;

    // A page may be one line, and have as many findings as it has characters.
    private const int LongestLine = 1000;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    // A message may name another place: that moves too.
    [GeneratedRegex(@":\d+:\d+|\bline \d+")]
    private static partial Regex Place { get; }

    public string Of(Diagnostic diagnostic)
    {
        string identity = string.Join('\0', diagnostic.Rule.Id, diagnostic.Location.File, Place.Replace(diagnostic.Message, ""), LineOf(diagnostic));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, HashBytes));
        int number = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return $"{hash}:{number.ToString(CultureInfo.InvariantCulture)}";
    }

    private string? LineOf(Diagnostic diagnostic) =>
        lines.At(diagnostic.Location) is { } line ? line[..Math.Min(line.Length, LongestLine)].Trim() : null;
}
