using System.Xml;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Markup;

/// <summary>Reads the attributes of one element after another; what neither draws nor names is left out.</summary>
/// <remarks>
/// A <c>style</c> is taken apart into attributes of the same names. Written so, it needs no leave of a content security policy, and can say nothing that an
/// attribute cannot: no <c>position</c> that lays the figure over the page. A <c>class</c> is left out: the file's own style sheet is refused, so only the
/// page's could answer to it.
/// </remarks>
internal sealed class SvgAttributes(SourceText source, XmlReader reader, SvgReferences references, DiagnosticBag diagnostics)
{
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    // No more than SVG has names, however many the file writes.
    private readonly List<(string Name, string Value)> kept = [];
    // Of a link, an image or an animation its element says it all.
    private bool isRefused;

    /// <summary>Names and values in the order of the file; the reader stays on its element.</summary>
    public IReadOnlyList<(string Name, string Value)> Read(bool isRoot)
    {
        kept.Clear();
        isRefused = SvgNames.Refusal(reader.LocalName, out _) is not null;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.NamespaceURI)
            {
                case "": ReadOwn(reader.LocalName, isRoot); break;
                // SVG 2, section 16.1.6: `href` counts where both are written.
                case SvgNames.Link when reader.LocalName == "href" && reader.GetAttribute("href") is null: ReadAddress(); break;
                case SvgNames.Xml when reader.LocalName == "lang" && reader.GetAttribute("lang") is null: Keep("lang", reader.Value); break;
                case SvgNames.Xml when reader.LocalName == "space": Keep("xml:space", reader.Value); break;
            }
        }

        reader.MoveToElement();
        // Last, because a style outweighs the attributes.
        if (reader.GetAttribute("style") is { } style) ReadStyle(style, isRoot);
        reader.MoveToElement();
        return kept;
    }

    private Location Place => XmlPlace.Of(reader, source);

    private void ReadOwn(string name, bool isRoot)
    {
        switch (name)
        {
            case "id": ReadId(); break;
            case "href": ReadAddress(); break;
            case "lang" or "role" or "aria-label" or "aria-hidden" or "aria-roledescription": Keep(name, reader.Value); break;
            case "aria-labelledby" or "aria-describedby" or "aria-details":
                Location place = Place;
                Keep(name, string.Join(' ', reader.Value.Split(Space, StringSplitOptions.RemoveEmptyEntries).Select(id => references.Mention(id, place))));
                break;
            case ['o' or 'O', 'n' or 'N', ..]:
                diagnostics.Add(Rules.SvgUnsafe, Place, $"`{SvgValue.Shortened(name)}` runs a script", "delete it");
                break;
            default:
                if (SvgNames.IsDrawing(name)) KeepDrawing(name, reader.Value, isRoot);
                break;
        }
    }

    // Nothing can lead to an id with white space, which some drawing programs write.
    private void ReadId()
    {
        string id = reader.Value;
        if (id.Length > 0 && !id.AsSpan().ContainsAny(Space)) Keep("id", references.Define(id, Place));
    }

    private void ReadAddress()
    {
        string address = reader.Value.Trim(Space);
        if (address.Length > 1 && address[0] == '#') Keep("href", "#" + references.Draw(address[1..], Place));
        else if (!isRefused) diagnostics.Add(Rules.SvgUnsafe, Place, SvgValue.LeadsOut(address), "a figure can refer to its own parts only: `#id`");
    }

    private void ReadStyle(string style, bool isRoot)
    {
        reader.MoveToAttribute("style");
        foreach (string declaration in SvgStyle.Declarations(style))
        {
            if (declaration.AsSpan().Trim(Space).IsEmpty) continue;
            int colon = declaration.IndexOf(':', StringComparison.Ordinal);
            string property = declaration[..Math.Max(0, colon)].Trim(Space);
            string value = SvgStyle.WithoutWeight(declaration[(colon + 1)..]).Trim(Space);
            if (SvgNames.IsProperty(property)) KeepDrawing(property, value, isRoot);
            else if (!SvgNames.IsIdle(property, value))
                diagnostics.Add(Rules.SvgUnsafe, Place, $"`{SvgValue.Shortened(declaration.Trim(Space))}` is not a property that SVG has as an attribute", "write `font` as `font-size`, `font-family` …; a background as a `rect`");
        }
    }

    private void KeepDrawing(string name, string value, bool isRoot)
    {
        if (isRefused) return;
        // As an image of its own the figure ends at its edge; in the page it would flow over.
        if (isRoot && name == "overflow") return;
        if (isRoot && name == "transform")
        {
            diagnostics.Add(Rules.SvgUnsafe, Place, "a `transform` of the outermost `svg` could lay it over the page", "put it on a `g` inside");
            return;
        }

        Location place = Place;
        if (SvgValue.Renamed(value, id => references.Draw(id, place), out string? fault) is { } renamed) Keep(name, renamed);
        else diagnostics.Add(Rules.SvgUnsafe, place, fault ?? "");
    }

    private void Keep(string name, string value)
    {
        int at = kept.FindIndex(attribute => attribute.Name == name);
        if (at < 0) kept.Add((name, value));
        else kept[at] = (name, value);
    }
}
