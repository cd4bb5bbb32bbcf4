using AngleSharp.Html.Parser.Tokens.Struct;

namespace Her2Gen.Checks;

/// <summary>Gathers a page's <see cref="StructureFacts"/> while <see cref="PageFactsReader"/> walks over its tokens.</summary>
internal sealed class StructureFactsReader(StructureFacts facts)
{
    /// <summary>Parsers nest no deeper: WebKit and Blink stop at 512.</summary>
    public const int DeepestNesting = 512;

    private static readonly string[] LoadingRelations = ["stylesheet", "preload", "modulepreload"];

    private readonly Stack<OpenTable> tables = new();
    private int depth;
    private int labelDepth;
    private string? bibliography;
    private int bibliographyDepth;
    private int bibliographyLists;
    private ElementFact? openButton;

    /// <summary>A table until it ends.</summary>
    private sealed class OpenTable(int offset, bool isLayout)
    {
        public int Offset => offset;

        public bool IsLayout => isLayout;

        public bool HasHeader { get; set; }

        public bool HasCell { get; set; }
    }

    public void Start(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        ReadOnlySpan<char> role = tag.Role;
        int offset = tag.Offset;
        if (!tag.IsSelfClosing && !MayStayOpen(name) && ++depth > facts.Depth)
        {
            facts.Depth = depth;
            if (depth > DeepestNesting) facts.TooDeepAt ??= offset;
        }

        switch (name)
        {
            case "a": Anchor(tag); break;
            case "link" when !tag.Has("href"): facts.Hrefless.Add(new ElementFact("link", offset)); break;
            case "link" or "script": Loaded(tag); break;
            case "iframe" or "frame" when !tag.IsLabelled() && !tag.IsHidden(): facts.UntitledFrames.Add(new ElementFact(name.ToString(), offset)); break;
            case "map": if (tag.Text("name") is { } map) facts.Maps.Add(map); break;
            case "table": tables.Push(new OpenTable(offset, role is "presentation" or "none")); break;
            case "th": if (tables.TryPeek(out OpenTable? headed)) headed.HasHeader = true; break;
            case "td": if (tables.TryPeek(out OpenTable? table)) table.HasCell = true; break;
            case "label":
                labelDepth++;
                if (tag.Text("for") is { } labelled) facts.Labelled.Add(labelled);
                break;
            case "input" or "select" or "textarea" or "meter" or "progress": Control(tag); break;
            case "button": openButton = tag.IsLabelled() || tag.IsHidden() ? null : new ElementFact("button", offset); break;
            case "img" when openButton is not null && tag.Says("alt"): openButton = null; break;
            case "main" when !tag.IsHidden(): facts.Mains.Add(new ElementFact("main", offset)); break;
            case "nav": Navigation(tag); break;
            default: if (openButton is not null && tag.IsLabelled()) openButton = null; break;
        }

        if (role is "main" && name is not "main") facts.Mains.Add(new ElementFact(name.ToString(), offset));
        if (role is "navigation" && name is not "nav") Navigation(tag);
        if (role is "columnheader" or "rowheader" && tables.TryPeek(out OpenTable? marked)) marked.HasHeader = true;
        Bibliography(tag);
    }

    public void Attribute(ReadOnlySpan<char> element, ReadOnlySpan<char> name, ref MemoryHtmlAttributeToken attribute)
    {
        if (name.Length > 2 && name[0] == 'o' && name[1] == 'n' && char.IsAsciiLetter(name[2])) facts.EventHandlers.Add(new ElementFact(name.ToString(), attribute.Position.Index));
        else if (NamesElements(name, element)) facts.IdReferences.Add(new IdReferenceFact(name.ToString(), attribute.Value.ToString(), attribute.Position.Index));
    }

    public void End(ReadOnlySpan<char> name)
    {
        if (!MayStayOpen(name)) depth = Math.Max(0, depth - 1);
        switch (name)
        {
            case "table": if (tables.TryPop(out OpenTable? table)) Close(table); break;
            case "label": labelDepth = Math.Max(0, labelDepth - 1); break;
            case "button": CloseButton(); break;
            case "ol" or "ul": bibliographyLists = Math.Max(0, bibliographyLists - 1); break;
        }

        if (bibliography is not null && name.SequenceEqual(bibliography) && --bibliographyDepth == 0) bibliography = null;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (openButton is not null && !text.IsWhiteSpace()) openButton = null;
    }

    /// <summary>What is still open ends with the page.</summary>
    public void EndOfPage()
    {
        while (tables.TryPop(out OpenTable? table)) Close(table);
        CloseButton();
    }

    private void Close(OpenTable table)
    {
        if (table is { HasHeader: false, HasCell: true, IsLayout: false }) facts.HeaderlessTables.Add(new ElementFact("table", table.Offset));
    }

    private void CloseButton()
    {
        if (openButton is { } button) facts.UnnamedButtons.Add(button);
        openButton = null;
    }

    private static bool NamesElements(ReadOnlySpan<char> attribute, ReadOnlySpan<char> element) => attribute switch
    {
        "for" => element is "label" or "output",
        "headers" => element is "td" or "th",
        "list" => element is "input",
        "form" => element is "input" or "button" or "select" or "textarea" or "output" or "object" or "fieldset",
        "commandfor" or "popovertarget" => element is "button" or "input",
        "usemap" => element is "img" or "object",
        "aria-labelledby" or "aria-describedby" or "aria-controls" or "aria-owns" or "aria-details" or "aria-errormessage" or "aria-flowto" or "aria-activedescendant" => true,
        _ => false,
    };

    private void Anchor(in StartTag tag)
    {
        ReadOnlySpan<char> role = tag.Role;
        string? id = tag.Text("id");
        if (tag.Text("href") is not { } href)
        {
            // A place to link to, or a link that is out of use and says so.
            bool isPlace = id is not null || tag.Has("name") || tag.Has("role") || tag.Has("aria-disabled") || tag.Has("aria-current");
            // SVG of before 2016 has the other name.
            if (!isPlace && !tag.Has("xlink:href")) facts.Hrefless.Add(new ElementFact("a", tag.Offset));
            return;
        }

        if (role is "doc-biblioref") facts.Citations.Add(new CitationFact(href, id, tag.Offset));
        if (role is "doc-noteref" or "doc-glossref" && id is not null) facts.NoteCalls.Add(id);
        if (role is "doc-backlink") facts.Backlinks.Add(new CitationFact(href, id, tag.Offset));
    }

    private void Loaded(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        bool isLoaded = name is "script" || tag.Relations.Any(LoadingRelations.Contains);
        if (!isLoaded || tag.Text(name is "script" ? "src" : "href") is not { } address) return;
        bool isStyleOrScript = name is "script" || tag.Relations.Contains("stylesheet");
        string? integrity = tag.Text("integrity");
        if (integrity is null && !isStyleOrScript) return;
        facts.Loaded.Add(new LoadedFact(address, integrity, tag.Offset, tag.OffsetOf("integrity")));
    }

    private void Control(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        string type = name is "input" ? (tag.Text("type") ?? "text").Trim().ToLowerInvariant() : "";
        if (type is "hidden" or "submit" or "reset" or "button" || tag.IsHidden()) return;
        bool isLabelled = labelDepth > 0 || tag.IsLabelled() || (type == "image" && tag.Says("alt"));
        facts.Controls.Add(new ControlFact(name.ToString(), tag.Text("id"), isLabelled, tag.Offset));
    }

    private void Navigation(in StartTag tag)
    {
        if (tag.IsHidden()) return;
        facts.Navigations++;
        if (!tag.IsLabelled()) facts.UnnamedNavigations.Add(new ElementFact("nav", tag.Offset));
    }

    // References are the entries of a list that says so, or say so themselves.
    private void Bibliography(in StartTag tag)
    {
        ReadOnlySpan<char> name = tag.Name;
        ReadOnlySpan<char> role = tag.Role;
        if (bibliography is not null && name.SequenceEqual(bibliography)) bibliographyDepth++;
        if (role is "doc-bibliography" && bibliography is null) (bibliography, bibliographyDepth, bibliographyLists) = (name.ToString(), 1, 0);
        if (name is "ol" or "ul" && bibliography is not null) bibliographyLists++;
        bool isEntry = role is "doc-biblioentry" || (name is "li" && bibliography is not null && bibliographyLists == 1);
        if (isEntry && tag.Text("id") is { Length: > 0 } id) facts.References.Add(new IdFact(id, tag.OffsetOf("id")));
    }

    // Void elements, and those whose end tag may be left out (HTML standard, 13.1.2): their depth cannot be counted from tags.
    private static bool MayStayOpen(ReadOnlySpan<char> element) => element is
        "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr"
        or "html" or "head" or "body" or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "colgroup" or "caption"
        or "option" or "optgroup" or "rp" or "rt" or "frame" or "param";
}
