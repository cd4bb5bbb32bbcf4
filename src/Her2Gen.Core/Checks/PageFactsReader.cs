using System.Buffers;
using System.Text;
using System.Text.Unicode;
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
        char[] buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        using HtmlTokenizer tokens = new(SourceOf(page, bytes, buffer, diagnostics), HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
        };
        new PageFactsReader(page, tokens).Read();
        ArrayPool<char>.Shared.Return(buffer);
        return page;
    }

    // A page that is as it should be needs no string of its own: its text is read once.
    private static TextSource SourceOf(PageFacts page, ReadOnlyMemory<byte> bytes, char[] buffer, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> utf8 = bytes.Span;
        return !utf8.StartsWith("\uFEFF"u8) && !utf8.Contains((byte)'\r') && Utf8.ToUtf16(utf8, buffer, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done
            ? new TextSource(new CharArrayTextSource(buffer, length))
            : new TextSource(new StringTextSource(SourceText.Decode(page.Path.Value, bytes, diagnostics).Text));
    }

    private void Read()
    {
        while (true)
        {
            ref StructHtmlToken token = ref tokens.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag: Start(new StartTag(ref token)); break;
                case HtmlTokenType.EndTag: End(token.Name.Memory.Span); break;
                case HtmlTokenType.Character: Text(token.Data, token.Position.Index); break;
                case HtmlTokenType.EndOfFile: EndOfPage(); return;
            }
        }
    }

    private void Start(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        if (foreignDepth == 0) tokens.State = TextMode(name);
        // The one kind of script that a check reads.
        if (name is "script") tokens.SkipScriptText = !MetadataFactsReader.HoldsStructuredData(tag);
        if (name is "template")
        {
            templateDepth++;
            return;
        }

        if (templateDepth > 0) return;
        if (name is "svg" or "math" && !tag.IsSelfClosing) foreignDepth++;
        int offset = tag.Offset;
        textElement = name is "style" or "textarea" or "xmp" or "noembed" or "noframes" ? name.ToString() : null;
        if (IsCode(name)) codeDepth++;
        Attributes(tag);
        metadata.Start(tag);
        structure.Start(tag);
        switch (name)
        {
            case "html":
                page.Lang = tag.Text("lang");
                page.HtmlOffset = offset;
                break;
            case "title" when foreignDepth == 0:
                inTitle = true;
                page.TitleOffset ??= offset;
                break;
            case "meta" when tag.Value("name").Equals("description", StringComparison.OrdinalIgnoreCase):
                page.Description = tag.Text("content") ?? "";
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                page.Headings.Add(new HeadingFact(name[1] - '0', tag.Text("id"), offset));
                break;
            case "img":
                string? alt = tag.Text("alt");
                bool hasSize = !tag.Has("src") || (tag.Has("width") && tag.Has("height"));
                page.Images.Add(new ImageFact(alt, tag.Text("src") ?? "", hasSize, offset));
                if (!string.IsNullOrWhiteSpace(alt)) NameLink();
                break;
            case "a":
                CloseLink();
                if (tag.Text("href") is { } href) openLink = new OpenLink(href, offset, DoiLink.IsOne(href) ? new StringBuilder() : null) { HasName = tag.IsLabelled() };
                break;
            default:
                if (openLink is { HasName: false } && tag.IsLabelled()) NameLink();
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

    private void Attributes(in StartTag tag)
    {
        for (int i = 0; i < tag.Count; i++)
        {
            MemoryHtmlAttributeToken attribute = tag[i];
            ReadOnlySpan<char> name = attribute.Name.Memory.Span;
            if (name is "id" || (name is "name" && tag.Name is "a"))
            {
                string id = SharedText.Of(attribute.Value.Memory.Span);
                if (name is "id") page.Ids.Add(new IdFact(id, attribute.Position.Index));
                page.Targets.Add(id);
            }
            else
            {
                addresses.Attribute(tag, name, ref attribute);
                structure.Attribute(tag.Name, name, ref attribute);
            }
        }
    }

    private static bool IsCode(ReadOnlySpan<char> element) => element is "pre" or "code" or "kbd" or "samp" or "var" or "script";

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
