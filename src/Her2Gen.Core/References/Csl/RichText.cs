using System.Buffers;

namespace Her2Gen.References.Csl;

/// <summary>A field's words with their markup: <c>&lt;i&gt;</c>, <c>&lt;b&gt;</c>, <c>&lt;sc&gt;</c>, <c>&lt;sup&gt;</c>, <c>&lt;sub&gt;</c>, spans, and quotation marks, which take the form of their place.</summary>
/// <remarks>Markup that does not pair is text. An apostrophe is told from a quotation mark by what stands around it.</remarks>
internal static class RichText
{
    private static readonly SearchValues<char> FrenchSigns = SearchValues.Create(":;?!»«");
    private static readonly SearchValues<char> Markup = SearchValues.Create("<\"'’“”‘«»„‚");

    /// <summary>A mark that opened: its node, its own text, and what closes it.</summary>
    private sealed record Open(Node Node, string Text, string Closer);

    public static Node Parse(string text, CslLocale locale)
    {
        text = NarrowSpaces(text);
        if (text.AsSpan().IndexOfAny(Markup) < 0) return Node.Of(text);
        string outer = locale.Word("open-quote") ?? "“", inner = locale.Word("open-inner-quote") ?? "‘";
        Quote[] quotes =
        [
            new("\"", "\""), new("'", "'"), new(outer, locale.Word("close-quote") ?? "”"), new(inner, locale.Word("close-inner-quote") ?? "’"),
        ];
        List<Open> open = [new Open(new Node { Children = [] }, "", "")];
        int words = 0;
        bool afterOpener = true;
        for (int at = 0; at < text.Length;)
        {
            if (!Markup.Contains(text[at]) || Mark(text, at, quotes, afterOpener) is not { } mark)
            {
                afterOpener = text[at] is ' ' or '(' or '\u202F' or '\u00A0';
                at++;
                continue;
            }

            AddWords(open[^1].Node, text[words..at]);
            at += mark.Text.Length;
            words = at;
            afterOpener = mark.Opens is not null;
            if (mark.Opens is { } node)
            {
                open[^1].Node.Children!.Add(node);
                open.Add(new Open(node, mark.Text, mark.Closer));
            }
            else if (!Close(open, mark.Text))
            {
                AddWords(open[^1].Node, mark.Text == "'" ? "’" : mark.Text);
            }
        }

        AddWords(open[^1].Node, text[words..]);
        while (open.Count > 1) Undo(open);
        return open[0].Node;
    }

    /// <summary>A mark of the text: an opener has a node, a closer has none.</summary>
    private sealed record Found(string Text, Node? Opens, string Closer);

    private readonly record struct Quote(string Opener, string Closer);

    private static Found? Mark(string text, int at, Quote[] quotes, bool afterOpener)
    {
        if (text[at] == '<') return Tag(text, at);
        char before = at > 0 ? text[at - 1] : ' ', after = at + 1 < text.Length ? text[at + 1] : ' ';
        bool isStraight = text[at] is '"' or '\'';
        if (text[at] is '\'' or '’' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) return new Found("'", null, "");
        foreach (Quote quote in quotes)
        {
            if (!At(text, at, quote.Opener)) continue;
            // A straight mark opens behind a space, a bracket or another mark.
            if (isStraight && (!afterOpener || (text[at] == '\'' && after == ' '))) continue;
            return new Found(quote.Opener, new Node { Children = [], Quotes = true, IsRich = true, IsInner = !isStraight && quote == quotes[^1] }, quote.Closer);
        }

        if (isStraight) return new Found(text[at].ToString(), null, "");
        foreach (Quote quote in quotes)
            if (At(text, at, quote.Closer)) return new Found(quote.Closer, null, "");
        return null;
    }

    private static bool At(string text, int at, string mark) => mark.Length > 0 && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static Found? Tag(string text, int at)
    {
        int end = text.IndexOf('>', at);
        if (end < 0) return null;
        string tag = text[at..(end + 1)];
        switch (tag)
        {
            case "<i>": return Opens(Face.Italic, "</i>");
            case "<b>": return Opens(Face.Bold, "</b>");
            case "<sc>": return Opens(Face.SmallCaps, "</sc>");
            case "<sup>": return Opens(Face.Superscript, "</sup>");
            case "<sub>": return Opens(Face.Subscript, "</sub>");
            case "</i>" or "</b>" or "</sc>" or "</sup>" or "</sub>" or "</span>": return new Found(tag, null, "");
        }

        if (!tag.StartsWith("<span ", StringComparison.Ordinal)) return null;
        if (tag.Contains("small-caps", StringComparison.Ordinal)) return Opens(Face.SmallCaps, "</span>");
        if (tag.Contains("\"nocase\"", StringComparison.Ordinal)) return Opens(Face.None, "</span>");
        if (!tag.Contains("\"nodecor\"", StringComparison.Ordinal)) return null;
        return new Found(tag, new Node { Children = [], IsRich = true, IsUnadorned = true }, "</span>");

        Found Opens(Face face, string closer) => new(tag, new Node { Children = [], Face = face, IsRich = true }, closer);
    }

    // Closes the innermost mark of its kind; what opened inside and did not close is text.
    private static bool Close(List<Open> open, string closer)
    {
        int found = open.FindLastIndex(candidate => candidate.Closer == closer);
        if (found <= 0 && closer == "'") found = open.FindLastIndex(candidate => candidate.Closer == "’");
        if (found <= 0) return false;
        while (open.Count - 1 > found) Undo(open);
        open.RemoveAt(found);
        return true;
    }

    private static void Undo(List<Open> open)
    {
        Open last = open[^1];
        open.RemoveAt(open.Count - 1);
        List<Node> siblings = open[^1].Node.Children!;
        siblings.Remove(last.Node);
        AddWords(open[^1].Node, last.Text is "'" or "‘" ? "’" : last.Text);
        siblings.AddRange(last.Node.Children!);
    }

    private static void AddWords(Node node, string words)
    {
        if (words.Length > 0) node.Children!.Add(Node.Of(words));
    }

    // A narrow space that does not break stands before French punctuation.
    private static string NarrowSpaces(string text)
    {
        if (text.AsSpan().IndexOfAny(FrenchSigns) < 0) return text;
        foreach (char sign in ":;?!»") text = text.Replace(" " + sign, "\u202F" + sign, StringComparison.Ordinal);
        return text.Replace("« ", "«\u202F", StringComparison.Ordinal);
    }
}
