using System.Text;

namespace Her2Gen.Checks;

/// <summary>An address in a style sheet.</summary>
/// <param name="Offset">Where its characters start in the style sheet.</param>
/// <param name="Length">How many characters it takes there: more than it has, where some are escaped.</param>
internal sealed record CssAddress(string Value, int Offset, int Length);

/// <summary>Finds the addresses of a style sheet: <c>url()</c>, <c>src()</c>, <c>@import</c> and the strings of <c>image-set()</c>.</summary>
/// <remarks>By the tokens of CSS Syntax Level 3, section 4: what stands in a comment or in any other string is no address.</remarks>
internal sealed class CssReader
{
    private readonly string css;
    private readonly List<CssAddress> found = [];

    // The function that each open parenthesis belongs to: only the innermost decides what a string is.
    private readonly Stack<string> functions = new();
    private int at;

    private CssReader(string css) => this.css = css;

    public static IReadOnlyList<CssAddress> Read(string css)
    {
        // Most style attributes hold no address at all.
        if (!css.Contains('(', StringComparison.Ordinal) && !css.Contains('@', StringComparison.Ordinal)) return [];
        CssReader reader = new(css);
        reader.Read();
        return reader.found;
    }

    private void Read()
    {
        bool isImport = false;
        while (at < css.Length)
        {
            char c = css[at];
            if (c == '/' && Next(1) == '*') SkipComment();
            else if (c is '"' or '\'') isImport = TakeString(isImport);
            else if (c == '@') isImport = TakeAtKeyword();
            else if (StartsName()) TakeName(ref isImport);
            else TakeSign(c, ref isImport);
        }
    }

    private void TakeSign(char c, ref bool isImport)
    {
        at++;
        if (c == '(') functions.Push("");
        else if (c == ')') functions.TryPop(out _);
        if (!char.IsWhiteSpace(c)) isImport = false;
    }

    private bool TakeString(bool isAddress)
    {
        (string value, int start, int length) = ReadString();
        if (isAddress || functions.TryPeek(out string? function) && function is "url" or "src" or "image-set" or "-webkit-image-set") Add(value, start, length);
        return false;
    }

    private bool TakeAtKeyword()
    {
        at++;
        return StartsName() && ReadName().Equals("import", StringComparison.OrdinalIgnoreCase);
    }

    private void TakeName(ref bool isImport)
    {
        string name = ReadName().ToLowerInvariant();
        if (Next(0) != '(')
        {
            isImport = false;
            return;
        }

        at++;
        int ahead = at;
        while (ahead < css.Length && char.IsWhiteSpace(css[ahead])) ahead++;
        if (name == "url" && ahead < css.Length && css[ahead] is not ('"' or '\''))
        {
            at = ahead;
            ReadBareAddress();
        }
        else
        {
            functions.Push(name);
        }

        isImport = false;
    }

    // Section 4.3.6: up to the parenthesis, without white space at its ends.
    private void ReadBareAddress()
    {
        int start = at;
        StringBuilder value = new();
        int end = at;
        while (at < css.Length && css[at] != ')')
        {
            if (css[at] == '\\')
            {
                value.Append(ReadEscape());
                end = at;
                continue;
            }

            value.Append(css[at]);
            if (!char.IsWhiteSpace(css[at++])) end = at;
        }

        at = Math.Min(css.Length, at + 1);
        Add(value.ToString().TrimEnd(), start, end - start);
    }

    private (string Value, int Start, int Length) ReadString()
    {
        char quote = css[at++];
        int start = at;
        StringBuilder value = new();
        while (at < css.Length && css[at] != quote && css[at] != '\n')
        {
            if (css[at] != '\\') value.Append(css[at++]);
            else if (Next(1) == '\n') at += 2;
            else value.Append(ReadEscape());
        }

        int length = at - start;
        at = Math.Min(css.Length, at + 1);
        return (value.ToString(), start, length);
    }

    // Section 4.3.7: up to six hexadecimal digits and one white space, or any other character as it is.
    private string ReadEscape()
    {
        at++;
        int start = at;
        while (at < css.Length && at - start < 6 && char.IsAsciiHexDigit(css[at])) at++;
        if (at == start) return at < css.Length ? css[at++].ToString() : "";
        int code = Convert.ToInt32(css[start..at], 16);
        if (at < css.Length && char.IsWhiteSpace(css[at])) at++;
        return Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\uFFFD";
    }

    private string ReadName()
    {
        StringBuilder name = new();
        while (at < css.Length)
        {
            if (css[at] == '\\' && Next(1) is not ('\n' or '\0')) name.Append(ReadEscape());
            else if (IsNameCharacter(css[at])) name.Append(css[at++]);
            else break;
        }

        return name.ToString();
    }

    private bool StartsName() => IsNameCharacter(css[at]) || (css[at] == '\\' && Next(1) is not ('\n' or '\0'));

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c >= '\x80';

    private void SkipComment()
    {
        int end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
        at = end < 0 ? css.Length : end + 2;
    }

    private char Next(int ahead) => at + ahead < css.Length ? css[at + ahead] : '\0';

    private void Add(string value, int start, int length)
    {
        if (value.Length > 0) found.Add(new CssAddress(value, start, length));
    }
}
