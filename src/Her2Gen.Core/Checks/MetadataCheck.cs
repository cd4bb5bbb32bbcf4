using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A page names its language, itself, and what it is about.</summary>
internal static class MetadataCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        Location html = page.TagAt(page.HtmlOffset);
        if (page.Lang is null) diagnostics.Add(Rules.PageLangMissing, html, $"`{page.Path}` has no `lang` on its html element", "for example `<html lang=\"en\">`");
        else if (!LanguageTag.IsWellFormed(page.Lang)) diagnostics.Add(Rules.PageLangMissing, html, $"`{page.Lang}` is not a language tag", "for example `en` or `en-US`");
        Location title = page.TitleOffset is { } offset ? page.TagAt(offset) : html;
        if (string.IsNullOrWhiteSpace(page.Title)) diagnostics.Add(Rules.PageTitle, title, $"`{page.Path}` has no title");
        else if (!page.IsStub && site.FirstTitled(page.Title) is { } other && other != page.Path) diagnostics.Add(Rules.PageTitleShared, title, $"`{other}` has the title `{page.Title}` too", "say what only this page is about");
        if (!page.IsStub && string.IsNullOrWhiteSpace(page.Description)) diagnostics.Add(Rules.PageDescription, html, $"`{page.Path}` has no description", "add `<meta name=\"description\" content=\"…\">`");
    }
}
