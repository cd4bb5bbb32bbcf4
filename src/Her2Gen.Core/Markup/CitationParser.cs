using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Reads citations as Pandoc does, and the calls of footnotes that nothing defines. Stands before the link parser.</summary>
public sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['[', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        slice.CurrentChar == '@' ? MatchInSentence(processor, ref slice) : MatchBracket(processor, ref slice);

    private static bool MatchInSentence(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsLetterOrDigit(slice.PeekCharExtra(-1))) return false;
        int length = KeyLength(slice.AsSpan()[1..]);
        if (length == 0) return false;
        CitedKey key = Key(processor, slice.Start, slice.AsSpan().Slice(1, length).ToString(), "", "");
        Emit(processor, ref slice, new CitationInline([key], inSentence: true), length + 1);
        return true;
    }

    private static bool MatchBracket(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> rest = slice.AsSpan();
        if (rest.Length > 1 && rest[1] != '^' && !rest.Contains('@')) return false;
        int close = rest.IndexOf(']');
        if (close < 2 || rest[1..close].Contains('[')) return false;
        if (rest[1] == '^') return MatchUndefinedFootnote(processor, ref slice, close);
        // A link's text may hold an '@': what follows the bracket decides.
        if (close + 1 < rest.Length && rest[close + 1] is '(' or '[') return false;

        List<CitedKey> keys = [];
        int at = 1;
        while (at <= close)
        {
            int end = rest[at..close].IndexOf(';') is var semicolon and >= 0 ? at + semicolon : close;
            if (ReadKey(processor, slice.Start + at, rest[at..end]) is not { } key) return false;
            keys.Add(key);
            at = end + 1;
        }

        // A number set above the line stands at its word; a cross-reference is a word of its own.
        if (!Label.IsKey(keys[0].Key) && processor.Inline is LiteralInline { Content: { Length: > 0 } before } literal && before[before.End] == ' ') literal.Content.End--;
        Emit(processor, ref slice, new CitationInline(keys, inSentence: false), close + 1);
        return true;
    }

    private static CitedKey? ReadKey(InlineProcessor processor, int start, ReadOnlySpan<char> part)
    {
        int sign = part.IndexOf('@');
        if (sign < 0) return null;
        // `-@key` leaves the author's name out, which a number does anyway.
        int prefix = sign > 0 && part[sign - 1] == '-' ? sign - 1 : sign;
        if (prefix > 0 && part[prefix - 1] is not (' ' or '\n')) return null;
        int length = KeyLength(part[(sign + 1)..]);
        if (length == 0) return null;
        ReadOnlySpan<char> after = part[(sign + 1 + length)..];
        if (after.Length > 0 && after[0] is not (',' or ' ' or '\n')) return null;
        string locator = after.Trim().TrimStart(',').Trim().ToString();
        return Key(processor, start + sign, part.Slice(sign + 1, length).ToString(), part[..prefix].Trim().ToString(), locator);
    }

    private static bool MatchUndefinedFootnote(InlineProcessor processor, ref StringSlice slice, int close)
    {
        string label = slice.AsSpan()[1..close].ToString();
        if (label.Length < 2 || processor.Document.ContainsLinkReferenceDefinition(label)) return false;
        Emit(processor, ref slice, new UndefinedFootnoteInline(label[1..]), close + 1);
        return true;
    }

    // Pandoc: a letter, digit or '_', then these and single internal punctuation characters.
    private static int KeyLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_'
            || (length > 0 && text[length] is ':' or '.' or '#' or '$' or '%' or '&' or '-' or '+' or '?' or '<' or '>' or '~' or '/'
                && length + 1 < text.Length && (char.IsLetterOrDigit(text[length + 1]) || text[length + 1] == '_')))) length++;
        return length;
    }

    private static CitedKey Key(InlineProcessor processor, int start, string key, string prefix, string locator)
    {
        int from = processor.GetSourcePosition(start);
        return new CitedKey(key, prefix, locator, new SourceSpan(from, from + key.Length));
    }

    private static void Emit(InlineProcessor processor, ref StringSlice slice, Inline inline, int length)
    {
        int from = processor.GetSourcePosition(slice.Start, out int line, out int column);
        inline.Span = new SourceSpan(from, from + length - 1);
        inline.Line = line;
        inline.Column = column;
        processor.Inline = inline;
        slice.Start += length;
    }
}
