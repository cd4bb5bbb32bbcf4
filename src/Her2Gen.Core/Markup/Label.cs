using Her2Gen.Diagnostics;

namespace Her2Gen.Markup;

/// <summary>What a cross-reference can name: a figure, a table or a section of its page, as Quarto forms their ids.</summary>
/// <param name="Id">On the page: <c>fig-forest</c>.</param>
/// <param name="Text">What a reference to it says: <c>Figure 2</c>, or the heading of a section without a number.</param>
public sealed record Label(string Id, string Text, Location Location)
{
    public const string Section = "sec-";

    // In English, as the rest of the theme's words that stand in the text.
    private static readonly (string Prefix, string Word)[] Kinds = [("fig-", "Figure"), ("tbl-", "Table"), (Section, "Section")];

    /// <summary>Whether a citation's key names no reference but a place of the page.</summary>
    public static bool IsKey(string key) => KindOf(key) is not null;

    /// <summary>Whether something with this id is numbered: a figure or a table.</summary>
    public static bool IsNumbered(string id) => KindOf(id) is { } kind && kind.Prefix != Section;

    public static string Prefix(string id) => KindOf(id)?.Prefix ?? "";

    public static string Numbered(string id, int number) => $"{KindOf(id)?.Word} {number}";

    /// <summary>What a key names, in words: <c>figure</c>.</summary>
    public static string Kind(string key) => KindOf(key)?.Word.ToLowerInvariant() ?? "";

    private static (string Prefix, string Word)? KindOf(string key)
    {
        foreach ((string Prefix, string Word) kind in Kinds)
            if (key.StartsWith(kind.Prefix, StringComparison.Ordinal) && key.Length > kind.Prefix.Length) return kind;
        return null;
    }
}
