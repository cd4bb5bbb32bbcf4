using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Checks;

/// <summary>A page names its language, itself, and what it is about.</summary>
internal static class MetadataCheck
{
    public static void Check(PageFacts page, CheckedSite site, DiagnosticBag diagnostics)
    {
        if (page.Lang is null) diagnostics.Add(Rules.PageLangMissing, Html(), $"`{page.Path}` has no `lang` on its html element", "for example `<html lang=\"en\">`");
        else if (!LanguageTag.IsWellFormed(page.Lang)) diagnostics.Add(Rules.PageLangMissing, Html(), $"`{page.Lang}` is not a language tag", "for example `en` or `en-US`");
        if (string.IsNullOrWhiteSpace(page.Title)) diagnostics.Add(Rules.PageTitle, Title(), $"`{page.Path}` has no title");
        else if (!page.IsStub && site.FirstTitled(page.Title) is { } other && other != page.Path) diagnostics.Add(Rules.PageTitleShared, Title(), $"`{other}` has the title `{page.Title}` too", "say what only this page is about");
        if (!page.IsStub && string.IsNullOrWhiteSpace(page.Description)) diagnostics.Add(Rules.PageDescription, Html(), $"`{page.Path}` has no description", "add `<meta name=\"description\" content=\"…\">`");

        Location Html() => page.TagAt(page.HtmlOffset);

        Location Title() => page.TitleOffset is { } offset ? page.TagAt(offset) : Html();
    }
}
