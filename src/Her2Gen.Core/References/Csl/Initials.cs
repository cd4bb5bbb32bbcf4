using System.Text;

namespace Her2Gen.References.Csl;

/// <summary>Given names as initials, or with the initials among them set alike (CSL 1.0.2, "initialize-with").</summary>
internal static class Initials
{
    /// <param name="terminator">What stands behind each initial: ". ", or nothing.</param>
    /// <param name="keepNames">Whether names in full stay, and only initials are set alike ("initialize" is false).</param>
    /// <param name="keepHyphens">Whether "Jean-Paul" is "J.-P.".</param>
    public static string Of(string given, string terminator, bool keepNames, bool keepHyphens)
    {
        if (given.Length == 0 || given is "Lord" or "Lady" || !Script.StartsRomanesque(WithoutTags(given))) return given;
        if (!keepHyphens) given = given.Replace('-', ' ');
        List<(string Name, string Separator)> parts = Parts(given);
        return keepNames ? Alike(parts, terminator) : Initialized(parts, terminator);
    }

    private static string WithoutTags(string text)
    {
        while (text.StartsWith('<') && text.IndexOf('>', StringComparison.Ordinal) is > 0 and var end) text = text[(end + 1)..];
        return text;
    }

    // Names and what stands behind each: a space, a hyphen (a small letter behind it keeps it inside), or nothing at the end.
    private static List<(string Name, string Separator)> Parts(string given)
    {
        List<(string, string)> parts = [];
        StringBuilder name = new();
        for (int i = 0; i < given.Length; i++)
        {
            char c = given[i];
            bool isHyphen = c == '-' && !(i + 1 < given.Length && char.IsAsciiLetterLower(given[i + 1]));
            if (c != ' ' && !isHyphen)
            {
                name.Append(c);
                // "J.R." are two names.
                if (c != '.' || i + 1 >= given.Length || given[i + 1] is ' ' or '-' or '.') continue;
                Add(" ");
                continue;
            }

            string separator = isHyphen ? "-" : " ";
            while (i + 1 < given.Length && given[i + 1] is ' ' or '-') separator = given[++i] == '-' ? "-" : separator;
            Add(separator);
        }

        Add("");
        return parts;

        void Add(string separator)
        {
            if (name.Length > 0) parts.Add((name.ToString(), separator));
            name.Clear();
        }
    }

    private static string Initialized(List<(string Name, string Separator)> parts, string terminator)
    {
        StringBuilder text = new();
        foreach ((string name, string separator) in parts)
        {
            if (Initial(name) is { } initial)
            {
                // The sign behind an initial stands in its markup; a space does not.
                string sign = terminator.TrimEnd(' ', '\u00A0');
                text.Append(initial).Append(sign).Append(Closers(name)).Append(terminator, sign.Length, terminator.Length - sign.Length);
                if (separator == "-")
                {
                    while (text.Length > 0 && text[^1] == ' ') text.Length--;
                    text.Append('-');
                }
            }
            else
            {
                if (text.Length > 0 && text[^1] is not (' ' or '-')) text.Append(' ');
                text.Append(name).Append(separator);
            }
        }

        return Tidy(text);
    }

    /// <summary>"J" of "John", "Ph" of "Ph.", "Yu" of "YUri"; null for a small word, which stays.</summary>
    private static string? Initial(string name)
    {
        string tags = name[..^WithoutTags(name).Length];
        string word = WithoutTags(name);
        if (word.Length == 0 || !char.IsLetter(word[0]) || char.ToUpperInvariant(word[0]) != word[0] || !Script.IsRomanesque(word[0])) return null;
        int end = 1;
        while (end < word.Length && char.IsLetter(word[end]) && Script.IsRomanesque(word[end])) end++;
        if (end > 1 && end < word.Length && word[end] == '.') return tags + word[..end];
        int capitals = 1;
        while (capitals < end && char.ToUpperInvariant(word[capitals]) == word[capitals]) capitals++;
        string extra = capitals < end ? word[1..capitals].ToLowerInvariant() : "";
        return tags + word[0] + extra;
    }

    private static string Closers(string name) => name.IndexOf("</", StringComparison.Ordinal) is >= 0 and var at && name.IndexOf('>', at) is > 0 and var end ? name[at..(end + 1)] : "";

    private static string Alike(List<(string Name, string Separator)> parts, string terminator)
    {
        List<(string Name, bool IsShort)> names = [];
        for (int i = 0; i < parts.Count; i++)
        {
            string name = parts[i].Name;
            if (Closers(name) is { Length: > 0 } closers)
            {
                string bare = WithoutTags(name[..name.IndexOf(closers, StringComparison.Ordinal)]);
                bool isInitial = bare.TrimEnd('.').Length == 1 && char.ToUpperInvariant(bare[0]) == bare[0];
                names.Add((isInitial ? name.Replace(bare + closers, bare.TrimEnd('.') + terminator.TrimEnd() + closers, StringComparison.Ordinal) : name, false));
                continue;
            }

            bool isShort = (name.Length > 1 && name[^1] == '.') || (name.Length == 1 && char.ToUpperInvariant(name[0]) == name[0]);
            names.Add((name.Length > 1 ? name.TrimEnd('.') : name, isShort));
        }

        StringBuilder text = new();
        for (int i = 0; i < names.Count; i++)
        {
            text.Append(names[i].Name);
            string separator = parts[i].Separator;
            if (!names[i].IsShort) text.Append(separator);
            else if (i == names.Count - 1) text.Append(terminator);
            else if (names[i + 1].IsShort && names[i + 1].Name.Length == 1) text.Append(terminator);
            else text.Append(terminator.TrimEnd('\uFEFF')).Append(separator.Length > 0 ? separator : " ");
        }

        return Tidy(text);
    }

    private static string Tidy(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\u00A0' or '\uFEFF') text.Length--;
        for (int i = text.Length - 1; i > 0; i--)
            if (text[i] == ' ' && text[i - 1] is ' ' or '-') text.Remove(i, 1);
        return text.ToString();
    }
}
