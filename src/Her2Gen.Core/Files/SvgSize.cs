using System.Globalization;
using System.Xml;

namespace Her2Gen.Files;

/// <summary>The size of an SVG: what its outermost element states, else what its <c>viewBox</c> measures.</summary>
internal static class SvgSize
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    private static readonly char[] Separators = [.. WhiteSpace, ','];

    // CSS Values 4, section 6.2. A length in any other unit, or a percentage, depends on the page.
    private static readonly (string Unit, double Pixels)[] Units =
        [("px", 1), ("pt", 96 / 72.0), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4), ("Q", 96 / 101.6), ("", 1)];

    // Most editors write a document type; it is passed over, and what it defines stays undefined.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static ImageSize? Of(ReadOnlySpan<byte> bytes)
    {
        if (!MayBeXml(bytes)) return null;
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), Settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader is { LocalName: "svg", NamespaceURI: Namespace }
                ? Of(reader.GetAttribute("width"), reader.GetAttribute("height"), reader.GetAttribute("viewBox"))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // In UTF-8, with or without its mark, or in UTF-16 with it.
    private static bool MayBeXml(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    private static ImageSize? Of(string? width, string? height, string? viewBox)
    {
        double? wide = Length(width);
        double? high = Length(height);
        if (Box(viewBox) is var (boxWide, boxHigh))
        {
            // With one of the two given, the box keeps its shape.
            (wide, high) = (wide ?? (high * boxWide / boxHigh) ?? boxWide, high ?? (wide * boxHigh / boxWide) ?? boxHigh);
        }

        return wide is { } x && high is { } y ? ImageSize.From(Rounded(x), Rounded(y)) : null;
    }

    private static (double Width, double Height)? Box(string? viewBox)
    {
        string[] numbers = viewBox?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return numbers.Length == 4 && Number(numbers[2]) is > 0 and var width && Number(numbers[3]) is > 0 and var height ? (width, height) : null;
    }

    private static double? Length(string? text)
    {
        string trimmed = text?.Trim(WhiteSpace) ?? "";
        foreach ((string unit, double pixels) in Units)
            if (trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return Number(trimmed[..^unit.Length]) * pixels is > 0 and var length ? length : null;
        return null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;

    // What is there at all takes a pixel. The cast of what is too large gives the largest, which no image has.
    private static long Rounded(double length) => (long)Math.Max(1, Math.Round(length, MidpointRounding.AwayFromZero));
}
