using System.Text;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Pages;

namespace Her2Gen.Sites;

/// <summary>What a site says of its editions beside its pages: comparisons, lists for machines, and whether the article owns up to a withdrawal.</summary>
internal static class EditionPages
{
    /// <summary>What changed between each two editions that follow one another. One that is not as it was sealed is left out, which is told elsewhere.</summary>
    public static IReadOnlyList<ChangesPage> Changes(SiteEditions editions)
    {
        EditionText?[] texts = [.. editions.Sealed.Select(edition => !edition.IsSound ? null : EditionTextReader.Read(edition.Bag.Contents.Files, "", new DiagnosticBag()))];
        List<ChangesPage> pages = [];
        for (int i = 1; i < texts.Length; i++)
        {
            if (texts[i - 1] is { } older && texts[i] is { } newer)
                pages.Add(PagePlan.Changes($"{editions.Sealed[i - 1].Id}", $"{editions.Sealed[i].Id}", EditionDiff.Of(older, newer), arePublished: true));
        }

        return pages;
    }

    /// <summary>The files that only machines read; none where there is no edition.</summary>
    public static IEnumerable<(FilePath, ReadOnlyMemory<byte>, string)> Files(Article article, SiteEditions editions)
    {
        const string From = "the list of editions";
        if (editions.Sealed.Count == 0) yield break;
        yield return (EditionsJson.Path, EditionsJson.Write(article, editions), From);
        yield return (EditionsJsonSchema.Path, Encoding.UTF8.GetBytes(EditionsJsonSchema.Text), From);
        if (article.Settings.Address is not { } address) yield break;
        yield return (EditionLinks.TimeMapPath, Encoding.UTF8.GetBytes(EditionLinks.TimeMap(address, editions.Sealed)), From);
        yield return (EditionLinks.LinkSetPath, EditionLinks.LinkSet(address, editions.Sealed), From);
    }

    /// <summary>Reports a newest edition that was withdrawn without a word on the article's page.</summary>
    /// <param name="drawn">The article's page.</param>
    public static void CheckWithdrawal(Article article, SiteEditions editions, ReadOnlySpan<byte> drawn, DiagnosticBag diagnostics)
    {
        if (editions.Sealed is not [.., var newest] || EditionsModel.StatusOf(article, editions, newest) < EditionStatus.Withdrawn) return;
        foreach (Notice notice in EditionsModel.NoticesOn(article, newest.Id).Where(notice => notice.Type?.Effect >= EditionStatus.Withdrawn))
        {
            string link = PagePlan.Index.LinkTo(PagePlan.OutputOf(notice.Manuscript.Path));
            if (drawn.IndexOf(Encoding.UTF8.GetBytes($"\"{link}\"")) < 0)
                diagnostics.Add(Rules.WithdrawnUnsaid, Location.Of("templates/article.html"), $"`{newest.Id}` is the newest edition and was withdrawn, and the article does not link to `{link}`", "include `notices.html` in the template, as the theme does");
        }
    }
}
