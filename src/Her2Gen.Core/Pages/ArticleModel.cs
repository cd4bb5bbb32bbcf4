using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.References;
using Her2Gen.References.BibTex;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>The article as every template sees it, on any page and in any directive: what it is, how to cite it, what it offers.</summary>
internal static class ArticleModel
{
    /// <param name="data">The files of data, in the order to list them.</param>
    /// <param name="card">The picture that stands for it, if there is one.</param>
    /// <param name="editions">What the site knows of editions.</param>
    public static ScriptObject Of(Article article, IReadOnlyList<DataFile> data, CardImage? card, SiteEditions editions)
    {
        FrontMatter front = article.Main.Front;
        string lang = front.Lang ?? article.Settings.Lang;
        Reference citation = ArticleCitation.Of(article, editions.Drawn);
        return new ScriptObject
        {
            ["title"] = front.Title,
            ["subtitle"] = front.Subtitle,
            ["summary"] = front.Summary,
            ["lang"] = lang,
            ["path"] = PagePlan.Index.Value,
            ["url"] = article.Settings.Address,
            ["doi"] = PageModel.DoiOf(front.Doi),
            ["date"] = PageModel.Date(front.Date, lang) ?? PageModel.WrongDate(),
            ["first_published"] = PageModel.Date(front.FirstPublished, lang) ?? PageModel.WrongDate(),
            ["authors"] = PageModel.List(front.Authors, author => ContributorModel.Of(author, front.Affiliations)),
            ["cite_as"] = ArticleCitation.Text(article, citation),
            ["bibtex"] = BibTexWriter.Write(citation),
            ["citations"] = PageModel.List(CitationFormat.All, CitationOf),
            ["data"] = PageModel.List(data, DataOf),
            ["structured_data"] = StructuredData.Of(article, data, card, editions),
        };
    }

    private static ScriptObject CitationOf(CitationFormat format) => new()
    {
        ["format"] = format.Name,
        ["media_type"] = format.MediaType,
        ["path"] = ArticleCitation.PathOf(format).Value,
    };

    private static ScriptObject DataOf(DataFile file) => new()
    {
        ["name"] = file.Name,
        ["description"] = file.Description,
        ["path"] = file.Path.Value,
        ["media_type"] = StructuredData.DataMediaType,
    };
}
