using System.IO.Hashing;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Walks an article's elements and takes down its sections, block by block.</summary>
/// <param name="site">Where the pictures are.</param>
internal sealed partial class ArticleWalker(FileTree site)
{
    // A page of ours is some twenty levels deep.
    private const int DeepestNesting = 200;
    private const int FingerprintLength = 10;

    private readonly List<EditionSection> sections = [];
    private readonly List<TextBlock> references = [];
    private readonly List<TextBlock> metadata = [];
    private readonly InlineText inline = new();
    private List<TextBlock> blocks = [];
    private (string Id, string Heading, int Level) section = ("", "", 1);
    private string title = "";
    private string whatsNew = "";
    private (string Iso, string Long) date = ("", "");
    private int depth;
    private bool isTooDeep;

    [GeneratedRegex(@"\.[0-9a-f]{10}(?=\.[^./]+$)")]
    private static partial Regex Fingerprint { get; }

    // The form of the text that is being read: what it is, and which figure it stands in.
    private readonly record struct Form(BlockKind Kind, string Within);

    /// <summary>Reads the article. False when it is nested too deeply to be read.</summary>
    public bool Walk(IElement article)
    {
        Block(article, new Form(BlockKind.Paragraph, ""), new Form(BlockKind.Paragraph, ""));
        EndSection();
        return !isTooDeep;
    }

    public EditionText Text(string lang, bool? conclusionsChanged) => new(title, lang, date.Iso, date.Long, whatsNew, conclusionsChanged, sections, references, metadata);

    private void Children(INode node, Form form)
    {
        if (++depth > DeepestNesting) isTooDeep = true;
        foreach (INode child in node.ChildNodes)
        {
            if (isTooDeep) break;
            if (child is IText text) inline.Add(text.Data);
            else if (child is IElement element && !PageParts.IsUnread(element)) Element(element, form);
        }

        depth--;
    }

    private void Element(IElement element, Form form)
    {
        if (PageParts.Mark(element) is { } mark) inline.Add(mark);
        else if (!IsOfTheTheme(element)) Content(element, form);
    }

    private void Content(IElement element, Form form)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element, form); break;
            case "table":
                End(form);
                blocks.AddRange(TableReader.Read(element, form.Within));
                break;
            case "figure": Figure(element, form); break;
            case "dl": Definitions(element, form); break;
            case "li" when PageParts.ReferenceKey(element.Id) is { } key:
                references.Add(new TextBlock(BlockKind.Reference, key, "", [new TextCell("", InlineText.Of(element))]));
                break;
            case "li": Block(element, form with { Kind = BlockKind.ListItem }, form); break;
            case "blockquote": Block(element, form with { Kind = BlockKind.Quotation }, form); break;
            case "pre": Block(element, form with { Kind = BlockKind.Code }, form); break;
            case "figcaption" or "caption": Block(element, form with { Kind = BlockKind.Caption }, form); break;
            case "aside": Block(element, form with { Kind = BlockKind.Box }, form); break;
            case "section" when element.ClassList.Contains("box"): Block(element, form with { Kind = BlockKind.Box }, form); break;
            case "p" when element.ClassList.Contains("label"): Block(element, form with { Kind = BlockKind.Label }, form); break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "ul" or "ol" or "details" or "summary": Block(element, form, form); break;
            case "br": inline.Add(" "); break;
            default: Children(element, form); break;
        }
    }

    // What the article's template puts around the text; in a page of another theme it is text like any other.
    private bool IsOfTheTheme(IElement element)
    {
        switch (element.LocalName)
        {
            case "header" when element.ClassList.Contains("head"): Head(element); return true;
            case "p" when element.ClassList.Contains("edition"): metadata.Add(TextBlock.Definition([.. Tokens.Of("Edition")], InlineText.Of(element))); return true;
            case "section" when element.ClassList.Contains("new"): whatsNew = string.Join(' ', element.QuerySelectorAll("p").Select(Shown)); return true;
            case "section" when element.ClassList.Contains("statements"): Pairs(element); return true;
            case "section" when element.ClassList.Contains("cite"): return true;
            case "section" when element.GetAttribute("aria-labelledby") == "references": Children(element, new Form(BlockKind.Paragraph, "")); blocks.RemoveAll(block => block.Kind == BlockKind.Heading); return true;
            default: return false;
        }
    }

    private void Head(IElement head)
    {
        title = head.QuerySelector("h1") is { } heading ? Shown(heading) : "";
        if (title.Length > 0) metadata.Insert(0, TextBlock.Definition([.. Tokens.Of("Title")], [.. Tokens.Of(title)]));
        if (head.QuerySelector(".standfirst") is { } standfirst) metadata.Add(TextBlock.Definition([.. Tokens.Of("Subtitle")], InlineText.Of(standfirst)));
        Pairs(head);
        if ((head.QuerySelector("time.dt-updated") ?? head.QuerySelector("time.dt-published")) is { } day) date = (day.GetAttribute("datetime") ?? "", Shown(day));
    }

    // Several things said under one name are one text.
    private void Pairs(IElement around)
    {
        foreach (IElement term in around.QuerySelectorAll("dt"))
        {
            InlineText said = new();
            for (IElement? next = term.NextElementSibling; next?.LocalName == "dd"; next = next.NextElementSibling)
            {
                said.AddChildren(next);
                said.Add(" ");
            }

            metadata.Add(TextBlock.Definition(InlineText.Of(term), said.Take()));
        }
    }

    private void Heading(IElement heading, Form form)
    {
        End(form);
        IReadOnlyList<Token> text = InlineText.Of(heading);
        string shown = string.Concat(text.Select(token => token.Shown));
        if (heading.LocalName == "h1")
        {
            if (title.Length == 0) title = shown;
            return;
        }

        EndSection();
        section = (heading.Id ?? "", shown, heading.LocalName[1] - '0');
        blocks.Add(TextBlock.Of(BlockKind.Heading, text));
    }

    private void Definitions(IElement list, Form form)
    {
        End(form);
        foreach (IElement definition in list.QuerySelectorAll("dd"))
        {
            IElement? term = definition.PreviousElementSibling;
            while (term is not null && term.LocalName != "dt") term = term.PreviousElementSibling;
            blocks.Add(TextBlock.Definition(term is null ? [] : InlineText.Of(term), InlineText.Of(definition), form.Within));
        }
    }

    private void Figure(IElement figure, Form form)
    {
        End(form);
        Form inside = form with { Within = figure.Id ?? form.Within };
        IElement? picture = figure.QuerySelector("table, ol, ul") is null ? figure.QuerySelector("img, svg") : null;
        if (picture is null) Block(figure, inside, form);
        else blocks.Add(Picture(figure, picture, inside.Within));
    }

    private TextBlock Picture(IElement figure, IElement picture, string within)
    {
        string address = picture.GetAttribute("src") ?? figure.QuerySelector("figcaption > a[href]:not([rel])")?.GetAttribute("href") ?? "";
        string file = Fingerprint.Replace(address, "");
        IElement? description = figure.QuerySelector("details p");
        description?.Remove();
        List<TextCell> cells = [new TextCell("File", [new Token(TokenKind.Word, file, file)])];
        if (FilePath.TryParse(Uri.UnescapeDataString(address), out FilePath path) && site.TryGet(path, out ReadOnlyMemory<byte> bytes))
        {
            string digest = Convert.ToHexStringLower(XxHash128.Hash(bytes.Span))[..FingerprintLength];
            cells.Add(new TextCell("Fingerprint of the file", [new Token(TokenKind.Word, digest, digest)]));
        }

        string? alternative = picture.GetAttribute("alt") ?? picture.GetAttribute("aria-label") ?? picture.QuerySelector("title")?.TextContent;
        if (alternative is { Length: > 0 }) cells.Add(new TextCell("Alternative", Words(alternative)));
        figure.QuerySelector("figcaption details")?.Remove();
        if (figure.QuerySelector("figcaption") is { } caption) cells.Add(new TextCell("Caption", InlineText.Of(caption)));
        if (description is not null) cells.Add(new TextCell("Description", InlineText.Of(description)));
        return new TextBlock(BlockKind.Figure, file.Length > 0 ? file : within, within, cells);
    }

    private void Block(IElement element, Form inside, Form around)
    {
        End(around);
        Children(element, inside);
        End(inside);
    }

    private void End(Form form)
    {
        if (inline.Take() is { Count: > 0 } text) blocks.Add(new TextBlock(form.Kind, "", form.Within, [new TextCell("", text)]));
    }

    private void EndSection()
    {
        if (blocks.Count > 0) sections.Add(new EditionSection(section.Id, section.Heading, section.Level, blocks));
        blocks = [];
    }

    private static IReadOnlyList<Token> Words(string text)
    {
        InlineText words = new();
        words.Add(text);
        return words.Take();
    }

    private static string Shown(IElement element) => string.Concat(InlineText.Of(element).Select(token => token.Shown));
}
