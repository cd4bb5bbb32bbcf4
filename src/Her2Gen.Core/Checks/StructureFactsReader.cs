using AngleSharp.Html.Parser.Tokens.Struct;

namespace Her2Gen.Checks;

/// <summary>Gathers a page's <see cref="StructureFacts"/> while <see cref="PageFactsReader"/> walks over its tokens.</summary>
internal sealed class StructureFactsReader(StructureFacts facts)
{
    /// <summary>Parsers nest no deeper: WebKit and Blink stop at 512.</summary>
    public const int DeepestNesting = 512;

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

    public void Start(ref StructHtmlToken token, ReadOnlySpan<char> name, int offset)
    {
        if (!token.IsSelfClosing && !MayStayOpen(name) && ++depth > facts.Depth)
        {
            facts.Depth = depth;
            if (depth > DeepestNesting) facts.TooDeepAt ??= offset;
        }

        Attributes(ref token, name);
        string? role = PageFactsReader.Attribute(ref token, "role");
        switch (name)
        {
            case "a": Anchor(ref token, role, offset); break;
            case "link" when PageFactsReader.Attribute(ref token, "href") is null: facts.Hrefless.Add(new ElementFact("link", offset)); break;
            case "link" or "script": Loaded(ref token, name, offset); break;
            case "iframe" or "frame" when !IsNamed(ref token) && !IsHidden(ref token): facts.UntitledFrames.Add(new ElementFact(name.ToString(), offset)); break;
            case "map": if (PageFactsReader.Attribute(ref token, "name") is { } map) facts.Maps.Add(map); break;
            case "table": tables.Push(new OpenTable(offset, role is "presentation" or "none")); break;
            case "th": if (tables.TryPeek(out OpenTable? headed)) headed.HasHeader = true; break;
            case "td": if (tables.TryPeek(out OpenTable? table)) table.HasCell = true; break;
            case "label":
                labelDepth++;
                if (PageFactsReader.Attribute(ref token, "for") is { } labelled) facts.Labelled.Add(labelled);
                break;
            case "input" or "select" or "textarea" or "meter" or "progress": Control(ref token, name, offset); break;
            case "button": openButton = IsNamed(ref token) || IsHidden(ref token) ? null : new ElementFact("button", offset); break;
            case "img" when openButton is not null && !string.IsNullOrWhiteSpace(PageFactsReader.Attribute(ref token, "alt")): openButton = null; break;
            case "main" when !IsHidden(ref token): facts.Mains.Add(new ElementFact("main", offset)); break;
            case "nav": Navigation(ref token, offset); break;
            default: if (openButton is not null && IsNamed(ref token)) openButton = null; break;
        }

        if (role is "main" && name is not "main") facts.Mains.Add(new ElementFact(name.ToString(), offset));
        if (role is "navigation" && name is not "nav") Navigation(ref token, offset);
        if (role is "columnheader" or "rowheader" && tables.TryPeek(out OpenTable? marked)) marked.HasHeader = true;
        Bibliography(ref token, name, role);
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

    private void Attributes(ref StructHtmlToken token, ReadOnlySpan<char> element)
    {
        StructAttributes attributes = token.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            MemoryHtmlAttributeToken attribute = attributes[i];
            ReadOnlySpan<char> name = attribute.Name.Memory.Span;
            if (name.Length > 2 && name[0] == 'o' && name[1] == 'n' && char.IsAsciiLetter(name[2])) facts.EventHandlers.Add(new ElementFact(name.ToString(), attribute.Position.Index));
            else if (NamesElements(name, element)) facts.IdReferences.Add(new IdReferenceFact(name.ToString(), attribute.Value.ToString(), attribute.Position.Index));
        }
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

    private void Anchor(ref StructHtmlToken token, string? role, int offset)
    {
        string? id = PageFactsReader.Attribute(ref token, "id");
        if (PageFactsReader.Attribute(ref token, "href") is not { } href)
        {
            // A place to link to, or a link that is out of use and says so.
            bool isPlace = id is not null || PageFactsReader.Attribute(ref token, "name") is not null || role is not null || PageFactsReader.Attribute(ref token, "aria-disabled") is not null || PageFactsReader.Attribute(ref token, "aria-current") is not null;
            // SVG of before 2016 has the other name.
            if (!isPlace && PageFactsReader.Attribute(ref token, "xlink:href") is null) facts.Hrefless.Add(new ElementFact("a", offset));
            return;
        }

        if (role is "doc-biblioref") facts.Citations.Add(new CitationFact(href, id, offset));
        if (role is "doc-noteref" or "doc-glossref" && id is not null) facts.NoteCalls.Add(id);
        if (role is "doc-backlink") facts.Backlinks.Add(new CitationFact(href, id, offset));
    }

    private void Loaded(ref StructHtmlToken token, ReadOnlySpan<char> name, int offset)
    {
        string[] relations = name is "link" ? (PageFactsReader.Attribute(ref token, "rel") ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        bool isLoaded = name is "script" || relations.Intersect(["stylesheet", "preload", "modulepreload"]).Any();
        if (!isLoaded || PageFactsReader.Attribute(ref token, name is "script" ? "src" : "href") is not { } address) return;
        bool isStyleOrScript = name is "script" || relations.Contains("stylesheet");
        string? integrity = PageFactsReader.Attribute(ref token, "integrity");
        if (integrity is null && !isStyleOrScript) return;
        facts.Loaded.Add(new LoadedFact(address, integrity, offset, integrity is null ? offset : PageFactsReader.OffsetOf(ref token, "integrity")));
    }

    private void Control(ref StructHtmlToken token, ReadOnlySpan<char> name, int offset)
    {
        string type = name is "input" ? (PageFactsReader.Attribute(ref token, "type") ?? "text").Trim().ToLowerInvariant() : "";
        if (type is "hidden" or "submit" or "reset" or "button" || IsHidden(ref token)) return;
        bool isLabelled = labelDepth > 0 || IsNamed(ref token) || (type == "image" && !string.IsNullOrWhiteSpace(PageFactsReader.Attribute(ref token, "alt")));
        facts.Controls.Add(new ControlFact(name.ToString(), PageFactsReader.Attribute(ref token, "id"), isLabelled, offset));
    }

    private void Navigation(ref StructHtmlToken token, int offset)
    {
        if (IsHidden(ref token)) return;
        facts.Navigations++;
        if (!IsNamed(ref token)) facts.UnnamedNavigations.Add(new ElementFact("nav", offset));
    }

    // References are the entries of a list that says so, or say so themselves.
    private void Bibliography(ref StructHtmlToken token, ReadOnlySpan<char> name, string? role)
    {
        if (bibliography is not null && name.SequenceEqual(bibliography)) bibliographyDepth++;
        if (role is "doc-bibliography" && bibliography is null) (bibliography, bibliographyDepth, bibliographyLists) = (name.ToString(), 1, 0);
        if (name is "ol" or "ul" && bibliography is not null) bibliographyLists++;
        bool isEntry = role is "doc-biblioentry" || (name is "li" && bibliography is not null && bibliographyLists == 1);
        if (isEntry && PageFactsReader.Attribute(ref token, "id") is { Length: > 0 } id) facts.References.Add(new IdFact(id, PageFactsReader.OffsetOf(ref token, "id")));
    }

    private static bool IsNamed(ref StructHtmlToken token) =>
        !string.IsNullOrWhiteSpace(PageFactsReader.Attribute(ref token, "aria-label")) || !string.IsNullOrWhiteSpace(PageFactsReader.Attribute(ref token, "aria-labelledby")) || !string.IsNullOrWhiteSpace(PageFactsReader.Attribute(ref token, "title"));

    private static bool IsHidden(ref StructHtmlToken token) =>
        PageFactsReader.Attribute(ref token, "hidden") is not null || "true".Equals(PageFactsReader.Attribute(ref token, "aria-hidden"), StringComparison.OrdinalIgnoreCase);

    // Void elements, and those whose end tag may be left out (HTML standard, 13.1.2): their depth cannot be counted from tags.
    private static bool MayStayOpen(ReadOnlySpan<char> element) => element is
        "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr"
        or "html" or "head" or "body" or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "colgroup" or "caption"
        or "option" or "optgroup" or "rp" or "rt" or "frame" or "param";
}
