using System.Text;

namespace Her2Gen.References.BibTex;

/// <summary>Titles that are typed in English title case, in the sentence case that CSL asks of a library (as Zotero and Pandoc make it).</summary>
/// <remarks>
/// A title is in title case when more than half of its longer words start with a capital; any other stays as it is.
/// Small are then the words behind the first of a sentence that are a capital and small letters. What is tagged keeps its case: braces and faces of type protect.
/// </remarks>
internal static class SentenceCase
{
    private const int LongWord = 4;

    /// <param name="title">With the tags of CSL's rich text.</param>
    public static string Of(string title)
    {
        List<(int Start, int End, bool IsFirst)> words = Words(title);
        int capital = 0, small = 0;
        foreach ((int start, int end, bool isFirst) in words)
        {
            if (isFirst || end - start < LongWord) continue;
            if (char.IsLower(title[start])) small++;
            else if (IsCapitalised(title.AsSpan(start, end - start))) capital++;
        }

        if (capital <= small) return title;
        StringBuilder sentence = new(title);
        foreach ((int start, int end, bool isFirst) in words)
            if (!isFirst && (IsCapitalised(title.AsSpan(start, end - start)) || IsArticle(title, start, end))) sentence[start] = char.ToLowerInvariant(sentence[start]);
        return sentence.ToString();
    }

    private static bool IsCapitalised(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0])) return false;
        foreach (char c in word[1..])
            if (!char.IsLower(c) && c is not ('\'' or '’')) return false;
        return true;
    }

    // "A" at an end is a name: vitamin A.
    private static bool IsArticle(string title, int start, int end) => end - start == 1 && title[start] == 'A' && end + 1 < title.Length && title[end] == ' ' && char.IsLetter(title[end + 1]);

    // The words outside of tags, and whether each is the first of a sentence.
    private static List<(int Start, int End, bool IsFirst)> Words(string title)
    {
        List<(int, int, bool)> words = [];
        int depth = 0;
        bool isFirst = true;
        for (int at = 0; at < title.Length;)
        {
            char c = title[at];
            if (c == '<' && TagEnd(title, at) is var tag && tag > 0)
            {
                depth = Math.Max(0, depth + (title[at + 1] == '/' ? -1 : 1));
                if (depth > 0) isFirst = false;
                at = tag;
            }
            else if (char.IsLetterOrDigit(c))
            {
                int end = at;
                while (end < title.Length && (char.IsLetterOrDigit(title[end]) || char.IsSurrogate(title[end]) || (title[end] is '\'' or '’' && end + 1 < title.Length && char.IsLetter(title[end + 1])))) end++;
                // What is glued to a tag is part of a word that is protected.
                bool isWhole = depth == 0 && (at == 0 || title[at - 1] != '>') && (end == title.Length || title[end] != '<');
                if (isWhole) words.Add((at, end, isFirst));
                isFirst = false;
                at = end;
            }
            else
            {
                if (c is '.' or ':' or '?' or '!' or '—' && at + 1 < title.Length && title[at + 1] is ' ' or '\u00A0') isFirst = true;
                at++;
            }
        }

        return words;
    }

    private static int TagEnd(string title, int at)
    {
        if (at + 1 >= title.Length || !(char.IsAsciiLetter(title[at + 1]) || title[at + 1] == '/')) return -1;
        int end = title.IndexOf('>', at, Math.Min(24, title.Length - at));
        return end + 1;
    }
}
