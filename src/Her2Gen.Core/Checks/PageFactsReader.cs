using System.Text;
using AngleSharp.Common;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>Reads a page with AngleSharp's tokenizer.</summary>
/// <remarks>
/// The tokens, and not the tree: they know where each attribute stands, cost a third of the time,
/// and nesting that makes a tree builder quadratic costs them nothing.
/// </remarks>
public sealed class PageFactsReader
{
    private readonly PageFacts page;
    private readonly HtmlTokenizer tokens;
    private readonly MetadataFactsReader metadata;
    private readonly StructureFactsReader structure;
    private readonly AddressFactsReader addresses;
    private int templateDepth;
    private int foreignDepth;
    private int codeDepth;
    private string? textElement;
    private bool inTitle;
    private OpenLink? openLink;

    /// <summary>A link until it ends.</summary>
    /// <param name="Text">What it holds, where that is wanted.</param>
    private sealed record OpenLink(string Address, int Offset, StringBuilder? Text)
    {
        public bool HasName { get; set; }
    }

    private PageFactsReader(PageFacts page, HtmlTokenizer tokens)
    {
        this.page = page;
        this.tokens = tokens;
        metadata = new MetadataFactsReader(page.Metadata);
        structure = new StructureFactsReader(page.Structure);
        addresses = new AddressFactsReader(page);
    }

    public static PageFacts Read(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        PageFacts page = new(path, () => SourceText.Decode(path.Value, bytes, new DiagnosticBag())) { Size = bytes.Length };
        string html = SourceText.Decode(path.Value, bytes, diagnostics).Text;
        using HtmlTokenizer tokens = new(new TextSource(new StringTextSource(html)), HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
        };
        new PageFactsReader(page, tokens).Read();
        return page;
    }

    private void Read()
    {
        while (true)
        {
            ref StructHtmlToken token = ref tokens.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag: Start(ref token); break;
                case HtmlTokenType.EndTag: End(token.Name.Memory.Span); break;
                case HtmlTokenType.Character: Text(token.Data, token.Position.Index); break;
                case HtmlTokenType.EndOfFile: EndOfPage(); return;
            }
        }
    }

    private void Start(ref StructHtmlToken token)
    {
        ReadOnlySpan<char> name = token.Name.Memory.Span;
        if (foreignDepth == 0) tokens.State = TextMode(name);
        // The one kind of script that a check reads.
        if (name is "script") tokens.SkipScriptText = !MetadataFactsReader.HoldsStructuredData(ref token, name);
        if (name is "template")
        {
            templateDepth++;
            return;
        }

        if (templateDepth > 0) return;
        if (name is "svg" or "math" && !token.IsSelfClosing) foreignDepth++;
        int offset = token.Position.Index;
        textElement = name is "style" or "textarea" or "xmp" or "noembed" or "noframes" ? name.ToString() : null;
        if (IsCode(name)) codeDepth++;
        Attributes(ref token, name);
        metadata.Start(ref token, name, offset);
        structure.Start(ref token, name, offset);
        switch (name)
        {
            case "html":
                page.Lang = Attribute(ref token, "lang");
                page.HtmlOffset = offset;
                break;
            case "title" when foreignDepth == 0:
                inTitle = true;
                page.TitleOffset ??= offset;
                break;
            case "meta" when Attribute(ref token, "name") is { } meta && meta.Equals("description", StringComparison.OrdinalIgnoreCase):
                page.Description = Attribute(ref token, "content") ?? "";
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                page.Headings.Add(new HeadingFact(name[1] - '0', Attribute(ref token, "id"), offset));
                break;
            case "img":
                string? alt = Attribute(ref token, "alt");
                bool hasSize = Attribute(ref token, "src") is null || (Attribute(ref token, "width") is not null && Attribute(ref token, "height") is not null);
                page.Images.Add(new ImageFact(alt, Attribute(ref token, "src") ?? "", hasSize, offset));
                if (!string.IsNullOrWhiteSpace(alt)) NameLink();
                break;
            case "a":
                CloseLink();
                if (Attribute(ref token, "href") is { } href) openLink = new OpenLink(href, offset, DoiLink.IsOne(href) ? new StringBuilder() : null) { HasName = IsLabelled(ref token) };
                break;
            default:
                if (openLink is { HasName: false } && IsLabelled(ref token)) NameLink();
                break;
        }
    }

    private void End(ReadOnlySpan<char> name)
    {
        if (name is "template")
        {
            templateDepth = Math.Max(0, templateDepth - 1);
            return;
        }

        if (templateDepth > 0) return;
        if (name is "svg" or "math") foreignDepth = Math.Max(0, foreignDepth - 1);
        if (IsCode(name)) codeDepth = Math.Max(0, codeDepth - 1);
        textElement = null;
        metadata.End(name);
        structure.End(name);
        if (name is "title") inTitle = false;
        if (name is "a") CloseLink();
    }

    private void Text(StringOrMemory text, int offset)
    {
        if (templateDepth > 0) return;
        ReadOnlySpan<char> span = text.Memory.Span;
        if (textElement is not null)
        {
            if (textElement == "style") addresses.Style(text.ToString(), offset);
            return;
        }

        metadata.Text(span, offset);
        structure.Text(span);
        if (inTitle) page.Title += text.ToString();
        if (openLink is { HasName: false } && !span.IsWhiteSpace()) NameLink();
        openLink?.Text?.Append(span);
        if (codeDepth == 0 && LeftoverReader.Find(span) is { } leftover) page.Structure.Leftovers.Add(new TextFact(leftover.Leftover, offset + leftover.Index));
    }

    private void Attributes(ref StructHtmlToken token, ReadOnlySpan<char> element)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            MemoryHtmlAttributeToken attribute = attributes[i];
            ReadOnlySpan<char> name = attribute.Name.Memory.Span;
            if (name is "id" || (name is "name" && element is "a"))
            {
                string id = attribute.Value.ToString();
                if (name is "id") page.Ids.Add(new IdFact(id, attribute.Position.Index));
                page.Targets.Add(id);
            }
            else
            {
                addresses.Attribute(ref token, element, name, ref attribute);
            }
        }
    }

    /// <summary>The value of an attribute; null when it is missing.</summary>
    internal static string? Attribute(ref StructHtmlToken token, string name)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i].Name.Memory.Span.SequenceEqual(name)) return attributes[i].Value.ToString();
        return null;
    }

    /// <summary>Where the name of an attribute starts; where the tag does when it is missing.</summary>
    internal static int OffsetOf(ref StructHtmlToken token, string name)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i].Name.Memory.Span.SequenceEqual(name)) return attributes[i].Position.Index;
        return token.Position.Index;
    }

    private static bool IsCode(ReadOnlySpan<char> element) => element is "pre" or "code" or "kbd" or "samp" or "var" or "script";

    private static bool IsLabelled(ref StructHtmlToken token) =>
        !string.IsNullOrWhiteSpace(Attribute(ref token, "aria-label")) || !string.IsNullOrWhiteSpace(Attribute(ref token, "aria-labelledby")) || !string.IsNullOrWhiteSpace(Attribute(ref token, "title"));

    private void NameLink()
    {
        if (openLink is { } link) link.HasName = true;
    }

    private void EndOfPage()
    {
        CloseLink();
        structure.EndOfPage();
    }

    private void CloseLink()
    {
        if (openLink is { } link) page.Links.Add(new LinkFact(link.Address, link.HasName, link.Text?.ToString() ?? "", link.Offset));
        openLink = null;
    }

    // The tree construction stage tells the tokenizer this (HTML standard, 13.2.6.4).
    private static HtmlParseMode TextMode(ReadOnlySpan<char> element) => element switch
    {
        "title" or "textarea" => HtmlParseMode.RCData,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "script" => HtmlParseMode.Script,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
