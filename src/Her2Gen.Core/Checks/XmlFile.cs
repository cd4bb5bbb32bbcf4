using System.Xml;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A text or an attribute of an XML file.</summary>
/// <param name="Element">The local name of the element that holds it.</param>
/// <param name="Attribute">The local name of the attribute; empty for the element's text.</param>
/// <param name="Attributes">The attributes of the element.</param>
internal sealed record XmlText(string Element, string Attribute, string Value, int Line, int Column, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Reads sitemaps, feeds and drawings. Nothing outside the file is read, and no entity is expanded.</summary>
internal static class XmlFile
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private static readonly Dictionary<string, string> NoAttributes = [];

    /// <summary>The texts and attributes of a file, in order; what can be read of one that is not well-formed, which is reported.</summary>
    public static IReadOnlyList<XmlText> Read(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        List<XmlText> texts = [];
        using MemoryStream stream = new(bytes.ToArray());
        try
        {
            using XmlReader reader = XmlReader.Create(stream, Settings);
            ReadInto(texts, reader);
        }
        catch (XmlException malformed)
        {
            string reason = malformed.Message.Split(". Line")[0].Split(" Line ")[0].TrimEnd('.').Replace('\'', '`');
            diagnostics.Add(Rules.FileMalformed, new Location(path.Value, Math.Max(1, malformed.LineNumber), Math.Max(1, malformed.LinePosition), Math.Max(1, malformed.LinePosition)), $"not XML: {reason}");
        }

        return texts;
    }

    /// <summary>The ids of a drawing.</summary>
    public static IReadOnlySet<string> Ids(FilePath path, ReadOnlyMemory<byte> bytes) =>
        Read(path, bytes, new DiagnosticBag()).Where(text => text.Attribute == "id").Select(text => text.Value).ToHashSet(StringComparer.Ordinal);

    private static void ReadInto(List<XmlText> texts, XmlReader reader)
    {
        IXmlLineInfo place = (IXmlLineInfo)reader;
        Stack<(string Name, IReadOnlyDictionary<string, string> Attributes)> open = new();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    string name = reader.LocalName;
                    IReadOnlyDictionary<string, string> attributes = Attributes(texts, reader, name, place);
                    if (!isEmpty) open.Push((name, attributes));
                    break;
                case XmlNodeType.EndElement: open.Pop(); break;
                case XmlNodeType.Text or XmlNodeType.CDATA when open.Count > 0:
                    texts.Add(new XmlText(open.Peek().Name, "", reader.Value, place.LineNumber, place.LinePosition, open.Peek().Attributes));
                    break;
            }
        }
    }

    private static Dictionary<string, string> Attributes(List<XmlText> texts, XmlReader reader, string element, IXmlLineInfo place)
    {
        if (!reader.HasAttributes) return NoAttributes;
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            attributes.TryAdd(reader.LocalName, reader.Value);
            // An attribute's value stands behind its name, `=` and the quote.
            texts.Add(new XmlText(element, reader.LocalName, reader.Value, place.LineNumber, place.LinePosition + reader.Name.Length + 2, attributes));
        }

        reader.MoveToElement();
        return attributes;
    }
}
