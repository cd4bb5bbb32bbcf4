using System.Buffers;

namespace Her2Gen.References.BibTex;

/// <summary>TeX source as the words that TeX would set, with the markup of CSL's rich text: accents, signs, mathematics, faces of type, dashes and quotation marks.</summary>
/// <remarks>No recursion: a list of open groups, of which there may be a hundred.</remarks>
internal sealed class TeXText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}$~`'-?!,\n\t");

    private const int MostGroups = 100;

    private const string Protects = "<span class=\"nocase\">";

    /// <summary>A group that is open.</summary>
    /// <param name="Closer">The sign that closes it.</param>
    /// <param name="Behind">What is written then.</param>
    /// <param name="Start">How much was written before it.</param>
    private readonly record struct Group(char Closer, string Behind, bool IsMath, int Start);

    private readonly string raw;
    private readonly TeXFlavour flavour;
    private readonly Action<int, int, string>? refuse;
    private readonly TeXOutput output;
    private readonly List<Group> groups = [];
    private int at;

    private TeXText(string raw, TeXFlavour flavour, Action<int, int, string>? refuse)
    {
        this.raw = raw;
        this.flavour = flavour;
        this.refuse = refuse;
        output = new TeXOutput(flavour != TeXFlavour.Plain);
    }

    /// <param name="refuse">Is told what cannot be set, with its offset and length; nobody is told where that does not matter.</param>
    public static string Decode(string raw, TeXFlavour flavour, Action<int, int, string>? refuse = null)
    {
        // Most values hold nothing to decode.
        if (raw.AsSpan().IndexOfAny(Special) < 0 && !raw.Contains("  ", StringComparison.Ordinal)) return raw.Trim();
        TeXText text = new(raw, flavour, refuse);
        while (text.at < raw.Length && text.groups.Count <= MostGroups) text.Step();
        if (text.groups.Count > MostGroups) refuse?.Invoke(text.at, 0, $"more than {MostGroups} groups stand in each other");
        while (text.groups.Count > 0) text.Close();
        return text.output.ToString();
    }

    private bool IsMath => groups.Count > 0 && groups[^1].IsMath;

    private void Step()
    {
        char c = raw[at];
        if (c == '\\') Command();
        else if (c == '{') Open();
        else if (c == '}') CloseBrace();
        else if (c == '$') Dollar();
        else if (IsMath) MathSign(c);
        else Sign(c);
    }

    private void Sign(char c)
    {
        switch (c)
        {
            case '~': Write(flavour == TeXFlavour.Plain ? " " : "\u00A0", 1); break;
            case '-' when Next("---"): Write("—", 3); break;
            case '-' when Next("--"): Write("–", 2); break;
            case '`' when Next("``"): Write("“", 2); break;
            case '\'' when Next("''"): Write("”", 2); break;
            case ',' when Next(",,"): Write("„", 2); break;
            case '?' when Next("?`"): Write("¿", 2); break;
            case '!' when Next("!`"): Write("¡", 2); break;
            default: WriteRune(); break;
        }
    }

    private void MathSign(char c)
    {
        if (c is '^' or '_')
        {
            at++;
            Script(c == '^' ? "sup" : "sub");
        }
        else if (char.IsWhiteSpace(c)) at++;
        else if (c == '-') Write("−", 1);
        else if (c == '\'') Write("′", 1);
        else if (c == '~') Write("\u00A0", 1);
        else WriteRune();
    }

    private void Script(string tag)
    {
        // A raised circle is a degree.
        foreach (string circle in (string[])["{\\circ}", "\\circ"])
        {
            if (tag != "sup" || !Next(circle)) continue;
            Write("°", circle.Length);
            return;
        }

        Argument($"<{tag}>", $"</{tag}>", isMath: true);
    }

    private bool Next(string signs) => raw.AsSpan(at).StartsWith(signs);

    // A brace protects the case of a title, unless a command stands behind it.
    private void Open()
    {
        at++;
        bool isProtected = flavour == TeXFlavour.Title && !IsMath && !output.IsAccentDue && at < raw.Length && raw[at] is not ('\\' or '}') && !groups.Any(group => group.Behind == "</span>");
        if (isProtected) output.Append(Protects);
        groups.Add(new Group('}', isProtected ? "</span>" : "", IsMath, output.Length));
    }

    private void CloseBrace()
    {
        at++;
        output.ForgetAccent();
        // Mathematics that was not closed in its group ends with it.
        while (groups.Count > 0 && groups[^1].Closer != '}' && groups.Any(group => group.Closer == '}')) Close();
        if (groups.Count > 0 && groups[^1].Closer == '}') Close();
    }

    private void Close()
    {
        output.EndGroup();
        output.Append(groups[^1].Behind);
        groups.RemoveAt(groups.Count - 1);
    }

    private void Dollar()
    {
        at++;
        if (at < raw.Length && raw[at] == '$') at++;
        if (groups.Count > 0 && groups[^1].Closer == '$') Close();
        else if (!IsMath) groups.Add(new Group('$', "", IsMath: true, output.Length));
    }

    private void Command()
    {
        int start = at++;
        if (at >= raw.Length)
        {
            output.Append("\\");
            return;
        }

        if (!char.IsAsciiLetter(raw[at])) EscapedSign(start);
        else NamedCommand(start);
    }

    private void EscapedSign(int start)
    {
        char sign = raw[at];
        if (sign == '(') Mathematics();
        else if (sign == ')') EndMathematics();
        else if (TeXSigns.Accents.TryGetValue(sign.ToString(), out char mark) && !(sign == '.' && IsMath)) Accent(mark, 1);
        else if (TeXSigns.Escapes.TryGetValue(sign, out string? text)) Write(text, 1);
        else
        {
            refuse?.Invoke(start, 2, $"\\{sign}");
            WriteRune();
        }
    }

    private void Mathematics()
    {
        at++;
        if (!IsMath) groups.Add(new Group('$', "", IsMath: true, output.Length));
    }

    private void EndMathematics()
    {
        at++;
        if (groups.Count > 0 && groups[^1].Closer == '$') Close();
    }

    private void Accent(char mark, int length)
    {
        at += length;
        SkipSpace();
        output.Accent(mark);
    }

    private void NamedCommand(int start)
    {
        while (at < raw.Length && char.IsAsciiLetter(raw[at])) at++;
        string name = raw[(start + 1)..at];
        if (at < raw.Length && raw[at] == '*') at++;
        if (TeXSigns.Signs.TryGetValue(name, out string? sign))
        {
            EndName();
            WriteText(sign);
        }
        else if (TeXSigns.Accents.TryGetValue(name, out char mark)) Accent(mark, 0);
        else if (TeXSigns.Faces.TryGetValue(name, out (string Open, string Close) face)) Argument(face.Open, face.Close, isMath: IsMath && name.StartsWith("math", StringComparison.Ordinal));
        else if (TeXSigns.Wrappers.TryGetValue(name, out (string Before, string Behind) wrapper)) Argument(wrapper.Before, wrapper.Behind, IsMath && !name.StartsWith("text", StringComparison.Ordinal) && name != "mbox", isMarkup: false);
        else if (TeXSigns.Declarations.TryGetValue(name, out (string Open, string Close) declared)) Declare(declared);
        else if (TeXSigns.Spaces.TryGetValue(name, out string? space))
        {
            EndName();
            output.Append(space);
        }
        else if (name is "href" or "foreignlanguage" or "textcolor" or "textlang") SecondArgument();
        else Unknown(start, name);
    }

    // What the command does is not known; its arguments are shown.
    private void Unknown(int start, string name)
    {
        refuse?.Invoke(start, name.Length + 1, $"\\{name}");
        EndName();
    }

    // The first says where it leads, or in which language or colour the second is.
    private void SecondArgument()
    {
        SkipSpace();
        int close = at < raw.Length && raw[at] == '{' ? raw.IndexOf('}', at) : -1;
        if (close >= 0) at = close + 1;
        Argument("", "", isMath: false);
    }

    private void Declare((string Open, string Close) face)
    {
        EndName();
        output.Tag(face.Open);
        if (groups.Count > 0) groups[^1] = groups[^1] with { Behind = (flavour == TeXFlavour.Plain ? "" : face.Close) + groups[^1].Behind };
        else groups.Add(new Group('\0', flavour == TeXFlavour.Plain ? "" : face.Close, IsMath: false, output.Length));
    }

    // The space behind a name ends it, and an empty group may.
    private void EndName()
    {
        if (Next("{}")) at += 2;
        else SkipSpace();
    }

    private void Argument(string open, string close, bool isMath, bool isMarkup = true)
    {
        SkipSpace();
        if (at < raw.Length && raw[at] == '[' && raw.IndexOf(']', at) is var end and >= 0) at = end + 1;
        if (isMarkup) output.Tag(open);
        else output.Append(open);
        string behind = isMarkup && flavour == TeXFlavour.Plain ? "" : close;
        if (at < raw.Length && raw[at] == '{')
        {
            at++;
            groups.Add(new Group('}', behind, isMath, output.Length));
            return;
        }

        // One sign is an argument too, and so is a command that stands for one.
        if (at < raw.Length && raw[at] == '\\')
        {
            int name = at + 1;
            while (name < raw.Length && char.IsAsciiLetter(raw[name])) name++;
            if (TeXSigns.Signs.TryGetValue(raw[(at + 1)..name], out string? sign)) Write(sign, name - at);
        }
        else if (at < raw.Length && raw[at] is not ('}' or '$'))
        {
            if (isMath && raw[at] == '-') Write("−", 1);
            else WriteRune();
        }

        output.Append(behind);
    }

    private void SkipSpace()
    {
        while (at < raw.Length && char.IsWhiteSpace(raw[at])) at++;
    }

    private void Write(string text, int length)
    {
        at += length;
        WriteText(text);
    }

    private void WriteRune()
    {
        int length = char.IsHighSurrogate(raw[at]) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1]) ? 2 : 1;
        Write(raw.Substring(at, length), length);
    }

    private void WriteText(string text) => output.Write(text, IsMath, groups.Count > 0 ? groups[^1].Start : 0);
}
