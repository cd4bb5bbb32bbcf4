namespace Her2Gen.Reporting;

/// <summary>Text from files that may hold anything, made fit for a terminal: no character in it does more than be seen.</summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with a picture (U+2400 and on) for each control character but the tab, and U+FFFD for half a surrogate pair. Its length stays.</summary>
    public static string Of(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsSurrogate(c))) return text;
        return string.Create(text.Length, text, static (shown, text) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                shown[i] = text[i] switch
                {
                    '\t' => '\t',
                    < ' ' and char control => (char)('\u2400' + control),
                    '\u007F' => '\u2421',
                    char control when char.IsControl(control) => Replacement,
                    char half when char.IsSurrogate(half) && !IsPaired(text, i) => Replacement,
                    char other => other,
                };
            }
        });
    }

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
