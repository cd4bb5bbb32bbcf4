using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.BibTex;

/// <summary>Parts a BibTeX file into its entries: <c>@string</c>s are put in, pieces joined, <c>@comment</c>s, <c>@preamble</c>s and what stands between entries passed over.</summary>
/// <remarks>An entry that cannot be read is reported and ends where a line starts the next one. Each sign is looked at once or twice, whatever the file holds.</remarks>
internal sealed class BibTexScanner
{
    // Strings of strings could double without end.
    private const int MostExpanded = 4 << 20;

    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly SourceText source;
    private readonly string text;
    private readonly Library library;
    private readonly Dictionary<string, string> strings = Months.ToDictionary(month => month[..3], month => month, StringComparer.OrdinalIgnoreCase);
    private readonly List<BibTexEntry> entries = [];
    private bool hasOpenComment;
    private int expanded;
    private int at;

    private BibTexScanner(SourceText source, Library library)
    {
        this.source = source;
        this.library = library;
        text = source.Text;
    }

    public static IReadOnlyList<BibTexEntry> Read(SourceText source, Library library)
    {
        BibTexScanner scanner = new(source, library);
        while (scanner.at < scanner.text.Length && scanner.text.IndexOf('@', scanner.at) is var sign && sign >= 0) scanner.ReadOne(sign);
        return scanner.entries;
    }

    private void ReadOne(int sign)
    {
        at = sign + 1;
        string type = Word().ToLowerInvariant();
        SkipSpace();
        if (type.Length == 0 || at >= text.Length || text[at] is not ('{' or '('))
        {
            // An address in the text between entries has such a sign too.
            if (IsLineStart(sign) && BibTexTypes.Csl(type) is not null) library.Refuse(source.At(sign, type.Length + 1), $"`{{` is missing behind `@{type}`");
            at = Math.Min(at, text.Length);
            return;
        }

        char close = text[at++] == '{' ? '}' : ')';
        bool isRead = type switch
        {
            "comment" => SkipComment(close),
            "preamble" => ReadValue() is not null && IsClosed(close, sign),
            "string" => ReadString(close, sign),
            _ => ReadEntry(type, close, sign),
        };
        if (!isRead) at = NextEntry(sign + 1);
    }

    private bool SkipComment(char close)
    {
        int start = at;
        char open = close == '}' ? '{' : '(';
        for (int depth = 1; !hasOpenComment && at < text.Length; at++)
        {
            if (text[at] == open) depth++;
            else if (text[at] == close && --depth == 0) return true;
        }

        // One that is not closed says nothing of what stands behind it; and the next is not looked through in vain.
        hasOpenComment = true;
        at = start;
        return true;
    }

    private bool ReadString(char close, int sign)
    {
        SkipSpace();
        string name = Word();
        SkipSpace();
        if (name.Length == 0 || !Takes('=')) return Fail("expected `@string{name = \"…\"}`");
        if (ReadValue() is not { } value) return false;
        strings[name] = value.Text;
        return IsClosed(close, sign);
    }

    private bool IsClosed(char close, int sign)
    {
        SkipSpace();
        if (Takes(close)) return true;
        library.Refuse(source.At(sign, 1), $"not closed: `{close}` is missing");
        return false;
    }

    private bool ReadEntry(string type, char close, int sign)
    {
        SkipSpace();
        int keyAt = at;
        while (at < text.Length && text[at] != ',' && text[at] != close && text[at] is not ('=' or '"' or '{' or '}') && !char.IsWhiteSpace(text[at])) at++;
        string key = text[keyAt..at];
        SkipSpace();
        if (at < text.Length && text[at] != ',' && text[at] != close) return Fail(text[at] == '=' ? "an entry needs a key" : "expected `,` behind the key of an entry", keyAt, key.Length);
        if (key.Length == 0) library.Refuse(source.At(sign, type.Length + 1), "an entry needs a key");
        Dictionary<string, BibTexValue> fields = new(StringComparer.Ordinal);
        bool isRead = ReadFields(fields, key, close, keyAt);
        // Of a broken entry there is the beginning, so that its citations are not reported too.
        if (isRead || fields.ContainsKey("title")) entries.Add(new BibTexEntry(type, sign, key, keyAt, fields));
        return isRead;
    }

    private bool ReadFields(Dictionary<string, BibTexValue> fields, string key, char close, int keyAt)
    {
        while (true)
        {
            SkipSpace();
            while (Takes(',')) SkipSpace();
            if (at >= text.Length) return Fail($"`{key}` is not closed", keyAt, key.Length);
            if (Takes(close)) return true;
            int nameAt = at;
            string name = Word().ToLowerInvariant();
            if (name.Length == 0 || text[nameAt] == '@') return Fail(IsLineStart(nameAt) && text[nameAt] == '@' ? $"`{key}` is not closed" : $"expected a field of `{key}`, or `{close}`", nameAt, 1);
            SkipSpace();
            if (!Takes('=')) return Fail($"expected `=` behind `{name}`", nameAt, name.Length);
            if (ReadValue() is not { } value) return false;
            if (!fields.TryAdd(name, value)) library.RefuseTwice(source.At(nameAt, name.Length), name);
            SkipSpace();
            if (at < text.Length && text[at] != ',' && text[at] != close) library.Refuse(source.At(at, 1), $"expected `,` or `{close}` behind the field `{name}`");
        }
    }

    // Pieces joined by '#': braced, quoted, a number, or the name of a string. Null, and reported, when it cannot be read.
    private BibTexValue? ReadValue()
    {
        StringBuilder joined = new();
        int start = -1, length = 0, pieces = 0;
        bool isWritten = true;
        do
        {
            SkipSpace();
            int pieceAt = at;
            if (Piece(out int inner) is not { } piece) return null;
            isWritten &= ++pieces == 1 && text.AsSpan(inner).StartsWith(piece);
            if (pieces == 1) (start, length) = (inner, at - inner - (inner > pieceAt ? 1 : 0));
            joined.Append(piece);
            SkipSpace();
        }
        while (Takes('#'));
        return new BibTexValue(joined.ToString(), start, length, isWritten);
    }

    private string? Piece(out int inner)
    {
        inner = at;
        if (at >= text.Length)
        {
            Fail("a value is missing", text.Length, 0);
            return null;
        }

        if (text[at] is '{' or '"') return Enclosed(out inner);
        string word = Word();
        if (word.Length == 0)
        {
            Fail("expected a value: `{…}`, `\"…\"`, a number or the name of a `@string`");
            return null;
        }

        if (word.All(char.IsAsciiDigit)) return word;
        if (strings.TryGetValue(word, out string? value))
        {
            expanded += value.Length;
            if (expanded <= MostExpanded) return value;
            Fail($"the `@string`s of this file expand to more than {MostExpanded} characters", inner, word.Length);
            expanded = MostExpanded;
            return null;
        }

        library.Refuse(source.At(inner, word.Length), $"there is no `@string` of the name `{word}`", Nearest.Hint(word, strings.Keys.Order(StringComparer.Ordinal)) ?? "put braces around a text");
        return "";
    }

    // BibTeX counts braces, those behind a backslash too.
    private string? Enclosed(out int inner)
    {
        int opened = at;
        char close = text[at++] == '{' ? '}' : '"';
        inner = at;
        int depth = 0;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (c == close && depth == 0) return text[inner..at++];
            if (c == '{') depth++;
            else if (c == '}' && --depth < 0) break;
            else if (c == '\n' && IsEntry(at + 1)) break;
        }

        Fail(close == '"' && depth < 0 ? "a `}` too many in a quoted value" : $"not closed: `{close}` is missing", opened, 1);
        return null;
    }

    private bool Fail(string message) => Fail(message, at, at < text.Length ? 1 : 0);

    private bool Fail(string message, int offset, int length)
    {
        library.Refuse(source.At(offset, length), message);
        return false;
    }

    private bool Takes(char sign)
    {
        if (at >= text.Length || text[at] != sign) return false;
        at++;
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length)
        {
            if (text[at] == '%') at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (char.IsWhiteSpace(text[at])) at++;
            else return;
        }
    }

    private string Word()
    {
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '#' or '%' or '\'' or '(' or ')' or ',' or '=' or '{' or '}')) at++;
        return text[start..at];
    }

    private bool IsLineStart(int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t') offset--;
        return offset == 0 || text[offset - 1] == '\n';
    }

    // Whether a line starts an entry: no text of a field does.
    private bool IsEntry(int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t') offset++;
        if (offset >= text.Length || text[offset] != '@') return false;
        int end = offset + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == offset + 1) return false;
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] is '{' or '(';
    }

    private int NextEntry(int from)
    {
        for (int line = text.IndexOf('\n', from); line >= 0; line = text.IndexOf('\n', line + 1))
            if (IsEntry(line + 1)) return line + 1;
        return text.Length;
    }
}
