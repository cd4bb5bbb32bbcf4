using System.Text;
using System.Xml;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Markup;

/// <summary>An SVG file as a part of a page: only what draws is kept, and nothing of it reaches beyond itself.</summary>
/// <remarks>
/// Elements and attributes are kept by list. What a browser would not draw is left out without a word: comments, processing instructions, metadata and
/// the notes of editors. What would run, load or restyle is refused, so that a figure never looks other than its author saw it.
/// </remarks>
public sealed class SafeSvg
{
    // Far deeper than editors nest groups, and far from the end of any browser's stack.
    private const int DeepestLevel = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        // A document type has been refused by then, where it stands: the reader would not say where.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly SourceText source;
    private readonly XmlReader reader;
    private readonly string? alternative;
    private readonly DiagnosticBag found;
    private readonly SvgReferences references;
    private readonly SvgAttributes attributes;
    private readonly StringBuilder output = new();
    private readonly Stack<string> open = [];
    private readonly List<Label> labels = [];
    private Label? openLabel;
    private int rootEnd;
    private bool hasRole;
    private bool hasName;

    private SafeSvg(SourceText source, XmlReader reader, string prefix, string? alternative, DiagnosticBag found)
    {
        this.source = source;
        this.reader = reader;
        this.alternative = alternative;
        this.found = found;
        references = new SvgReferences(prefix, source.File, found);
        attributes = new SvgAttributes(source, reader, references, found);
    }

    /// <summary>The <c>svg</c> element for an HTML page, or null and diagnostics.</summary>
    /// <param name="svg">The file.</param>
    /// <param name="prefix">Stands with a hyphen before every id, so that two figures of a page never share one: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>:</c>.</param>
    /// <param name="diagnostics">Told of everything that is refused, at its line and column.</param>
    /// <param name="alternative">What a screen reader says for the figure; without it, the name that the file gives itself, or its title and description.</param>
    /// <exception cref="ArgumentException">The prefix holds another character: it could end a reference.</exception>
    public static string? Inline(SourceText svg, string prefix, DiagnosticBag diagnostics, string? alternative = null)
    {
        if (!prefix.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':')) throw new ArgumentException($"not a prefix for ids: {prefix}", nameof(prefix));
        DiagnosticBag found = new();
        if (XmlPlace.OfDocumentType(svg) is { } documentType)
        {
            diagnostics.Add(Rules.SvgUnsafe, documentType, "a document type could load another file, or grow without end", "delete `<!DOCTYPE …>`: browsers do without it");
            return null;
        }

        using XmlReader reader = XmlReader.Create(new StringReader(svg.Text), Settings);
        SafeSvg drawing = new(svg, reader, prefix, alternative, found);
        try
        {
            if (drawing.Read()) drawing.references.Check();
        }
        catch (XmlException invalid)
        {
            XmlPlace.Report(invalid, svg, found);
        }

        IReadOnlyList<Diagnostic> refused = found.Sorted();
        foreach (Diagnostic fault in refused) diagnostics.Add(fault.Rule, fault.Location, fault.Message, fault.Hint);
        return refused.Count == 0 ? drawing.Labelled() : null;
    }

    // False when it was given up.
    private bool Read()
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth >= DeepestLevel)
            {
                found.Add(Rules.ImageUnreadable, XmlPlace.Of(reader, source), $"nested deeper than {DeepestLevel} levels", "take groups apart");
                return false;
            }

            if (reader.NodeType == XmlNodeType.Element && !Open())
            {
                // Leaves the reader on the node behind the element.
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.EndElement) Close();
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) WriteText();
            reader.Read();
        }

        return true;
    }

    // Whether the element is read on; the reader stays on it.
    private bool Open()
    {
        string name = reader.LocalName;
        if (!IsRead(name)) return false;
        bool isRoot = open.Count == 0;
        bool isEmpty = reader.IsEmptyElement;
        references.Enter(reader.GetAttribute("id") is not null, isDrawn: name is not ("stop" or "title" or "desc"));
        output.Append('<').Append(name);
        string? id = null;
        foreach ((string key, string value) in attributes.Read(isRoot))
        {
            if (key == "id") id = value;
            if (isRoot && !IsOfRoot(key)) continue;
            output.Append(Attribute(key, value));
        }

        if (isRoot) rootEnd = output.Length;
        if (open.Count == 1 && !isEmpty && name is "title" or "desc" && labels.All(label => label.Kind != name))
        {
            openLabel = new Label(name, output.Length) { Id = id };
            labels.Add(openLabel);
        }

        output.Append(isEmpty ? "/>" : ">");
        if (isEmpty) references.Leave();
        else open.Push(name);
        return true;
    }

    private bool IsRead(string name)
    {
        Location place = XmlPlace.Of(reader, source);
        bool isSvg = reader.NamespaceURI == SvgSize.Namespace;
        if (!open.TryPeek(out string? parent))
        {
            if (isSvg && name == "svg") return true;
            found.Add(Rules.ImageUnreadable, place, $"the outermost element is `{SvgValue.Shortened(reader.Name)}`, not an `svg` of the SVG namespace", $"begin with `<svg xmlns=\"{SvgSize.Namespace}\">`");
            return false;
        }

        if (!isSvg)
        {
            // Of other vocabularies a browser draws nothing; HTML would run here all the same.
            if (reader.NamespaceURI == SvgNames.Html) found.Add(Rules.SvgUnsafe, place, $"`{SvgValue.Shortened(reader.Name)}` is HTML");
            return false;
        }

        if (parent is "title" or "desc")
        {
            // A page reads what they hold as HTML.
            found.Add(Rules.SvgUnsafe, place, $"`{parent}` holds an element: `{SvgValue.Shortened(name)}`", "keep its text alone");
            return false;
        }

        if (SvgNames.Refusal(name, out string? hint) is { } refusal) found.Add(Rules.SvgUnsafe, place, refusal, hint);
        return name is not ("metadata" or "script" or "style" or "foreignObject");
    }

    private bool IsOfRoot(string attribute)
    {
        if (attribute == "role") hasRole = true;
        if (attribute is not ("aria-label" or "aria-labelledby")) return true;
        hasName = true;
        return alternative is null;
    }

    private void Close()
    {
        output.Append("</").Append(open.Pop()).Append('>');
        references.Leave();
        // Nothing stands inside a label but text.
        openLabel = null;
    }

    // Elsewhere a text is not drawn, and most of it is the file's own indentation.
    private void WriteText()
    {
        if (!open.TryPeek(out string? parent) || !SvgNames.HoldsText(parent)) return;
        if (openLabel is not null) openLabel.HasText |= !string.IsNullOrWhiteSpace(reader.Value);
        output.Append(Escaped(reader.Value));
    }

    // From the end of the text on, so that the places before stay where they are.
    private string Labelled()
    {
        IEnumerable<Label> naming = hasName || alternative is not null ? [] : labels.Where(label => label.HasText);
        foreach (Label label in naming.Where(label => label.Id is null).Reverse())
        {
            label.Id = references.Unused(label.Kind);
            output.Insert(label.End, Attribute("id", label.Id));
        }

        // The title first, wherever it stands.
        string names = string.Join(' ', naming.OrderByDescending(label => label.Kind, StringComparer.Ordinal).Select(label => label.Id));
        string name = alternative is not null ? Attribute("aria-label", alternative) : names.Length > 0 ? Attribute("aria-labelledby", names) : "";
        return output.Insert(rootEnd, (hasRole ? "" : Attribute("role", "img")) + name).ToString();
    }

    private static string Attribute(string name, string value) => $" {name}=\"{Escaped(value)}\"";

    private static string Escaped(string text) => text.AsSpan().ContainsAny("&<>\"")
        ? new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString()
        : text;

    // A title or description of the whole, and where its opening ends in the output.
    private sealed class Label(string kind, int end)
    {
        public string Kind => kind;

        public int End => end;

        public string? Id { get; set; }

        public bool HasText { get; set; }
    }
}
