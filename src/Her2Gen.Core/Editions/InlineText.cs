using System.Text;
using AngleSharp.Dom;

namespace Her2Gen.Editions;

/// <summary>The running text of a block while it is read.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder text = new();
    private readonly List<Token> tokens = [];

    /// <summary>The text of an element, apart from any block.</summary>
    public static IReadOnlyList<Token> Of(IElement element)
    {
        InlineText inline = new();
        inline.AddChildren(element);
        return inline.Take();
    }

    public void AddChildren(INode node)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText words) Add(words.Data);
            if (child is not IElement element || PageParts.IsUnread(element)) continue;
            if (PageParts.Mark(element) is { } mark) Add(mark);
            else AddChildren(element);
            if (PageParts.EndsLine(element)) Add(" ");
        }
    }

    // White space is laid out anew by every browser: one space stands for any.
    public void Add(string words)
    {
        foreach (char c in words)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) text.Append(c);
            else if (text.Length > 0 ? text[^1] != ' ' : tokens.Count > 0 && tokens[^1].Kind != TokenKind.Space) text.Append(' ');
        }
    }

    public void Add(Token mark)
    {
        EndWords();
        tokens.Add(mark);
    }

    /// <summary>What has been gathered, without white space at either end; then there is nothing.</summary>
    public IReadOnlyList<Token> Take()
    {
        EndWords();
        if (tokens.Count > 0 && tokens[^1].Kind == TokenKind.Space) tokens.RemoveAt(tokens.Count - 1);
        SortCitations();
        Token[] taken = [.. tokens];
        tokens.Clear();
        return taken;
    }

    // A page prints those of one place by their numbers: with other numbers they stand in another order, and are the same citations.
    private void SortCitations()
    {
        for (int start = 0; start < tokens.Count; start++)
        {
            int end = start;
            while (end < tokens.Count && tokens[end].Kind == TokenKind.Citation) end++;
            if (end - start > 1) tokens.Sort(start, end - start, Comparer<Token>.Create((one, other) => string.CompareOrdinal(one.Text, other.Text)));
            start = Math.Max(start, end - 1);
        }
    }

    private void EndWords()
    {
        tokens.AddRange(Tokens.Of(text.ToString()));
        text.Clear();
    }
}
