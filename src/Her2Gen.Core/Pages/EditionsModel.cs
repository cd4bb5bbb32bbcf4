using System.Globalization;
using Her2Gen.Articles;
using Her2Gen.Editions;
using Her2Gen.Files;
using Scriban.Runtime;

namespace Her2Gen.Pages;

/// <summary>What templates may see of editions and of notices on them.</summary>
public static class EditionsModel
{
    private const int ShownDigits = 16;

    /// <summary>The edition that is drawn, as <c>site.edition</c>; null for the current site.</summary>
    public static ScriptObject? Drawn(SiteSettings settings, EditionFacts? facts, string lang) => facts is null ? null : new ScriptObject
    {
        ["id"] = facts.Id.ToString(),
        ["date"] = DateOf(facts.Id, lang),
        ["kind"] = EditionKinds.WordOf(facts.Kind),
        ["url"] = settings.Address is { } address ? EditionExits.Dated(address, facts.Id) : null,
        ["predecessor"] = facts.Predecessor?.Id.ToString(),
    };

    /// <summary>How a page of an edition leads out of it, as <c>page.edition</c>; null on the current site.</summary>
    public static ScriptObject? Exits(EditionFacts? facts, FilePath page)
    {
        if (facts is null) return null;
        EditionExits exits = EditionExits.Of(facts.Id, page);
        return new ScriptObject
        {
            ["status"] = exits.Status,
            ["all"] = exits.All,
            ["current"] = exits.Current,
            ["history"] = exits.History,
            ["latest"] = exits.Latest,
            ["before"] = facts.Predecessor is { } before ? exits.Before(before.Id) : null,
            ["crate"] = exits.Crate,
        };
    }

    /// <summary>The sealed editions, the newest first.</summary>
    public static ScriptArray List(Article article, SiteEditions editions) => PageModel.List(Enumerable.Reverse(editions.Sealed), edition => Edition(article, editions, edition));

    /// <summary>The notices, the newest first.</summary>
    public static ScriptArray Notices(Article article, SiteEditions editions) =>
        editions.Drawn is not null ? [] : PageModel.List(InOrder(article.Notices), notice => Notice(article, notice));

    /// <summary>How an edition stands, seen from today's notices and later editions.</summary>
    public static EditionStatus StatusOf(Article article, SiteEditions editions, SealedEdition edition)
    {
        EditionStatus status = edition == editions.Sealed[^1] ? EditionStatus.Current : EditionStatus.Superseded;
        if (editions.Sealed.Any(later => later.Facts.Kind == EditionKind.CorrectedEdition && later.Facts.Predecessor?.Id == edition.Id)) status = EditionStatus.Corrected;
        return NoticesOn(article, edition.Id).Select(notice => notice.Type?.Effect ?? EditionStatus.Current).Append(status).Max();
    }

    /// <summary>The word for it, in <c>editions.json</c> and in templates.</summary>
    public static string WordOf(EditionStatus status) => status switch
    {
        EditionStatus.Superseded => "superseded",
        EditionStatus.Corrected => "corrected",
        EditionStatus.Concern => "concern",
        EditionStatus.Withdrawn => "withdrawn",
        EditionStatus.Removed => "removed",
        _ => "current",
    };

    /// <summary>The notices on an edition, the newest first.</summary>
    public static IEnumerable<Notice> NoticesOn(Article article, EditionId id) => InOrder(article.Notices).Where(notice => notice.Edition == id);

    /// <summary>Where what changed against the edition before is shown; null for the first, and where one of the two is not as it was sealed.</summary>
    public static FilePath? ChangesOf(SiteEditions editions, SealedEdition edition)
    {
        int at = editions.Sealed.ToList().IndexOf(edition);
        return at < 1 || !edition.IsSound || !editions.Sealed[at - 1].IsSound ? null : FilePath.Parse($"changes/{editions.Sealed[at - 1].Id}_{edition.Id}/index.html");
    }

    /// <summary>A notice, for the page that it has and for all that name it.</summary>
    public static ScriptObject Notice(Article article, Notice notice)
    {
        FilePath path = PagePlan.OutputOf(notice.Manuscript.Path);
        string lang = article.Main.Front.Lang ?? article.Settings.Lang;
        return new ScriptObject
        {
            ["type"] = notice.Type?.Word ?? "",
            ["name"] = notice.Type?.Name ?? "Notice",
            ["effect"] = WordOf(notice.Type?.Effect ?? EditionStatus.Current),
            ["title"] = notice.Title,
            ["reason"] = notice.Reason,
            ["date"] = PageModel.Date(notice.Date, lang) ?? PageModel.WrongDate(),
            ["edition"] = notice.Edition is { } id ? new ScriptObject { ["id"] = id.ToString(), ["date"] = DateOf(id, lang), ["path"] = PathOf(id).Value } : null,
            ["seal"] = notice.Seal,
            ["path"] = path.Value,
            ["url"] = PageModel.Absolute(article.Settings, path),
        };
    }

    private static FilePath PathOf(EditionId id) => FilePath.Parse($"{EditionArchive.Published}{id}/index.html");

    private static IEnumerable<Notice> InOrder(IEnumerable<Notice> notices) => notices.OrderByDescending(notice => notice.Date).ThenBy(notice => notice.Manuscript.Path);

    private static ScriptObject Edition(Article article, SiteEditions editions, SealedEdition edition)
    {
        EditionFacts facts = edition.Facts;
        string lang = article.Main.Front.Lang ?? article.Settings.Lang;
        SealedEdition? next = editions.Sealed.FirstOrDefault(later => later.Id > edition.Id);
        return new ScriptObject
        {
            ["id"] = facts.Id.ToString(),
            ["date"] = DateOf(facts.Id, lang),
            ["kind"] = EditionKinds.WordOf(facts.Kind),
            ["is_first"] = edition == editions.Sealed[0],
            ["whats_new"] = facts.WhatsNew is "" or "none" ? null : facts.WhatsNew,
            ["conclusions_changed"] = facts.ConclusionsChanged,
            ["evidence_date"] = PageModel.Date(facts.EvidenceDate, lang),
            ["path"] = PathOf(facts.Id).Value,
            ["url"] = article.Settings.Address is { } address ? EditionExits.Dated(address, facts.Id) : null,
            ["status"] = WordOf(StatusOf(article, editions, edition)),
            ["status_path"] = PagePlan.StatusOf(facts.Id).Value,
            ["newer"] = next is null ? null : DateOf(editions.Sealed[^1].Id, lang),
            ["files"] = edition.Payload.Count,
            ["size"] = Size(edition.Payload.Sum(file => (long)file.Value.Length)),
            ["seal"] = edition.SealDigest,
            ["seal_start"] = edition.SealDigest[..Math.Min(ShownDigits, edition.SealDigest.Length)],
            ["seal_path"] = $"{EditionArchive.Published}seals/{facts.Id}/tagmanifest-sha512.txt",
            ["changes"] = ChangesOf(editions, edition)?.Value,
            ["notices"] = PageModel.List(NoticesOn(article, facts.Id), notice => Notice(article, notice)),
        };
    }

    // An ordinal tells two editions of a day apart.
    private static ScriptObject? DateOf(EditionId id, string lang)
    {
        ScriptObject? date = PageModel.Date(id.Date, lang);
        if (date is not null && id.Ordinal > 1) date["long"] = $"{date["long"]} ({id.Ordinal})";
        return date;
    }

    private static string Size(long bytes) => bytes < 1_000_000
        ? $"{((bytes + 999) / 1000).ToString(CultureInfo.InvariantCulture)} kB"
        : $"{(bytes / 1_000_000.0).ToString("0.0", CultureInfo.InvariantCulture)} MB";
}
