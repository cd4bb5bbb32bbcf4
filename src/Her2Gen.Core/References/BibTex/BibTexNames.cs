using Her2Gen.References.Csl;

namespace Her2Gen.References.BibTex;

/// <summary>Lists of names as BibTeX has them: parted by <c>and</c>; <c>First von Last</c>, <c>von Last, First</c> or <c>von Last, Jr, First</c>; and BibLaTeX's <c>family=…, given=…</c>.</summary>
/// <remarks>A word that starts small is a particle. A name in braces is that of a group. <c>others</c> is <c>et al.</c></remarks>
internal static class BibTexNames
{
    public static IReadOnlyList<CslName> Read(string raw, Func<string, string> decode)
    {
        List<CslName> names = [];
        foreach (string name in Parted(raw, IsAnd, 0))
        {
            if (name.Length == 0) continue;
            if (name == "others") names.Add(Literal("et al."));
            else names.Add(Name(name, decode));
        }

        return names;
    }

    private static CslName Name(string raw, Func<string, string> decode)
    {
        if (IsGroup(raw)) return Literal(decode(raw));
        List<string> parts = Parted(raw, (text, at) => text[at] == ',' ? 1 : 0, 0);
        if (parts.All(part => part.Contains('=')) && Named(parts) is { } named) return NameOf(named.GetValueOrDefault("given", ""), named.GetValueOrDefault("prefix", ""), named.GetValueOrDefault("family", ""), named.GetValueOrDefault("suffix", ""), decode);
        if (parts.Count == 1) return InReadingOrder(Words(raw), decode);
        (string particle, string family) = Particle(Words(parts[0]));
        return parts.Count == 2 ? NameOf(parts[1], particle, family, "", decode) : NameOf(string.Join(", ", parts.Skip(2)), particle, family, parts[1], decode);
    }

    private static CslName InReadingOrder(List<string> words, Func<string, string> decode)
    {
        int first = words.FindIndex(0, Math.Max(0, words.Count - 1), StartsSmall);
        if (first < 0) return NameOf(string.Join(' ', words.SkipLast(1)), "", words.Count > 0 ? words[^1] : "", "", decode);
        int last = words.FindLastIndex(words.Count - 2, StartsSmall);
        return NameOf(string.Join(' ', words.Take(first)), string.Join(' ', words[first..(last + 1)]), string.Join(' ', words[(last + 1)..]), "", decode);
    }

    // "von der Last Name": up to the last word that starts small, and one is left for the family.
    private static (string Particle, string Family) Particle(List<string> words)
    {
        if (words.Count < 2 || !StartsSmall(words[0])) return ("", string.Join(' ', words));
        int last = words.FindLastIndex(words.Count - 2, StartsSmall);
        return (string.Join(' ', words[..(last + 1)]), string.Join(' ', words[(last + 1)..]));
    }

    private static CslName NameOf(string given, string particle, string family, string suffix, Func<string, string> decode)
    {
        CslName name = new("", decode(family), decode(given), "", decode(particle), decode(suffix));
        if (name is { Family.Length: 0, Given.Length: 0 }) return Literal(name.NonDroppingParticle);
        return NameParticles.Parse(name) == name ? name : name with { IsWhole = true };
    }

    private static CslName Literal(string name) => new(name, "", "", "", "", "");

    private static Dictionary<string, string>? Named(List<string> parts)
    {
        Dictionary<string, string> named = new(StringComparer.Ordinal);
        foreach (string[] pair in parts.Select(part => part.Trim('"', ' ').Split('=', 2)))
            if (!named.TryAdd(pair[0].Trim(), pair[1].Trim().Trim('"'))) return null;
        return named.ContainsKey("family") ? named : null;
    }

    private static bool IsGroup(string raw)
    {
        if (raw[0] != '{' || raw[^1] != '}' || raw.StartsWith("{\\", StringComparison.Ordinal)) return false;
        int depth = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            depth += raw[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return i == raw.Length - 1;
        }

        return false;
    }

    private static List<string> Words(string raw) => [.. Parted(raw, (text, at) => char.IsWhiteSpace(text[at]) || text[at] == '~' && (at == 0 || text[at - 1] != '\\') ? 1 : 0, 0).Where(word => word.Length > 0)];

    private static int IsAnd(string text, int at) =>
        at > 0 && at + 3 < text.Length && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 3]) && text.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase) ? 3 : 0;

    // Parted where a separator stands in no braces; how long it is, and 0 for none.
    private static List<string> Parted(string raw, Func<string, int, int> separator, int depth)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '{') depth++;
            else if (raw[i] == '}') depth--;
            else if (depth == 0 && separator(raw, i) is var length && length > 0)
            {
                parts.Add(raw[start..i].Trim());
                start = i + length;
                i = start - 1;
            }
        }

        parts.Add(raw[Math.Min(start, raw.Length)..].Trim());
        return parts;
    }

    // The first letter outside of braces says it; or that of a command, as in "{\'e}tienne". Braces without a command have no case.
    private static bool StartsSmall(string word)
    {
        int at = 0;
        if (word.StartsWith("{\\", StringComparison.Ordinal)) at = 1;
        else if (word[0] == '{') return false;
        if (word[at] == '\\')
        {
            int name = at + 1;
            while (name < word.Length && char.IsAsciiLetter(word[name])) name++;
            // A command that is a letter itself: \oe, \L.
            if (name > at + 1 && TeXSigns.Signs.TryGetValue(word[(at + 1)..name], out string? sign)) return char.IsLower(sign[0]);
            at = name;
        }

        while (at < word.Length && !char.IsLetter(word[at])) at++;
        return at < word.Length && char.IsLower(word[at]);
    }
}
