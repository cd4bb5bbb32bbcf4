using System.Collections.Frozen;
using System.Text;

namespace Her2Gen.References.Csl;

/// <summary>Changes the case of a field's words, and leaves alone what its markup protects.</summary>
internal static class TextCasing
{
    // CSL 1.0.2, "title case": articles, conjunctions, prepositions.
    private static readonly FrozenSet<string> Small = new[]
    {
        "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as",
        "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d", "de",
        "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in", "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off",
        "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than", "the", "through", "throughout", "thru", "thruout", "till", "to", "toward", "towards",
        "under", "underneath", "until", "unto", "up", "upon", "v", "van", "versus", "via", "vis-à-vis", "von", "vs", "with", "within", "without", "yet",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const string Breaks = "‘’“”\"'-–—/.,;?!:[]()";

    /// <summary>The words in another case.</summary>
    /// <param name="isEnglish">Title case is for English alone; other languages keep their words.</param>
    public static string Apply(string text, TextCase wanted, bool isEnglish)
    {
        if (wanted == TextCase.None || text.Length == 0 || (wanted == TextCase.Title && !isEnglish)) return text;
        StringBuilder cased = new(text);
        List<(int Start, int End)> words = Words(text, splitAtPunctuation: wanted is not (TextCase.Lowercase or TextCase.Uppercase));
        bool isFirst = true;
        for (int i = 0; i < words.Count; i++)
        {
            (int start, int end) = words[i];
            string word = text[start..end];
            string changed = wanted switch
            {
                TextCase.Lowercase => Lower(word),
                TextCase.Uppercase => Upper(word),
                TextCase.Sentence => isFirst ? Capital(word) : Lower(word),
                TextCase.CapitalizeFirst => isFirst && word == Lower(word) ? Capital(word) : word,
                TextCase.CapitalizeAll => word == Lower(word) ? Capital(word) : word,
                _ => IsCapital(text, words, i, isFirst) && word == Lower(word) ? Capital(word) : word,
            };
            for (int at = 0; at < changed.Length; at++) cased[start + at] = changed[at];
            isFirst = false;
            if (wanted == TextCase.CapitalizeFirst) break;
        }

        return cased.ToString();
    }

    private static bool IsCapital(string text, List<(int Start, int End)> words, int i, bool isFirst)
    {
        (int start, int end) = words[i];
        string word = Lower(text[start..end]);
        if (isFirst || (word.Length > 1 && !Small.Contains(word))) return true;
        if (word.Length > 1 && i == words.Count - 1 && text.AsSpan(end).IndexOfAny("<") < 0) return true;
        // The first part of a compound: "Pro-Environmental".
        if (word.Length > 1 && end < text.Length && text[end] == '-' && !(start > 0 && text[start - 1] == '-')) return true;
        // A title's second sentence begins as its first.
        for (int at = start - 1; at >= 0 && !(char.IsLetterOrDigit(text[at]) || text[at] == '>'); at--)
            if (text[at] is '!' or '?' or ':') return true;
        return false;
    }

    /// <summary>Where words stand that may change: outside of tags, and of what no-case, small capitals, sub- and superscript hold.</summary>
    private static List<(int Start, int End)> Words(string text, bool splitAtPunctuation)
    {
        List<(int Start, int End)> words = [];
        Stack<string> held = new();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            int tagEnd = i < text.Length && text[i] == '<' ? TagEnd(text, i) : -1;
            bool isBreak = i == text.Length || tagEnd > 0 || char.IsWhiteSpace(text[i]) || text[i] == '\u200B' || (splitAtPunctuation && Breaks.Contains(text[i]));
            if (!isBreak)
            {
                if (start < 0 && held.Count == 0) start = i;
                continue;
            }

            if (start >= 0) words.Add((start, i));
            start = -1;
            if (tagEnd < 0) continue;
            string tag = text[i..tagEnd];
            if (tag is "<sc>" or "<sub>" or "<sup>") held.Push("</" + tag[1..]);
            else if (tag.StartsWith("<span", StringComparison.Ordinal)) held.Push("</span>");
            else if (held.Count > 0 && held.Peek() == tag) held.Pop();
            i = tagEnd - 1;
        }

        return words;
    }

    private static int TagEnd(string text, int at)
    {
        int end = text.IndexOf('>', at);
        if (end < 0) return -1;
        string tag = text[at..(end + 1)];
        return tag is "<i>" or "</i>" or "<b>" or "</b>" or "<sc>" or "</sc>" or "<sub>" or "</sub>" or "<sup>" or "</sup>" or "</span>" || tag.StartsWith("<span ", StringComparison.Ordinal) ? end + 1 : -1;
    }

    // One character for one: "ß" stays, and the places of all others with it.
    private static string Lower(string word) => word.ToLowerInvariant();

    private static string Upper(string word) => word.ToUpperInvariant();

    private static string Capital(string word)
    {
        // A Greek letter alone is a symbol.
        if (word.Length == 1 && word[0] is >= '\u0370' and <= '\u03FF') return word;
        return char.IsHighSurrogate(word[0]) && word.Length > 1 ? Upper(word[..2]) + word[2..] : char.ToUpperInvariant(word[0]) + word[1..];
    }
}
