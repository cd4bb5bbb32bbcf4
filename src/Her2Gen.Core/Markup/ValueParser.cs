using Her2Gen.Data;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Her2Gen.Markup;

/// <summary>Reads values of the data in a text: <c>{=table.row.column}</c>, <c>{=table.row.column:#,##0}</c>. Stands before the parser of attributes.</summary>
public sealed class ValueParser : InlineParser
{
    private const string Start = "{=";

    public ValueParser() => OpeningCharacters = [Start[0]];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Parse(slice.AsSpan(), out int length) is not { } name) return false;
        int from = processor.GetSourcePosition(slice.Start, out int line, out int column);
        processor.Inline = new ValueInline(name) { Span = new SourceSpan(from, from + length - 1), Line = line, Column = column };
        slice.Start += length;
        return true;
    }

    /// <summary>A text with each value that it names replaced, for attributes, which hold no Markdown.</summary>
    public static string Expand(string text, Func<ValueName, string> value)
    {
        for (int at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at, StringComparison.Ordinal))
        {
            string shown = Parse(text.AsSpan(at), out int length) is { } name ? value(name) : Start;
            text = text[..at] + shown + text[(at + Math.Max(length, Start.Length))..];
            at += shown.Length;
        }

        return text;
    }

    private static ValueName? Parse(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (!text.StartsWith(Start, StringComparison.Ordinal)) return null;
        int close = text.IndexOf('}');
        if (close < 0) return null;
        string inner = text[Start.Length..close].ToString();
        int colon = inner.IndexOf(':', StringComparison.Ordinal);
        string[] parts = (colon < 0 ? inner : inner[..colon]).Trim().Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0 || part.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')))) return null;
        length = close + 1;
        return new ValueName(parts[0], parts[1], parts[2], colon < 0 ? "" : inner[(colon + 1)..].Trim());
    }
}
