using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>Reads notes of what is still to do: <c>[[todo: …]]</c>, on one line. Stands before the parsers of links and citations.</summary>
public sealed class TodoParser : InlineParser
{
    private const string Start = "[[todo:";
    private const string End = "]]";

    public TodoParser() => OpeningCharacters = [Start[0]];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> rest = slice.AsSpan();
        if (!rest.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return false;
        int close = rest.IndexOf(End);
        if (close < 0 || rest[..close].Contains('\n')) return false;
        int from = processor.GetSourcePosition(slice.Start, out int line, out int column);
        processor.Inline = new TodoInline(rest[Start.Length..close].Trim().ToString()) { Span = new SourceSpan(from, from + close + End.Length - 1), Line = line, Column = column };
        processor.Document.SetData(typeof(TodoInline), true);
        slice.Start += close + End.Length;
        return true;
    }

    /// <summary>Whether a text has any note.</summary>
    internal static bool HasNotes(MarkdownDocument tree) => tree.ContainsData(typeof(TodoInline));
}
