using System.Buffers;

namespace Her2Gen.Checks;

/// <summary>Finds what a template, a reader of references or an author left undone in a text.</summary>
internal static class LeftoverReader
{
    // In two parts, or a search for what our own sources left undone would find it.
    private const string Undone = "TO" + "DO";

    private static readonly SearchValues<string> Signs = SearchValues.Create(["{{", "}}", "{%", "%}", "???", Undone + "(", "[object ", "lorem ipsum", "Lorem ipsum", "Lorem Ipsum", "LOREM IPSUM"], StringComparison.Ordinal);

    // What a script writes for what it does not have; in a sentence each is a word.
    private static readonly string[] Nothings = ["undefined", "NaN"];

    /// <summary>The first one of a text, with its place in it; null for a text that is done.</summary>
    public static (string Leftover, int Index)? Find(ReadOnlySpan<char> text)
    {
        // One sign of each first: a search for all words costs more than the rest of the reading.
        bool mayHaveSign = text.ContainsAny("{}?[(") || text.Contains("psum", StringComparison.Ordinal) || text.Contains("PSUM", StringComparison.Ordinal);
        int at = mayHaveSign ? text.IndexOfAny(Signs) : -1;
        if (at >= 0) return (Stretch(text, at), at);
        ReadOnlySpan<char> bare = text.Trim();
        foreach (string nothing in Nothings)
            if (bare.SequenceEqual(nothing)) return (nothing, text.IndexOf(nothing));
        return null;
    }

    // Up to the sign that closes it, or the end of the word.
    private static string Stretch(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> rest = text[at..];
        string? close = rest switch
        {
            ['{', '{', ..] => "}}",
            ['{', '%', ..] => "%}",
            ['[', ..] => "]",
            ['T', ..] => ")",
            _ => null,
        };
        int end = close is null ? rest.IndexOfAny(' ', '\n') : rest.IndexOf(close) is var found and >= 0 ? found + close.Length : -1;
        if (rest.StartsWith("lorem ipsum", StringComparison.OrdinalIgnoreCase)) end = "lorem ipsum".Length;
        const int Longest = 60;
        return rest[..Math.Min(Longest, end < 0 ? rest.Length : end)].ToString();
    }
}
