using System.Text.RegularExpressions;

namespace Her2Gen.References;

/// <summary>The tags that fields of CSL-JSON may hold, and the words between them.</summary>
internal static partial class RichWords
{
    [GeneratedRegex("""</?(?:i|b|sc|sup|sub)>|<span(?: class="nocase"| style="font-variant: ?small-caps;?")>|</span>""")]
    private static partial Regex TagForm { get; }

    /// <summary>The text without its tags.</summary>
    public static string Plain(string text) => text.Contains('<') ? TagForm.Replace(text, "") : text;

    /// <summary>The text with its tags and what stands between them made other. Tags that do not pair are words.</summary>
    public static string Select(string text, Func<string, string> tag, Func<string, string> words)
    {
        if (!text.Contains('<') || !IsPaired(text)) return words(text);
        List<string> parts = [];
        int start = 0;
        foreach (Match match in TagForm.Matches(text).Cast<Match>())
        {
            parts.Add(words(text[start..match.Index]));
            parts.Add(tag(match.Value));
            start = match.Index + match.Length;
        }

        parts.Add(words(text[start..]));
        return string.Concat(parts);
    }

    private static bool IsPaired(string text)
    {
        Stack<string> open = new();
        foreach (string tag in TagForm.Matches(text).Select(match => match.Value))
        {
            if (tag[1] != '/') open.Push(tag[1..].Split(' ', '>')[0]);
            else if (open.Count == 0 || open.Pop() != tag[2..^1]) return false;
        }

        return open.Count == 0;
    }
}
