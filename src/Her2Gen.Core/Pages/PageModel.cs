using System.Globalization;
using Her2Gen.Articles;
using Her2Gen.Data;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.Markup;
using Her2Gen.References;
using Her2Gen.Templates;
using Her2Gen.Yaml;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>What a template may see. Each name here is described in <c>templates/README.md</c>; a template that uses any other fails at its line.</summary>
/// <remarks>Only Scriban's own objects, texts, numbers and booleans: compiled natively, Scriban draws any other object as nothing.</remarks>
public static class PageModel
{
    // 238 words a minute: Brysbaert's mean for silent reading of English non-fiction (2019), rounded as he gives it.
    private const int WordsPerMinute = 238;

    /// <summary>The site, the same for all pages.</summary>
    /// <param name="data">The files of data that the article offers.</param>
    /// <param name="card">The picture that stands for the site, if there is one.</param>
    /// <param name="editions">What it knows of editions.</param>
    /// <param name="changes">Its pages of what changed between two.</param>
    public static ScriptObject Site(Article article, IReadOnlyList<DataFile> data, CardImage? card, SiteEditions editions, IReadOnlyList<ChangesPage> changes)
    {
        SiteSettings settings = article.Settings;
        return new ScriptObject
        {
            ["title"] = settings.Title,
            ["lang"] = settings.Lang,
            ["publisher"] = settings.Publisher,
            ["address"] = settings.Address,
            ["licence"] = LicenceOf(settings.Licence),
            ["card"] = card is null ? null : new ScriptObject
            {
                ["url"] = Absolute(settings, card.Path),
                ["media_type"] = card.MediaType,
                ["width"] = card.Size.Width,
                ["height"] = card.Size.Height,
                ["alt"] = card.Alt,
            },
            ["article"] = ArticleModel.Of(article, data, card, editions),
            ["pages"] = PagesOf(article, editions, changes),
            ["navigation"] = List(
                settings.Navigation.Select(name => article.Pages.FirstOrDefault(page => page.Path.Stem == name.Value)).OfType<Manuscript>(),
                manuscript => Entry(settings, manuscript)),
            ["edition"] = EditionsModel.Drawn(settings, editions.Drawn, article.Main.Front.Lang ?? settings.Lang),
            ["editions"] = EditionsModel.List(article, editions),
            ["notices"] = EditionsModel.Notices(article, editions),
            ["is_changed"] = editions.HasChanged,
        };
    }

    /// <summary>A text page.</summary>
    /// <param name="content">Its body as drawn.</param>
    /// <param name="words">How many its running text has.</param>
    /// <param name="outline">Its list of contents.</param>
    /// <param name="citations">What it cites.</param>
    /// <param name="references">The same works, set.</param>
    public static ScriptObject Text(Article article, TextPage page, string content, int words, IEnumerable<OutlineEntry> outline, CitationList citations, IEnumerable<BibliographyEntry> references)
    {
        FrontMatter front = page.Manuscript.Front;
        ScriptObject model = Base(article.Settings, page, front.Title, front.Summary, front.Lang ?? article.Settings.Lang);
        model["kind"] = page.Path == PagePlan.Index ? "article" : "page";
        model["subtitle"] = front.Subtitle;
        string lang = front.Lang ?? article.Settings.Lang;
        bool isArticle = page.Path == PagePlan.Index;
        model["date"] = Date(front.Date, lang) ?? (isArticle ? WrongDate() : null);
        model["first_published"] = Date(front.FirstPublished, lang) ?? (isArticle ? WrongDate() : null);
        model["evidence_date"] = Date(front.EvidenceDate, lang) ?? (isArticle ? WrongDate() : null);
        model["review_by"] = Date(front.ReviewBy, lang);
        model["keywords"] = List(front.Keywords, keyword => keyword);
        model["authors"] = List(front.Authors, author => ContributorModel.Of(author, front.Affiliations));
        model["interests"] = ContributorModel.Interests(front.Authors);
        model["doi"] = DoiOf(front.Doi);
        model["licence"] = LicenceOf(front.Licence ?? article.Settings.Licence);
        model["statements"] = Statements(front.Statements);
        model["words"] = words;
        model["reading_minutes"] = (words + WordsPerMinute - 1) / WordsPerMinute;
        model["content"] = new Html(content);
        model["toc"] = List(outline, entry => new ScriptObject { ["id"] = entry.Id, ["text"] = entry.Text, ["number"] = entry.Number });
        model["references"] = List(references, entry => ReferenceOf(entry, citations));
        return model;
    }

    public static ScriptObject NotFound(SiteSettings settings, NotFoundPage page)
    {
        ScriptObject model = Base(settings, page, "Page not found", "There is no page at this address.", settings.Lang);
        model["kind"] = "not-found";
        return model;
    }

    /// <summary>A page that is a template's alone, such as the list of editions.</summary>
    /// <param name="kind">The word for its kind.</param>
    public static ScriptObject Plain(Article article, Page page, string kind, string title, string summary)
    {
        ScriptObject model = Base(article.Settings, page, title, summary, article.Main.Front.Lang ?? article.Settings.Lang);
        model["kind"] = kind;
        return model;
    }

    /// <summary>A stub, with where it leads as <c>page.target</c>, and the absolute address of that page as <c>page.target_url</c> (or null).</summary>
    public static ScriptObject Redirect(Article article, RedirectPage page)
    {
        ScriptObject model = Plain(article, page, "redirect", "This page has moved", "This page has moved.");
        model["target"] = page.Target;
        model["target_url"] = Absolute(article.Settings, page.Destination);
        return model;
    }

    /// <summary>A directive, for its template.</summary>
    /// <param name="data">What it shows of the data, if anything.</param>
    public static ScriptObject DirectiveOf(Directive directive, AttributesModel attributes, DataSelection? data) => new()
    {
        ["name"] = directive.Name,
        ["id"] = directive.Id,
        ["label"] = directive.Label,
        ["caption_id"] = directive.Id is { } id ? HtmlWriter.CaptionId(id) : null,
        ["classes"] = List(directive.Classes, name => name),
        ["attributes"] = attributes,
        ["licence"] = LicenceOf(Licence.Of(directive.Attributes.GetValueOrDefault("licence"))),
        ["has_content"] = directive.HasContent,
        ["content"] = new DeferredHtml(directive.Content),
        ["svg"] = directive.Svg is { } svg ? new Html(svg) : null,
        ["data"] = data is null ? null : DataOf(data),
    };

    private static ScriptObject DataOf(DataSelection data)
    {
        Dictionary<DataRow, RowModel> rows = data.Rows.Distinct().ToDictionary(row => row, row => new RowModel(data, row));
        return new ScriptObject
        {
            ["name"] = data.Table.Name,
            ["title"] = data.Table.Title,
            ["description"] = data.Table.Description,
            ["file"] = DataReader.Folder + data.Table.Name + ".csv",
            ["columns"] = List(data.Columns, column => new ScriptObject { ["name"] = column.Name, ["title"] = column.Title, ["is_numeric"] = column.IsNumeric, ["is_reference"] = column.Type == ColumnType.Reference }),
            ["groups"] = List(data.Groups, group => new ScriptObject { ["title"] = group.Title, ["rows"] = List(group.Rows, row => rows[row]) }),
            ["rows"] = List(data.Rows, row => rows[row]),
            ["sort"] = data.Sort is null ? null : new ScriptObject { ["title"] = data.Sort.By.Title, ["is_descending"] = data.Sort.IsDescending },
        };
    }

    // Every page has every name, so that a partial can ask for any of them.
    internal static ScriptObject Base(SiteSettings settings, Page page, string title, string summary, string lang) => new()
    {
        ["edition"] = null,
        ["notice"] = null,
        ["subtitle"] = null,
        ["date"] = null,
        ["first_published"] = null,
        ["evidence_date"] = null,
        ["review_by"] = null,
        ["keywords"] = new ScriptArray(),
        ["authors"] = new ScriptArray(),
        ["interests"] = new ScriptArray(),
        ["doi"] = null,
        ["licence"] = null,
        ["statements"] = Statements(new Dictionary<string, string>()),
        ["words"] = 0,
        ["reading_minutes"] = 0,
        ["content"] = new Html(""),
        ["toc"] = new ScriptArray(),
        ["references"] = new ScriptArray(),
        ["terms"] = new ScriptArray(),
        ["path"] = page.Path.Value,
        ["url"] = Absolute(settings, page.Path),
        ["title"] = title,
        ["summary"] = summary,
        ["lang"] = lang,
        ["locale"] = Locale(lang),
    };

    // Open Graph has language_TERRITORY, and nothing for a language alone.
    private static string? Locale(string lang) => lang.Split('-') is [{ Length: 2 } language, { Length: 2 } territory] ? $"{language}_{territory}" : null;

    private static ScriptObject Entry(SiteSettings settings, Manuscript manuscript)
    {
        FilePath path = PagePlan.OutputOf(manuscript.Path);
        return new ScriptObject
        {
            ["title"] = manuscript.Front.Title,
            ["summary"] = manuscript.Front.Summary,
            ["path"] = path.Value,
            ["url"] = Absolute(settings, path),
            ["date"] = Date(manuscript.Front.Date, manuscript.Front.Lang ?? settings.Lang),
        };
    }

    private static ScriptArray PagesOf(Article article, SiteEditions editions, IReadOnlyList<ChangesPage> changes)
    {
        ScriptArray pages = List(article.Manuscripts, manuscript => Entry(article.Settings, manuscript));
        if (editions.Drawn is not null) return pages;
        IEnumerable<ScriptObject> added = article.Notices.Select(notice => Entry(article.Settings, notice.Manuscript));
        if (editions.Sealed.Count > 0) added = added.Append(Entry(article.Settings, PagePlan.Editions, "Editions"));
        pages.AddRange(added.Concat(changes.Select(page => Entry(article.Settings, page.Path, DiffText.Title(page.Diff)))));
        return pages;
    }

    // A page that is no text of the author's.
    private static ScriptObject Entry(SiteSettings settings, FilePath path, string title) =>
        new() { ["title"] = title, ["summary"] = "", ["path"] = path.Value, ["url"] = Absolute(settings, path), ["date"] = null };

    // The article is the site's front: its address is the site's own.
    internal static string? Absolute(SiteSettings settings, FilePath path) =>
        settings.Address is null ? null : path == PagePlan.Index ? settings.Address : settings.Address + FilePath.Parse("_").LinkTo(path);

    // Month names are English; a text in another language shows the ISO form.
    internal static ScriptObject? Date(DateOnly? date, string lang) => date is not { } day ? null : new ScriptObject
    {
        ["iso"] = IsoDate.Format(day),
        ["long"] = lang == "en-US" ? day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)
            : lang.StartsWith("en", StringComparison.Ordinal) ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : IsoDate.Format(day),
    };

    // The article must have its dates; where one is wrong, that is reported, and the page is drawn for what else there is to find.
    internal static ScriptObject WrongDate() => new() { ["iso"] = "", ["long"] = "" };

    private static ScriptObject? LicenceOf(Licence? licence) =>
        licence is null ? null : new ScriptObject { ["id"] = licence.Id, ["name"] = licence.Name, ["url"] = licence.Url };

    private static ScriptObject Statements(IReadOnlyDictionary<string, string> statements)
    {
        ScriptObject model = [];
        foreach (string key in FrontMatter.StatementKeys) model[key.Replace('-', '_')] = statements.GetValueOrDefault(key);
        return model;
    }

    private static ScriptObject ReferenceOf(BibliographyEntry entry, CitationList citations)
    {
        (Reference reference, string text, IReadOnlySet<string> links) = entry;
        // What the style shows already is not said again.
        Doi? doi = reference.Doi is { } one && !links.Contains(one.Url) ? one : null;
        Pmid? pmid = reference.Pmid is { } other && !links.Contains(other.Url) ? other : null;
        return new ScriptObject
        {
            ["key"] = reference.Key,
            ["id"] = CitationList.ReferenceId(reference.Key),
            ["number"] = citations.Number(reference.Key),
            ["text"] = new Html(text),
            ["doi"] = DoiOf(doi),
            ["pmid"] = pmid is { } shown ? new ScriptObject { ["text"] = shown.Value, ["url"] = shown.Url } : null,
            ["url"] = reference.Url is { } url && reference.Doi is null && !links.Contains(url) ? url : null,
            ["calls"] = List(Enumerable.Range(1, citations.Calls(reference.Key)), call => CitationList.CallId(reference.Key, call)),
        };
    }

    internal static ScriptObject? DoiOf(Doi? doi) => doi is { } given ? new ScriptObject { ["text"] = given.Value, ["url"] = given.Url } : null;

    internal static ScriptArray List<T>(IEnumerable<T> items, Func<T, object> model) => [.. items.Select(model)];
}
