using System.Text;

namespace Her2Gen.References.Csl;

/// <summary>Writes laid-out text as HTML or as plain text, in the conventions of citeproc-js.</summary>
/// <remarks>Everything but the tags of this class is escaped: no field of a library can become markup.</remarks>
internal sealed class Markup(CslLocale locale, bool isHtml, bool isLinked)
{
    // Unicode's characters of compatibility decomposition <super>, and the raised letters like them; and what they are above the line.
    private const string Superscripts = "ª²³¹ºʰʱʲʳʴʵʶʷʸˀˁˠˡˢˣˤۥۦჼᴬᴭᴮᴰᴱᴲᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁᵂᵃᵄᵅᵆᵇᵈᵉᵊᵋᵌᵍᵏᵐᵑᵒᵓᵔᵕᵖᵗᵘᵙᵚᵛᵜᵝᵞᵟᵠᵡᵸᶛᶜᶝᶞᶟᶠᶡᶢᶣᶤᶥᶦᶧᶨᶩᶪᶫᶬᶭᶮᶯᶰᶱᶲᶳᶴᶵᶶᶷᶸᶹᶺᶻᶼᶽᶾᶿ⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ℠™ⱽⵯ㆒㆓㆔㆕㆖㆗㆘㆙㆚㆛㆜㆝㆞㆟";
    private static readonly string[] Superscripted = "a 2 3 1 o h ɦ j r ɹ ɻ ʁ w y ʔ ʕ ɣ l s x ʕ و ي ნ A Æ B D E Ǝ G H I J K L M N O Ȣ P R T U W a ɐ ɑ ᴂ b d e ə ɛ ɜ g k m ŋ o ɔ ᴖ ᴗ p t u ᴝ ɯ v ᴥ β γ δ φ χ н ɒ c ɕ ð ɜ f ɟ ɡ ɥ ɨ ɩ ɪ ᵻ ʝ ɭ ᶅ ʟ ɱ ɰ ɲ ɳ ɴ ɵ ɸ ʂ ʃ ƫ ʉ ʊ ᴜ ʋ ʌ z ʐ ʑ ʒ θ 0 i 4 5 6 7 8 9 + − = ( ) n SM TM V ⵡ 一 二 三 四 上 中 下 甲 乙 丙 丁 天 地 人".Split(' ');

    private readonly StringBuilder text = new();
    private readonly Stack<string> closers = new();
    private readonly Stack<Face> shown = new();
    private readonly Stack<bool> inner = new();

    public static string Html(Node node, CslLocale locale) => new Markup(locale, isHtml: true, isLinked: false).Write(node);

    /// <summary>HTML in which identifiers and addresses are links.</summary>
    public static string Linked(Node node, CslLocale locale) => new Markup(locale, isHtml: true, isLinked: true).Write(node);

    public static string Plain(Node node, CslLocale locale) => new Markup(locale, isHtml: false, isLinked: false).Write(node);

    private string Write(Node node)
    {
        shown.Push(Face.None);
        foreach (Piece piece in Layout.Of(node, locale.PunctuationInQuote ?? false)) Write(piece);
        return text.ToString();
    }

    private void Write(in Piece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Text:
                if (isHtml) Escape(piece.Text);
                else text.Append(piece.Text);
                break;
            case PieceKind.OpenFace:
                OpenFace(piece);
                break;
            case PieceKind.CloseFace:
                shown.Pop();
                text.Append(closers.Pop());
                break;
            case PieceKind.OpenQuote:
                inner.Push(inner.TryPeek(out bool isInner) ? !isInner : piece.IsInner);
                text.Append(locale.Word(inner.Peek() ? "open-inner-quote" : "open-quote"));
                break;
            case PieceKind.CloseQuote:
                text.Append(locale.Word(inner.Pop() ? "close-inner-quote" : "close-quote"));
                break;
            case PieceKind.OpenLink when isLinked:
                text.Append("<a href=\"").Append(piece.Text.Replace("&", "&#38;", StringComparison.Ordinal).Replace("\"", "&#34;", StringComparison.Ordinal).Replace("<", "&#60;", StringComparison.Ordinal)).Append("\">");
                break;
            case PieceKind.CloseLink when isLinked:
                text.Append("</a>");
                break;
            case PieceKind.OpenDisplay:
                OpenDisplay(piece.Display);
                break;
            case PieceKind.CloseDisplay:
                CloseDisplay(piece.Display);
                break;
        }
    }

    private void OpenFace(in Piece piece)
    {
        Face around = shown.Peek(), face = piece.Face;
        if (piece.IsRich && face == Face.None)
        {
            if (around.HasFlag(Face.Italic)) face |= Face.NormalStyle;
            if (around.HasFlag(Face.Bold)) face |= Face.NormalWeight;
            if (around.HasFlag(Face.SmallCaps)) face |= Face.NormalVariant;
        }
        else if (piece.IsRich)
        {
            if (face.HasFlag(Face.Italic) && around.HasFlag(Face.Italic)) face = face & ~Face.Italic | Face.NormalStyle;
            if (face.HasFlag(Face.Bold) && around.HasFlag(Face.Bold)) face = face & ~Face.Bold | Face.NormalWeight;
            if (face.HasFlag(Face.SmallCaps) && around.HasFlag(Face.SmallCaps)) face = face & ~Face.SmallCaps | Face.NormalVariant;
        }
        else
        {
            // "Normal" is shown where it changes something.
            if (!around.HasFlag(Face.Italic)) face &= ~Face.NormalStyle;
            if (!around.HasFlag(Face.Bold)) face &= ~Face.NormalWeight;
            if (!around.HasFlag(Face.SmallCaps)) face &= ~Face.NormalVariant;
        }

        shown.Push(Inside(around, face));
        string closer = "";
        if (isHtml)
        {
            // The first of these is the innermost.
            for (int i = Tags.Length - 1; i >= 0; i--)
            {
                (Face sought, string open, string close) = Tags[i];
                if (!face.HasFlag(sought)) continue;
                text.Append(open);
                closer = close + closer;
            }
        }

        closers.Push(closer);
    }

    private static Face Inside(Face around, Face face)
    {
        if (face.HasFlag(Face.NormalStyle)) around &= ~Face.Italic;
        if (face.HasFlag(Face.NormalWeight)) around &= ~Face.Bold;
        if (face.HasFlag(Face.NormalVariant)) around &= ~Face.SmallCaps;
        if (face.HasFlag(Face.NoDecoration)) around &= ~Face.Underline;
        return around | face & (Face.Italic | Face.Bold | Face.SmallCaps | Face.Underline);
    }

    private static readonly (Face Face, string Open, string Close)[] Tags =
    [
        (Face.Italic, "<i>", "</i>"),
        (Face.Oblique, "<em>", "</em>"),
        (Face.NormalStyle, "<span style=\"font-style:normal;\">", "</span>"),
        (Face.SmallCaps, "<span style=\"font-variant:small-caps;\">", "</span>"),
        (Face.NormalVariant, "<span style=\"font-variant:normal;\">", "</span>"),
        (Face.Bold, "<b>", "</b>"),
        (Face.NormalWeight, "<span style=\"font-weight:normal;\">", "</span>"),
        (Face.Underline, "<span style=\"text-decoration:underline;\">", "</span>"),
        (Face.NoDecoration, "<span style=\"text-decoration:none;\">", "</span>"),
        (Face.Superscript, "<sup>", "</sup>"),
        (Face.Subscript, "<sub>", "</sub>"),
        (Face.Baseline, "<span style=\"baseline\">", "</span>"),
    ];

    private void OpenDisplay(Display display)
    {
        if (!isHtml)
        {
            if (display is Display.Block or Display.Indent) text.Append('\n').Append(display == Display.Indent ? "    " : "");
            return;
        }

        text.Append(display switch
        {
            Display.Block => "\n\n    <div class=\"csl-block\">",
            Display.LeftMargin => "\n    <div class=\"csl-left-margin\">",
            Display.RightInline => "<div class=\"csl-right-inline\">",
            _ => "<div class=\"csl-indent\">",
        });
    }

    private void CloseDisplay(Display display)
    {
        if (isHtml) text.Append(display switch { Display.Block => "</div>\n", Display.LeftMargin => "</div>", _ => "</div>\n  " });
        else if (display == Display.LeftMargin && text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }

    private void Escape(string words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            if (c is >= '?' and < '\u00AA' or >= '0' and < '<')
            {
                text.Append(c);
                continue;
            }

            switch (c)
            {
                case '&': text.Append("&#38;"); break;
                case '<': text.Append("&#60;"); break;
                case '>': text.Append("&#62;"); break;
                case ' ' when i + 1 < words.Length && words[i + 1] == ' ':
                    text.Append("\u00A0 ");
                    i++;
                    break;
                default:
                    int at = c < '\u00AA' ? -1 : Superscripts.IndexOf(c, StringComparison.Ordinal);
                    if (at >= 0) text.Append("<sup>").Append(Superscripted[at]).Append("</sup>");
                    else text.Append(c);
                    break;
            }
        }
    }
}
