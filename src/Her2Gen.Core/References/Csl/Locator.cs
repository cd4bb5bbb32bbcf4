namespace Her2Gen.References.Csl;

/// <summary>A cite's locator, and what it counts: pages where nothing is said, or what its abbreviation says ("ch. 3").</summary>
internal readonly record struct Locator(string Term, string Text)
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["app."] = "appendix",
        ["art."] = "article-locator",
        ["bk."] = "book",
        ["ch."] = "chapter",
        ["chap."] = "chapter",
        ["cl."] = "clause",
        ["col."] = "column",
        ["ex."] = "example",
        ["fig."] = "figure",
        ["fol."] = "folio",
        ["l."] = "line",
        ["n."] = "note",
        ["no."] = "issue",
        ["op."] = "opus",
        ["p."] = "page",
        ["para."] = "paragraph",
        ["pp."] = "page",
        ["pt."] = "part",
        ["r."] = "rule",
        ["sec."] = "section",
        ["supp."] = "supplement",
        ["sv."] = "sub-verbo",
        ["tbl."] = "table",
        ["tit."] = "title-locator",
        ["vrs."] = "verse",
        ["vol."] = "volume",
    };

    public static Locator Of(CslCite cite, CslLocale locale)
    {
        string label = cite.Label == "sub verbo" ? "sub-verbo" : cite.Label;
        string text = cite.Locator.Trim();
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        if (label is "" or "page" && space > 0 && Abbreviations.TryGetValue(text[..space], out string? named) && locale.Word(named) is not null) return new Locator(named, text[space..].Trim());
        return new Locator(label.Length == 0 ? "page" : label, text);
    }
}
