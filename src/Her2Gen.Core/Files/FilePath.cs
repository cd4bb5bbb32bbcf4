using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Files;

/// <summary>A path inside a <see cref="FileTree"/>: relative, with '/', never climbing out.</summary>
/// <remarks>Made only by <see cref="TryParse"/> and by the members that cannot leave the tree, so one that exists is safe to join to a folder.</remarks>
public readonly record struct FilePath : IComparable<FilePath>
{
    private static readonly SearchValues<char> NoPathCharacters = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '\\', '\x7f']);

    private FilePath(string value) => Value = value;

    public string Value { get; }

    /// <summary>What stands behind the last '/'.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder, with its '/' at the end; empty at the top.</summary>
    public string Folder => Value[..(Value.LastIndexOf('/') + 1)];

    /// <summary>The last ending with its dot, or nothing: <c>.html</c>.</summary>
    public string Extension => Path.GetExtension(Value);

    /// <summary>The name without its last ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    public static FilePath Parse(string text) =>
        TryParse(text, out FilePath path) ? path : throw new FormatException($"not a relative path inside a tree: {text}");

    /// <summary>Takes a path that is already plain: no empty, <c>.</c> or <c>..</c> part, no backslash, no control character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FilePath path)
    {
        path = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (!IsPlain(text)) return false;
        foreach (Range part in text.AsSpan().Split('/'))
            if (text.AsSpan()[part] is "" or "." or "..") return false;
        path = new FilePath(text);
        return true;
    }

    /// <summary>The path that a relative or root-relative reference means when it stands in this file, or null when it climbs out (RFC 3986, section 5.2) or is no path at all.</summary>
    /// <remarks>The reference has neither query nor fragment, and is percent-decoded. A folder gives its path with '/' at the end as <paramref name="folder"/>.</remarks>
    public FilePath? Resolve(string reference, out bool folder)
    {
        folder = false;
        if (!IsPlain(reference)) return null;
        string whole = reference.StartsWith('/') ? reference[1..] : string.Concat(Value.AsSpan(0, Value.LastIndexOf('/') + 1), reference);
        folder = whole.Length == 0 || whole.EndsWith('/') || whole.EndsWith("/.", StringComparison.Ordinal) || whole.EndsWith("/..", StringComparison.Ordinal) || whole is "." or "..";
        if (!MayHaveSteps(whole)) return new FilePath(folder && whole.Length > 0 ? whole[..^1] : whole);
        List<string> parts = [];
        foreach (string part in whole.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return new FilePath(string.Join('/', parts));
    }

    // Whether a part may be empty, `.` or `..`; hardly any path has one.
    private static bool MayHaveSteps(string path) => path is ['.' or '/', ..] || path.Contains("/.", StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal);

    /// <summary>The reference that leads from this file to another one, percent-encoded for an href: <c>../assets/a.css</c>.</summary>
    public string LinkTo(FilePath target)
    {
        string[] from = Value.Split('/');
        string[] to = target.Value.Split('/');
        int shared = 0;
        while (shared < from.Length - 1 && shared < to.Length - 1 && from[shared] == to[shared]) shared++;
        IEnumerable<string> down = to.Skip(shared).Select(Uri.EscapeDataString);
        return string.Join('/', Enumerable.Repeat("..", from.Length - 1 - shared).Concat(down));
    }

    /// <summary>This path from a folder of it on, which it begins with.</summary>
    internal FilePath Below(string folder) => new(Value[folder.Length..]);

    /// <summary>Whether a text has no backslash and no control character: a path has neither.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(NoPathCharacters);

    public bool Equals(FilePath other) => Value == other.Value;

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    public int CompareTo(FilePath other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(FilePath left, FilePath right) => left.CompareTo(right) < 0;

    public static bool operator >(FilePath left, FilePath right) => left.CompareTo(right) > 0;

    public static bool operator <=(FilePath left, FilePath right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FilePath left, FilePath right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
