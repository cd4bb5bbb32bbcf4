using System.Buffers;
using Her2Gen.Files;

namespace Her2Gen.Checks;

internal enum DestinationKind
{
    /// <summary>Another place of the same file, or nothing.</summary>
    Here,

    /// <summary>A file of the site, whether it is there or not.</summary>
    Inside,

    /// <summary>Another site.</summary>
    Outside,

    /// <summary>No page: a mailbox, a telephone, data.</summary>
    Scheme,

    /// <summary>The address cannot be read.</summary>
    Malformed,

    /// <summary>It climbs out of the site.</summary>
    Climbs,

    /// <summary>It forgets where on its host the site is.</summary>
    BeyondBase,
}

/// <summary>Where an address leads, read as the URL standard reads it.</summary>
/// <param name="Address">The address without what the standard drops: white space at its ends, tabs and line ends.</param>
/// <param name="Path">The file, or the folder, inside the site.</param>
/// <param name="IsFolder">Whether the address ends as a folder's does.</param>
/// <param name="Fragment">What stands behind <c>#</c>, as written.</param>
internal sealed record Destination(DestinationKind Kind, string Address, FilePath Path = default, bool IsFolder = false, string Fragment = "")
{
    // C0 control or space, as the URL standard calls them.
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)]);

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    // Forbidden host code points (URL standard, 3.2), but for those that end the host.
    private static readonly SearchValues<char> NoHostCharacters = SearchValues.Create(" \t\n\r<>^|%\"`{}\\\0");

    /// <summary>The scheme in lower case; null for a relative address.</summary>
    public string? Scheme { get; private init; }

    /// <summary>The fragment with its escapes decoded.</summary>
    public string DecodedFragment => Unescape(Fragment) ?? Fragment;

    /// <param name="document">The file that holds the address.</param>
    /// <param name="root">Where the site is.</param>
    /// <param name="baseAddress">What the document says that relative addresses start from, or null.</param>
    public static Destination Of(string written, FilePath document, SiteAddress root, string? baseAddress = null)
    {
        string address = written.AsSpan().ContainsAny(Controls) ? WithoutControls(written) : written;
        if (SchemeOf(address) is { } scheme) return OfAbsolute(address, scheme, root);
        if (address.StartsWith("//", StringComparison.Ordinal)) return OfAbsolute(address, root.Scheme ?? "https", root);
        if (address.Length == 0 || address[0] == '#') return OfFragment(address);
        if (baseAddress is null) return OfPath(address, address, document, root);
        Destination from = Of(baseAddress, document, root);
        return from.Kind switch
        {
            DestinationKind.Inside when from.IsFolder => OfPath(address, address, FilePath.Parse(from.Path.Value.Length == 0 ? "_" : from.Path.Value + "/_"), root),
            DestinationKind.Inside => OfPath(address, address, from.Path, root),
            DestinationKind.Here => OfPath(address, address, document, root),
            // Everything relative is another site's then.
            _ => new Destination(DestinationKind.Outside, address),
        };
    }

    /// <summary>The text with its escapes decoded; null when one of them is none.</summary>
    public static string? Unescape(string text)
    {
        if (!text.Contains('%')) return text;
        for (int at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])) return null;
        return Uri.UnescapeDataString(text);
    }

    private static string WithoutControls(string address)
    {
        string line = string.Concat(address.Split('\t', '\n', '\r'));
        int start = line.AsSpan().IndexOfAnyExcept(Controls);
        return start < 0 ? "" : line[start..(line.AsSpan().LastIndexOfAnyExcept(Controls) + 1)];
    }

    private static Destination OfFragment(string address)
    {
        string fragment = address.Length == 0 ? "" : address[1..];
        return Unescape(fragment) is null ? new Destination(DestinationKind.Malformed, address) : new Destination(DestinationKind.Here, address, Fragment: fragment);
    }

    private static Destination OfAbsolute(string address, string scheme, SiteAddress root)
    {
        if (scheme is not ("http" or "https")) return new Destination(DestinationKind.Scheme, address) { Scheme = scheme };
        int start = address.IndexOf("//", StringComparison.Ordinal);
        int prefix = address.StartsWith("//", StringComparison.Ordinal) ? 0 : scheme.Length + 1;
        if (start != prefix || HostOf(address, start + 2, out int end) is not { } host) return new Destination(DestinationKind.Malformed, address) { Scheme = scheme };
        if (!root.IsHost(host)) return new Destination(DestinationKind.Outside, address) { Scheme = scheme };
        string path = address[end..] is ['/', ..] rest ? rest : "/" + address[end..];
        Destination inside = OfPath(path, address, FilePath.Parse("_"), root) with { Scheme = scheme };
        // The same host may hold other sites beside this one.
        return inside.Kind == DestinationKind.BeyondBase ? new Destination(DestinationKind.Outside, address) { Scheme = scheme } : inside;
    }

    private static Destination OfPath(string relative, string address, FilePath document, SiteAddress root)
    {
        int hash = relative.IndexOf('#', StringComparison.Ordinal);
        string fragment = hash < 0 ? "" : relative[(hash + 1)..];
        string path = hash < 0 ? relative : relative[..hash];
        if (path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0) path = path[..query];
        if (Unescape(path) is not { } decoded || Unescape(fragment) is null || !FilePath.IsPlain(decoded)) return new Destination(DestinationKind.Malformed, address);
        // A query alone asks the same file.
        if (path.Length == 0) return new Destination(DestinationKind.Here, address, Fragment: fragment);
        if (decoded.StartsWith('/'))
        {
            if (!decoded.StartsWith(root.BasePath, StringComparison.Ordinal) && decoded + "/" != root.BasePath) return new Destination(DestinationKind.BeyondBase, address);
            decoded = decoded.Length < root.BasePath.Length ? "/" : decoded[(root.BasePath.Length - 1)..];
        }

        return document.Resolve(decoded, out bool isFolder) is { } target
            ? new Destination(DestinationKind.Inside, address, target, isFolder, fragment)
            : new Destination(DestinationKind.Climbs, address);
    }

    // The host in lower case, with its port when that is not the scheme's own; null when it is none.
    private static string? HostOf(string address, int start, out int end)
    {
        end = address.AsSpan(start).IndexOfAny('/', '?', '#') is var length and >= 0 ? start + length : address.Length;
        string authority = address[start..end];
        if (authority.LastIndexOf('@') is var at and >= 0) authority = authority[(at + 1)..];
        int portAt = authority.LastIndexOf(':');
        if (authority.StartsWith('['))
        {
            int close = authority.IndexOf(']', StringComparison.Ordinal);
            if (close < 0 || !System.Net.IPAddress.TryParse(authority[1..close], out _) || (close + 1 < authority.Length && authority[close + 1] != ':')) return null;
            portAt = close + 1 < authority.Length ? close + 1 : -1;
        }
        else if (authority.AsSpan(0, portAt < 0 ? authority.Length : portAt).ContainsAny(NoHostCharacters) || authority.AsSpan(0, portAt < 0 ? authority.Length : portAt).Contains(':'))
        {
            return null;
        }

        string port = portAt < 0 ? "" : authority[(portAt + 1)..];
        string host = (portAt < 0 ? authority : authority[..portAt]).ToLowerInvariant();
        if (host.Length == 0 || host.StartsWith('.') || host.Contains("..", StringComparison.Ordinal)) return null;
        if (port.Length > 0 && !ushort.TryParse(port, out _)) return null;
        return port is "" or "80" or "443" ? host : $"{host}:{port}";
    }

    private static string? SchemeOf(string address)
    {
        int colon = address.AsSpan().IndexOfAny(':', '/', '#') is var at and > 0 && address[at] == ':' ? at : -1;
        if (colon < 0 || address.IndexOf('?', 0, colon) >= 0 || !char.IsAsciiLetter(address[0])) return null;
        return address.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters) ? null : address[..colon].ToLowerInvariant();
    }
}
