using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>A notice says what, why and when, and names its edition by id and seal (ICMJE, III.A: corrections, retractions and version control).</summary>
public static class NoticeCheck
{
    private static readonly (string Key, string Why)[] Needed =
    [
        ("type", "a reader must know what kind of notice it is"),
        ("date", "a reader must know from when on"),
        ("title", "say what became of the edition, in a line"),
        ("reason", "say why, in a sentence or two"),
        ("edition", "name the edition that it is about"),
        ("seal", "`her2gen editions` prints it: the notice is about those bytes and no others"),
    ];

    /// <param name="editions">Those that are sealed.</param>
    public static void Check(Article article, IReadOnlyList<SealedEdition> editions, DiagnosticBag diagnostics)
    {
        foreach (Notice notice in article.Notices)
        {
            foreach ((string key, string why) in Needed.Where(needed => notice.Written.Entry(needed.Key) is null))
                diagnostics.Add(Rules.NoticeIncomplete, notice.Written.Location, $"the notice does not give its `{key}`", why);
            if (notice.Written.Text("type") is { } type && notice.Type is null)
                diagnostics.Add(Rules.NoticeType, Place(notice, "type"), $"`{type}` is no type of notice", Nearest.Hint(type, NoticeType.Known.Select(known => known.Word)) ?? "Crossref's update types: `her2gen schema notice` lists them");
            CheckEdition(notice, editions, diagnostics);
        }
    }

    private static void CheckEdition(Notice notice, IReadOnlyList<SealedEdition> editions, DiagnosticBag diagnostics)
    {
        if (notice.Written.Text("edition") is not { } named) return;
        if (editions.FirstOrDefault(edition => edition.Id == notice.Edition) is not { } edition)
        {
            diagnostics.Add(Rules.NoticeEdition, Place(notice, "edition"), $"no edition `{named}` is sealed", Nearest.Hint(named, editions.Select(known => known.Id.ToString())) ?? "a notice is about a sealed edition: `her2gen editions` lists them");
            return;
        }

        if (notice.Seal.Length > 0 && !notice.Seal.Equals(edition.SealDigest, StringComparison.OrdinalIgnoreCase))
            diagnostics.Add(Rules.NoticeSeal, Place(notice, "seal"), $"the seal of `{edition.Id}` is another one", $"it is {edition.SealDigest}");
        if (notice.Date is { } date && date < edition.Id.Date)
            diagnostics.Add(Rules.NoticeDate, Place(notice, "date"), $"the notice is dated {IsoDate.Format(date)}, and its edition {edition.Id}", "a notice comes after what it is about");
    }

    private static Location Place(Notice notice, string key) => notice.Written.Entry(key)?.Value.Location ?? notice.Written.Location;
}
