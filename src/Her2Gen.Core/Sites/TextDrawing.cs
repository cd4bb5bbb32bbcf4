using Her2Gen.Articles;
using Her2Gen.Data;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;
using Her2Gen.Pages;
using Her2Gen.References;
using Her2Gen.Templates;
using Markdig.Syntax;
using Scriban.Runtime;

namespace Her2Gen.Sites;

/// <summary>Draws the text of one page: its Markdown, and each directive in it with its template.</summary>
/// <param name="site">The model of the site, for directives.</param>
/// <param name="terms">The glossary's terms as texts spell them; null where there is no glossary.</param>
/// <param name="bibliographies">The works that pages cite, set.</param>
/// <param name="links">How the page links to others.</param>
/// <param name="sources">Where to note what was written where.</param>
internal sealed class TextDrawing(Article article, TemplateSet templates, ScriptObject site, TermIndex? terms, Bibliographies bibliographies, PageLinks links, PageSources sources, DiagnosticBag diagnostics)
{
    private readonly List<OutlineEntry> outline = [];
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);
    private HtmlWriter? writer;

    /// <summary>The model of the page, its content drawn and checked.</summary>
    /// <param name="drawn">Where what it uses is added.</param>
    public ScriptObject Draw(TextPage page, DrawnPage drawn)
    {
        Manuscript manuscript = page.Manuscript;
        MarkdownOptions options = new(article.Settings.RawHtml, NumberSections: page.Path == PagePlan.Index, article.Data);
        MarkdownText text = MarkdownReader.Read(manuscript.Decode(), manuscript.BodyStart, options, diagnostics);
        CitationCheck.ReportUnknown(text, article.Library, diagnostics);
        PageTerms pageTerms = TermLinker.Link(text, terms, diagnostics);
        Surroundings around = new(
            address => LinkOf(manuscript.Path, address),
            address => FileOf(manuscript.Path, address),
            (path, bytes, prefix, alternative) => SafeSvg.Inline(SourceText.Decode(ArticleReader.Content + path, bytes, diagnostics), prefix, diagnostics, alternative),
            DrawDirective,
            name => DataLookup.Find(article.Data, name, Location.Of(manuscript.File), diagnostics)?.Text ?? "",
            LinkOf,
            heading => outline.Add(new OutlineEntry(heading.Id, heading.Text, heading.Number)));
        writer = new HtmlWriter(text, article.Library, around, sources) { Words = article.Words };
        string content = writer.Write();
        drawn.Use.References.UnionWith(writer.Citations.Keys);
        drawn.Use.Terms.UnionWith(pageTerms.Used);
        drawn.Citations.AddRange(text.Citations.Select(citation => new CitedTogether([.. citation.Keys.Select(cited => cited.Key)], text.At(citation.Keys[0].Span))));
        diagnostics.Await(InParallel.Beside(() => Check(page, text, drawn.Use)));
        ScriptObject model = PageModel.Text(article, page, content, text.Words, outline, writer.Citations, bibliographies.Of(page.Path, writer.Citations.Keys));
        model["terms"] = GlossaryModel.OfPage(text, pageTerms, terms);
        return model;
    }

    // What it says; what it is written with was checked on the way.
    private void Check(TextPage page, MarkdownText text, PageUse use)
    {
        FrontMatter front = page.Manuscript.Front;
        OrderedDictionary<LeafBlock, BlockText> blocks = BlockText.OfAll(text);
        NumberCheck.Check(text, article.Data, diagnostics);
        ReadingGrade.CheckSummary(text, diagnostics);
        ClaimCheck.Check(text, blocks, front.Lang ?? article.Settings.Lang, diagnostics);
        IdentifierCheck.Check(text, blocks, article.Library, diagnostics);
        PreferredNameCheck.Check(text, blocks, article.Glossary, diagnostics);
        SectionCheck.CheckTypedReferences(text, diagnostics);
        TodoCheck.Check(text, diagnostics);
        if (page.Path == PagePlan.Index) SectionCheck.CheckReview(text, $"{front.Title}. {front.Subtitle}. {front.Summary}", use.References.Count, diagnostics);
    }

    private string DrawDirective(Directive directive)
    {
        string path = $"directives/{directive.Name}.html";
        if (!templates.Has(path))
        {
            string names = string.Join(", ", templates.Directives.Select(name => $"`{Path.GetFileNameWithoutExtension(name)}`"));
            if (directive.Name.Length == 0) diagnostics.Add(Rules.TemplateMissing, directive.Location, "a directive without a name", "name it: `::: note`; one that holds another is fenced by more colons: `::::`");
            else diagnostics.Add(Rules.TemplateMissing, directive.Location, $"no directive `{directive.Name}`", $"there are {names}; a template at templates/{path} makes a new one");
            return Undrawn(directive);
        }

        DataSelection? data = directive.Attributes.ContainsKey("data") ? DataSelection.Of(directive.Attributes, article.Data, directive.Location, diagnostics) : null;
        // What is wrong with the data has been said.
        if (data is null && directive.Attributes.ContainsKey("data")) return Undrawn(directive);
        AttributesModel attributes = new(directive.Attributes);
        ScriptObject model = new() { ["site"] = site, ["directive"] = PageModel.DirectiveOf(directive, attributes, data) };
        PagePart part = new(outline, key => writer?.Cite(key, directive.Location) ?? "", AnchorOf, directive.Location);
        if (templates.DrawPart(path, model, links, part) is not { } drawn) return Undrawn(directive);
        ReportUnused(directive, attributes, data is not null);
        return drawn;
    }

    // It cannot be drawn, which has been reported: what stands inside, at the place that others link to.
    private static string Undrawn(Directive directive) =>
        directive.Id is { } id ? $"<div id=\"{Html.Escape(id)}\">{directive.Content.Value}</div>" : directive.Content.Value;

    // What a template does not look at would be lost without a word: most such names are misspelt.
    private void ReportUnused(Directive directive, AttributesModel attributes, bool hasData)
    {
        string[] known = [.. attributes.Asked.Select(name => name.Replace('_', '-')), .. hasData ? DataSelection.Attributes : []];
        foreach (string name in directive.Attributes.Keys.Where(name => !known.Contains(name)))
            diagnostics.Add(Rules.DirectiveMalformed, directive.Location, $"`{directive.Name}` does not use the attribute `{name}`", Nearest.Hint(name, known) ?? "remove it");
        if (directive.HasContent && !directive.Content.IsValueCreated)
            diagnostics.Add(Rules.DirectiveMalformed, directive.Location, $"`{directive.Name}` does not draw what stands inside it", "its template writes `directive.content`");
    }

    // Only the page that shows a whole table is the home of its rows, and a row has one place there.
    private string? AnchorOf(DataTable table, DataRow row) =>
        table.Page is { } home && links.Path == PagePlan.OutputOf(home.Value) && row.Id.Length > 0 && anchors.Add(table.AnchorOf(row)) ? table.AnchorOf(row) : null;

    private string? LinkOf(FoundValue value) => value.Table.Page is { } home
        ? (links.Path == PagePlan.OutputOf(home.Value) ? "" : links.To(PagePlan.OutputOf(home.Value))) + "#" + value.Table.AnchorOf(value.Row)
        : null;

    // An address in Markdown leads from its file to another one below content/; on the page it leads to what that became.
    private string LinkOf(FilePath manuscript, string address)
    {
        if (Addresses.IsExternal(address) || address.Length == 0 || address[0] is '#' or '?' or '/') return Addresses.Encode(address);
        int end = address.AsSpan().IndexOfAny('?', '#');
        (string path, string rest) = end < 0 ? (address, "") : (address[..end], address[end..]);
        if (manuscript.Resolve(Uri.UnescapeDataString(path), out bool folder) is not { } target) return Addresses.Encode(address);
        if (folder) return (target.Value.Length == 0 ? "./" : links.To(target) + "/") + Addresses.Encode(rest);
        if (links.Assets.Use(target.Value) is { } asset) return links.To(asset) + Addresses.Encode(rest);
        return links.To(PagePlan.IsManuscript(target) ? PagePlan.OutputOf(target) : target) + Addresses.Encode(rest);
    }

    private (FilePath, ReadOnlyMemory<byte>)? FileOf(FilePath manuscript, string address)
    {
        if (Addresses.IsExternal(address) || address.Length == 0 || address[0] is '#' or '?' or '/') return null;
        string path = address[..(address.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : address.Length)];
        return manuscript.Resolve(Uri.UnescapeDataString(path), out _) is { } target && article.Files.TryGet(target, out ReadOnlyMemory<byte> bytes) ? (target, bytes) : null;
    }
}
