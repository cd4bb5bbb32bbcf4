using System.Text;

namespace Her2Gen.Checks;

/// <summary>A field of a BibTeX entry, as written between its braces or quotes.</summary>
internal sealed record BibTexField(string Raw, int Offset);

/// <summary>Reads a file that holds one BibTeX entry.</summary>
internal static class BibTexReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["textbackslash"] = "\\",
        ["textbraceleft"] = "{",
        ["textbraceright"] = "}",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["textbar"] = "|",
        ["&"] = "&",
        ["%"] = "%",
        ["$"] = "$",
        ["#"] = "#",
        ["_"] = "_",
        ["{"] = "{",
        ["}"] = "}",
    };

    /// <summary>The fields by name in lower case; none when the file holds no entry, or several, or one that is not closed.</summary>
    public static IReadOnlyDictionary<string, BibTexField> Read(string text)
    {
        Dictionary<string, BibTexField> fields = new(StringComparer.Ordinal);
        Dictionary<string, BibTexField> none = [];
        int at = text.IndexOf('@', StringComparison.Ordinal);
        int key = at < 0 ? -1 : text.IndexOf('{', at);
        int comma = key < 0 ? -1 : text.IndexOf(',', key);
        if (comma < 0) return none;
        at = comma + 1;
        while (true)
        {
            at = Skip(text, at);
            if (at >= text.Length) return none;
            if (text[at] == '}') return text.IndexOf('@', at) < 0 ? fields : none;
            int equals = text.IndexOf('=', at);
            if (equals < 0) return none;
            string name = text[at..equals].Trim().ToLowerInvariant();
            int start = Skip(text, equals + 1);
            int end = ValueEnd(text, start);
            if (end < 0) return none;
            bool isWrapped = text[start] is '{' or '"';
            fields.TryAdd(name, isWrapped ? new BibTexField(text[(start + 1)..(end - 1)], start + 1) : new BibTexField(text[start..end].Trim(), start));
            at = end;
        }
    }

    /// <summary>The text that TeX would set, or null when it holds a command that is not known here.</summary>
    public static string? Decode(string raw)
    {
        StringBuilder text = new();
        for (int i = 0; i < raw.Length; i++)
        {
            switch (raw[i])
            {
                case '{' or '}' or '$': break;
                case '~': text.Append(' '); break;
                case '-' when i + 1 < raw.Length && raw[i + 1] == '-':
                    bool isEm = i + 2 < raw.Length && raw[i + 2] == '-';
                    text.Append(isEm ? '—' : '–');
                    i += isEm ? 2 : 1;
                    break;
                case '\\':
                    int end = i + 1;
                    while (end < raw.Length && char.IsAsciiLetter(raw[end])) end++;
                    if (end == i + 1) end++;
                    if (end > raw.Length || !Commands.TryGetValue(raw[(i + 1)..end], out string? set)) return null;
                    text.Append(set);
                    // The empty group that ends a command's name goes with it.
                    if (char.IsAsciiLetter(raw[i + 1]) && end + 1 < raw.Length && raw[end] == '{' && raw[end + 1] == '}') end += 2;
                    i = end - 1;
                    break;
                default: text.Append(raw[i]); break;
            }
        }

        return text.ToString();
    }

    /// <summary>The names in reading order, or null when one of them cannot be read.</summary>
    public static IReadOnlyList<string>? Names(string raw)
    {
        string?[] names = [.. Outside(raw, " and ").Select(name => Decode(Outside(name, ",") switch
        {
            [var family, var given] => $"{given.Trim()} {family.Trim()}",
            [var family, var suffix, var given] => $"{given.Trim()} {family.Trim()} {suffix.Trim()}",
            _ => name,
        }))];
        return names.Contains(null) ? null : [.. names.OfType<string>()];
    }

    /// <summary>The month, from 1, of a number or an English name.</summary>
    public static int? Month(string text)
    {
        if (int.TryParse(text, out int number)) return number is >= 1 and <= 12 ? number : null;
        int at = Array.FindIndex(Months, month => text.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }

    // Parted where the separator stands in no braces.
    private static List<string> Outside(string raw, string separator)
    {
        List<string> parts = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '{') depth++;
            if (raw[i] == '}') depth--;
            if (depth != 0 || string.CompareOrdinal(raw, i, separator, 0, separator.Length) != 0) continue;
            parts.Add(raw[start..i]);
            start = i + separator.Length;
            i = start - 1;
        }

        parts.Add(raw[start..]);
        return parts;
    }

    // Behind the value: BibTeX counts braces, those behind a backslash too.
    private static int ValueEnd(string text, int start)
    {
        if (start >= text.Length) return -1;
        char close = text[start] switch { '{' => '}', '"' => '"', _ => ',' };
        int depth = 0;
        for (int i = start + (close == ',' ? 0 : 1); i < text.Length; i++)
        {
            if (depth == 0 && (text[i] == close || (close == ',' && text[i] == '}'))) return close == ',' ? i : i + 1;
            if (text[i] == '{') depth++;
            if (text[i] == '}') depth--;
        }

        return -1;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
        return at;
    }
}
