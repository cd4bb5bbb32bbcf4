using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Identifiers;
using Her2Gen.Yaml;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>The article in the words of schema.org, for machines that read JSON-LD.</summary>
/// <remarks>
/// Only what the front matter says: a member without a value is left out, and nobody has reviewed what says that it is not reviewed.
/// One object a block, because readers of structured data do not all look into <c>@graph</c>. Addresses are absolute, or not there.
/// </remarks>
internal static class StructuredData
{
    public const string DataMediaType = "text/csv";

    private const string Vocabulary = "https://schema.org";

    /// <param name="data">The files of data; without any there is no dataset.</param>
    /// <param name="card">The picture that stands for the article, if there is one.</param>
    /// <param name="editions">What the site knows of editions: an edition names itself, and only the current text the notices.</param>
    public static ScriptArray Of(Article article, IReadOnlyList<DataFile> data, CardImage? card, SiteEditions editions)
    {
        ScriptArray blocks = [Block(ScholarlyArticle(article, card, editions)), Block(WebPage(article))];
        if (data.Count > 0) blocks.Add(Block(Dataset(article, data)));
        return blocks;
    }

    private static ScriptObject ScholarlyArticle(Article article, CardImage? card, SiteEditions editions)
    {
        FrontMatter front = article.Main.Front;
        ScriptObject node = Work("MedicalScholarlyArticle", article);
        if (editions.Drawn is { } edition && article.Settings.Address is { } address) Add(node, "@id", EditionExits.Dated(address, edition.Id));
        Add(node, "headline", front.Title);
        Add(node, "alternativeHeadline", front.Subtitle);
        if (card is not null) Add(node, "image", PageModel.Absolute(article.Settings, card.Path));
        Add(node, "author", Authors(front));
        Add(node, "version", Iso(front.Date));
        Add(node, "creativeWorkStatus", ReviewStatus(front));
        Add(node, "identifier", Identifier(front.Doi));
        Add(node, "sameAs", front.Doi?.Url);
        Add(node, "mainEntityOfPage", article.Settings.Address);
        if (editions.Drawn is null) Add(node, "correction", PageModel.List(article.Notices, notice => Correction(article, notice)));
        return node;
    }

    private static ScriptObject Correction(Article article, Notice notice) => Node(
        "CorrectionComment",
        ("name", notice.Title),
        ("text", notice.Reason),
        ("datePublished", Iso(notice.Date)),
        ("url", PageModel.Absolute(article.Settings, PagePlan.OutputOf(notice.Manuscript.Path))));

    private static ScriptObject WebPage(Article article)
    {
        FrontMatter front = article.Main.Front;
        ScriptObject node = Work("MedicalWebPage", article);
        Add(node, "name", front.Title);
        Add(node, "about", PageModel.List(front.Keywords, keyword => Node("Thing", ("name", keyword))));
        Add(node, "isPartOf", Node("WebSite", ("name", article.Settings.Title), ("url", article.Settings.Address)));
        return node;
    }

    private static ScriptObject Dataset(Article article, IReadOnlyList<DataFile> data)
    {
        FrontMatter front = article.Main.Front;
        string description = string.Join(' ', data.Select(file => file.Description).Where(text => text.Length > 0));
        string names = string.Join(", ", data.Select(file => file.Name));
        return Node(
            "Dataset",
            ("name", $"Data of “{front.Title}”"),
            ("description", $"The data behind the article “{front.Title}”: {names}.{(description.Length > 0 ? " " : "")}{description}"),
            ("creator", Authors(front)),
            ("publisher", Publisher(article)),
            ("license", LicenceOf(article)?.Url),
            ("isAccessibleForFree", LicenceOf(article) is null ? null : true),
            ("inLanguage", Language(article)),
            ("datePublished", Iso(front.FirstPublished)),
            ("dateModified", Iso(front.Date)),
            ("distribution", PageModel.List(data, file => Node(
                "DataDownload", ("name", file.Name), ("description", file.Description), ("encodingFormat", DataMediaType), ("contentUrl", PageModel.Absolute(article.Settings, file.Path))))));
    }

    // What the article and the page that shows it have alike.
    private static ScriptObject Work(string type, Article article)
    {
        FrontMatter front = article.Main.Front;
        return Node(
            type,
            ("url", article.Settings.Address),
            ("description", front.Summary),
            ("inLanguage", Language(article)),
            ("datePublished", Iso(front.FirstPublished)),
            ("dateModified", Iso(front.Date)),
            ("publisher", Publisher(article)),
            ("license", LicenceOf(article)?.Url),
            // Each licence that front matter may name lets anyone read and share.
            ("isAccessibleForFree", LicenceOf(article) is null ? null : true),
            ("keywords", PageModel.List(front.Keywords, keyword => keyword)));
    }

    private static ScriptArray Authors(FrontMatter front) => PageModel.List(front.Authors, author => Node(
        author.Collective is null ? "Person" : "Organization",
        ("@id", author.Orcid?.Url),
        ("name", author.Name),
        ("familyName", author.Family),
        ("givenName", author.Given),
        ("identifier", author.Orcid?.Url),
        (author.Collective is null ? "affiliation" : "parentOrganization", PageModel.List(ContributorModel.AffiliationsOf(author, front.Affiliations), OrganizationOf))));

    private static ScriptObject OrganizationOf(Affiliation affiliation) => Node(
        "Organization", ("@id", affiliation.Ror?.Url), ("name", affiliation.Name), ("identifier", affiliation.Ror?.Url));

    private static ScriptObject Publisher(Article article) => Node("Organization", ("name", article.Settings.Publisher));

    private static ScriptObject? Identifier(Doi? doi) =>
        doi is { } given ? Node("PropertyValue", ("propertyID", "DOI"), ("value", given.Value), ("url", given.Url)) : null;

    private static string? ReviewStatus(FrontMatter front) => front.Statements.GetValueOrDefault("review-status") switch
    {
        "not-reviewed" => "Not reviewed",
        "clinician-reviewed" => "Reviewed by a clinician",
        "peer-reviewed" => "Peer reviewed",
        _ => null,
    };

    private static Licence? LicenceOf(Article article) => article.Main.Front.Licence ?? article.Settings.Licence;

    private static string Language(Article article) => article.Main.Front.Lang ?? article.Settings.Lang;

    private static string? Iso(DateOnly? date) => date is { } day ? IsoDate.Format(day) : null;

    private static ScriptObject Block(ScriptObject node)
    {
        ScriptObject block = new() { ["@context"] = Vocabulary };
        foreach (string name in node.Keys) block[name] = node[name];
        return block;
    }

    private static ScriptObject Node(string type, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        ScriptObject node = new() { ["@type"] = type };
        foreach ((string name, object? value) in members) Add(node, name, value);
        return node;
    }

    private static void Add(ScriptObject node, string name, object? value)
    {
        if (value is not (null or "" or ScriptArray { Count: 0 })) node[name] = value;
    }
}
