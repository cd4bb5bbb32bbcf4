using System.Text.RegularExpressions;
using System.Xml;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Markup;

/// <summary>Where a reader of XML stands in its text.</summary>
internal static partial class XmlPlace
{
    [GeneratedRegex(@"\s*Line \d+, position \d+\.$")]
    private static partial Regex Position { get; }

    [GeneratedRegex("'(.+?)'(?!')", RegexOptions.Singleline)]
    private static partial Regex Quoted { get; }

    // What may stand before the document type: each piece is taken whole, or not at all.
    [GeneratedRegex(@"\A(?>\s+|<\?.*?\?>|<!--.*?-->)*(?<type><!DOCTYPE)", RegexOptions.Singleline)]
    private static partial Regex Prologue { get; }

    /// <summary>Where a document type begins, or null when the text has none.</summary>
    public static Location? OfDocumentType(SourceText source) =>
        Prologue.Match(source.Text) is { Success: true } match ? source.At(match.Groups["type"].Index, "<!DOCTYPE".Length) : null;

    /// <summary>The element's opening with its <c>&lt;</c>, or the name of the attribute.</summary>
    public static Location Of(XmlReader reader, SourceText source)
    {
        if (reader is not IXmlLineInfo line) return Location.Of(source.File);
        int before = reader.NodeType == XmlNodeType.Element ? 1 : 0;
        return At(source, line.LineNumber, line.LinePosition - before, reader.Name.Length + before);
    }

    /// <summary>What ended the reading, where, and what to do.</summary>
    public static void Report(XmlException invalid, SourceText source, DiagnosticBag diagnostics)
    {
        Location place = invalid.LineNumber == 0 ? Location.Of(source.File) : At(source, invalid.LineNumber, invalid.LinePosition, 1);
        string message = Quoted.Replace(Position.Replace(invalid.Message, "").TrimEnd('.'), match => $"`{SvgValue.Shortened(match.Groups[1].Value)}`");
        diagnostics.Add(Rules.ImageUnreadable, place, char.ToLowerInvariant(message[0]) + message[1..]);
    }

    private static Location At(SourceText source, int line, int column, int length) =>
        source.At(Math.Clamp(source.Offset(line, Math.Max(1, column)), 0, source.Text.Length), length);
}
