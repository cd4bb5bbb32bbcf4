using System.Buffers;
using System.Text;

namespace Her2Gen.Markup;

/// <summary>Addresses as authors write them in Markdown.</summary>
public static class Addresses
{
    // RFC 3986, appendix A: unreserved, reserved, and '%' for escapes that are there already.
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    private static readonly HashSet<string> SafeSchemes = new(["http", "https", "mailto", "tel"], StringComparer.Ordinal);

    /// <summary>The scheme in lower case, or null for a relative reference. White space and control characters are passed over, as browsers do.</summary>
    public static string? Scheme(string address)
    {
        StringBuilder scheme = new();
        foreach (char c in address)
        {
            if (c <= ' ') continue;
            if (c == ':') return scheme.Length > 0 ? scheme.ToString() : null;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;
            scheme.Append(char.ToLowerInvariant(c));
        }

        return null;
    }

    /// <summary>Whether a click on it can do no harm.</summary>
    public static bool IsSafe(string address) => Scheme(address) is not { } scheme || SafeSchemes.Contains(scheme);

    /// <summary>Whether it leads to another site: it has a scheme, or starts with <c>//</c>.</summary>
    public static bool IsExternal(string address) => Scheme(address) is not null || address.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The address with what RFC 3986 does not allow percent-encoded; escapes that are there stay.</summary>
    public static string Encode(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Allowed)) return address;
        StringBuilder encoded = new();
        foreach (byte b in Encoding.UTF8.GetBytes(address))
        {
            if (b < 0x80 && Allowed.Contains((char)b)) encoded.Append((char)b);
            else encoded.Append('%').Append(b.ToString("X2"));
        }

        return encoded.ToString();
    }
}
