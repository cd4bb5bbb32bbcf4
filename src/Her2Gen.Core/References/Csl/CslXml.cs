using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.Csl;

/// <summary>The XML of a style or locale: its elements by local name, and where each stands.</summary>
internal static class CslXml
{
    private const string Namespace = "http://purl.org/net/xbiblio/csl";

    /// <summary>The root, or null when the text is no such document, which is reported.</summary>
    public static XElement? Root(SourceText source, string name, DiagnosticBag diagnostics)
    {
        try
        {
            using StringReader text = new(source.Text.TrimStart());
            using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            XElement? root = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root;
            if (root is { } found && found.Name.LocalName == name && found.Name.NamespaceName == Namespace) return found;
            diagnostics.Add(Rules.StyleUnreadable, root is null ? source.At(0, 0) : At(source, root), $"expected `<{name} xmlns=\"{Namespace}\">`");
        }
        catch (XmlException invalid)
        {
            int offset = invalid.LineNumber == 0 ? 0 : source.Offset(invalid.LineNumber, Math.Max(1, invalid.LinePosition));
            if (invalid.Message.Contains("DTD", StringComparison.Ordinal))
            {
                diagnostics.Add(Rules.StyleUnreadable, source.At(Math.Clamp(offset, 0, source.Text.Length), 1), "a style or locale has no document type", "remove `<!DOCTYPE …>`");
                return null;
            }

            string message = invalid.Message.Split(" Line ")[0].TrimEnd('.').Replace('\'', '`');
            diagnostics.Add(Rules.StyleUnreadable, source.At(Math.Clamp(offset, 0, source.Text.Length), 1), char.ToLowerInvariant(message[0]) + message[1..], "save a style of CSL 1.0 from the Zotero style repository");
        }

        return null;
    }

    public static Location At(SourceText source, XElement element)
    {
        IXmlLineInfo line = element;
        int offset = source.Offset(line.LineNumber, line.LinePosition) - 1;
        return source.At(Math.Clamp(offset, 0, source.Text.Length), element.Name.LocalName.Length + 1);
    }

    public static string? Get(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    public static bool? Flag(this XElement element, string attribute) => element.Get(attribute) is { } value ? value == "true" : null;

    public static int? Number(this XElement element, string attribute) =>
        int.TryParse(element.Get(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    public static string Name(this XElement element) => element.Name.LocalName;

    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static string? Language(this XElement element) => element.Attribute(XNamespace.Xml + "lang")?.Value;

    /// <summary>The element's formatting attributes.</summary>
    public static Formatting Formatting(this XElement element)
    {
        Formatting formatting = new()
        {
            Face = Face(element),
            Prefix = element.Get("prefix") ?? "",
            Suffix = element.Get("suffix") ?? "",
            Delimiter = element.Get("delimiter") ?? "",
            Quotes = element.Get("quotes") == "true",
            StripPeriods = element.Get("strip-periods") == "true",
            Display = element.Get("display") switch { "block" => Csl.Display.Block, "left-margin" => Csl.Display.LeftMargin, "right-inline" => Csl.Display.RightInline, "indent" => Csl.Display.Indent, _ => Csl.Display.Inline },
            TextCase = element.Get("text-case") switch
            {
                "lowercase" => Csl.TextCase.Lowercase,
                "uppercase" => Csl.TextCase.Uppercase,
                "capitalize-first" => Csl.TextCase.CapitalizeFirst,
                "capitalize-all" => Csl.TextCase.CapitalizeAll,
                "sentence" => Csl.TextCase.Sentence,
                "title" => Csl.TextCase.Title,
                _ => Csl.TextCase.None,
            },
        };
        return formatting == Csl.Formatting.Plain ? Csl.Formatting.Plain : formatting;
    }

    private static Face Face(XElement element) =>
        element.Get("font-style") switch { "italic" => Csl.Face.Italic, "oblique" => Csl.Face.Oblique, "normal" => Csl.Face.NormalStyle, _ => Csl.Face.None }
        | element.Get("font-variant") switch { "small-caps" => Csl.Face.SmallCaps, "normal" => Csl.Face.NormalVariant, _ => Csl.Face.None }
        | element.Get("font-weight") switch { "bold" => Csl.Face.Bold, "normal" => Csl.Face.NormalWeight, "light" => Csl.Face.Light, _ => Csl.Face.None }
        | element.Get("text-decoration") switch { "underline" => Csl.Face.Underline, "none" => Csl.Face.NoDecoration, _ => Csl.Face.None }
        | element.Get("vertical-align") switch { "sup" => Csl.Face.Superscript, "sub" => Csl.Face.Subscript, "baseline" => Csl.Face.Baseline, _ => Csl.Face.None };

    public static Form Form(this XElement element) => element.Get("form") switch
    {
        "short" => Csl.Form.Short,
        "symbol" => Csl.Form.Symbol,
        "verb" => Csl.Form.Verb,
        "verb-short" => Csl.Form.VerbShort,
        _ => Csl.Form.Long,
    };

    public static IReadOnlyList<string> Words(this XElement element, string attribute) => element.Get(attribute)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The parts of a date, of a style's or a locale's.</summary>
    public static IReadOnlyList<DatePart> DateParts(this XElement element) =>
        [.. element.Children("date-part").Select(part => new DatePart(part.Get("name") ?? "", part.Get("form") ?? "", part.Get("range-delimiter"), part.Formatting()))];
}
