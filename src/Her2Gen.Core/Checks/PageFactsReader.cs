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
    private int templateDepth;
    private int foreignDepth;
    private bool inTitle;
    private (string Address, int Offset, bool HasName)? openLink;

    private PageFactsReader(PageFacts page, HtmlTokenizer tokens)
    {
        this.page = page;
        this.tokens = tokens;
        metadata = new MetadataFactsReader(page.Metadata);
    }

    public static PageFacts Read(FilePath path, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        PageFacts page = new(path, () => SourceText.Decode(path.Value, bytes, new DiagnosticBag()));
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
                case HtmlTokenType.EndOfFile: CloseLink(); return;
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
        Attributes(ref token, name);
        metadata.Start(ref token, name, offset);
        switch (name)
        {
            case "html": page.Lang = Attribute(ref token, "lang"); break;
            case "title" when foreignDepth == 0: inTitle = true; break;
            case "meta" when Attribute(ref token, "name") is { } meta && meta.Equals("description", StringComparison.OrdinalIgnoreCase):
                page.Description = Attribute(ref token, "content") ?? "";
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                page.Headings.Add(new HeadingFact(name[1] - '0', Attribute(ref token, "id"), offset));
                break;
            case "img":
                string? alt = Attribute(ref token, "alt");
                page.Images.Add(new ImageFact(alt, Attribute(ref token, "src") ?? "", offset));
                if (!string.IsNullOrWhiteSpace(alt)) NameLink();
                break;
            case "a":
                CloseLink();
                if (Attribute(ref token, "href") is { } href) openLink = (href, offset, IsLabelled(ref token));
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
        metadata.End(name);
        if (name is "title") inTitle = false;
        if (name is "a") CloseLink();
    }

    private void Text(StringOrMemory text, int offset)
    {
        if (templateDepth > 0) return;
        metadata.Text(text.Memory.Span, offset);
        if (inTitle) page.Title += text.ToString();
        if (openLink is { HasName: false } && !text.Memory.Span.IsWhiteSpace()) NameLink();
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
            else if (HoldsAddress(ref token, element, name))
            {
                page.Addresses.Add(new AddressFact(element.ToString(), name.ToString(), attribute.Value.ToString(), attribute.Position.Index));
            }
        }
    }

    private static bool HoldsAddress(ref StructHtmlToken token, ReadOnlySpan<char> element, ReadOnlySpan<char> attribute) => attribute switch
    {
        // Hints to the network name a host, not a file.
        "href" => element is not "base" && !(element is "link" && Attribute(ref token, "rel") is "dns-prefetch" or "preconnect"),
        "src" => true,
        "data" => element is "object",
        "poster" => element is "video",
        _ => false,
    };

    private static string? Attribute(ref StructHtmlToken token, string name)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i].Name.Memory.Span.SequenceEqual(name)) return attributes[i].Value.ToString();
        return null;
    }

    private static bool IsLabelled(ref StructHtmlToken token) =>
        !string.IsNullOrWhiteSpace(Attribute(ref token, "aria-label")) || !string.IsNullOrWhiteSpace(Attribute(ref token, "aria-labelledby")) || !string.IsNullOrWhiteSpace(Attribute(ref token, "title"));

    private void NameLink()
    {
        if (openLink is { } link) openLink = (link.Address, link.Offset, true);
    }

    private void CloseLink()
    {
        if (openLink is { } link) page.Links.Add(new LinkFact(link.Address, link.HasName, link.Offset));
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
