using System.Buffers;
using System.Text;

namespace Her2Gen.Markup;

/// <summary>The value of an attribute or property of SVG, as CSS reads it (CSS Syntax 3, section 4).</summary>
internal static class SvgValue
{
    private const int Shown = 40;

    private static readonly SearchValues<char> Signs = SearchValues.Create("('\"\\*");

    // Those that compute, and load nothing: not image(), image-set(), src(), attr() and their like.
    private static readonly HashSet<string> Functions = new(
        [
            "", "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark", "var", "calc", "min", "max", "clamp",
            "matrix", "translate", "translateX", "translateY", "scale", "scaleX", "scaleY", "rotate", "skew", "skewX", "skewY",
            "blur", "brightness", "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia",
            "inset", "circle", "ellipse", "polygon", "path",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The value with the ids in its <c>url(#…)</c> renamed; null, and what is wrong, when it could load something.</summary>
    public static string? Renamed(string value, Func<string, string> rename, out string? fault)
    {
        fault = null;
        if (!value.AsSpan().ContainsAny(Signs)) return value;
        StringBuilder renamed = new();
        int written = 0;
        int at = 0;
        while (value.AsSpan(at).IndexOfAny(Signs) is >= 0 and int next)
        {
            at += next;
            if (value[at] == '\\') fault = "a `\\` could hide what is loaded";
            else if (value[at] == '*' && at > 0 && value[at - 1] == '/') fault = "a comment could hide what is loaded";
            else if (value[at] is '"' or '\'') at = StringEnd(value, at, out fault);
            else if (value[at] == '(' && IsUrl(value, at))
            {
                (int start, int end, at) = Fragment(value, at + 1);
                if (at < 0) fault = LeadsOut(value);
                else renamed.Append(value, written, start - written).Append(rename(value[start..end]));
                written = end;
            }
            else if (value[at] == '(' && !Functions.Contains(NameBefore(value, at))) fault = $"`{Shortened(NameBefore(value, at))}(…)` is not on the list of functions that load nothing";

            if (fault is not null) return null;
            at++;
        }

        return renamed.Append(value, written, value.Length - written).ToString();
    }

    /// <summary>That an address leads out of the file, in words.</summary>
    public static string LeadsOut(string address) => $"`{Shortened(address)}` leads out of the file";

    /// <summary>A text for a message: on one line, and of its beginning only.</summary>
    public static string Shortened(string text)
    {
        string start = text.Length <= Shown ? text : text[..Shown] + "…";
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '`' ? ' ' : c));
    }

    // The last sign of a string; nothing inside it is a function.
    private static int StringEnd(string value, int start, out string? fault)
    {
        int end = value.IndexOf(value[start], start + 1);
        bool isBroken = end < 0 || value.AsSpan(start, end - start).ContainsAny("\\\n\r\f");
        fault = isBroken ? "a text in quotes is not closed, or holds a `\\` or a line break" : null;
        return end;
    }

    private static bool IsUrl(string value, int bracket) => NameBefore(value, bracket).Equals("url", StringComparison.OrdinalIgnoreCase);

    private static string NameBefore(string value, int bracket)
    {
        int start = bracket;
        while (start > 0 && (char.IsAsciiLetterOrDigit(value[start - 1]) || value[start - 1] is '-' or '_' or >= '\x80')) start--;
        return value[start..bracket];
    }

    // The id in `#id)`, perhaps in quotes, and the bracket behind it; a bracket at −1 for any other address.
    private static (int Start, int End, int Bracket) Fragment(string value, int start)
    {
        int at = SkipSpace(value, start);
        char quote = at < value.Length && value[at] is '"' or '\'' ? value[at++] : ')';
        if (at >= value.Length || value[at] != '#') return (0, 0, -1);
        at++;
        ReadOnlySpan<char> ends = quote == ')' ? " \t\n\r\f\"'()\\" : [quote, '\n', '\r', '\f', '\\'];
        int end = value.AsSpan(at).IndexOfAny(ends);
        if (end <= 0) return (0, 0, -1);
        end += at;
        if (quote != ')' && value[end] != quote) return (0, 0, -1);
        int close = SkipSpace(value, quote == ')' ? end : end + 1);
        return close < value.Length && value[close] == ')' ? (at, end, close) : (0, 0, -1);
    }

    private static int SkipSpace(string value, int at)
    {
        while (at < value.Length && value[at] is ' ' or '\t' or '\n' or '\r' or '\f') at++;
        return at;
    }
}
