namespace Her2Gen.References.BibTex;

/// <summary>The types of entries of BibTeX and BibLaTeX, and what CSL calls them.</summary>
internal static class BibTexTypes
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["article"] = "article-journal",
        ["artwork"] = "graphic",
        ["audio"] = "song",
        ["book"] = "book",
        ["bookinbook"] = "chapter",
        ["booklet"] = "pamphlet",
        ["collection"] = "book",
        ["commentary"] = "document",
        ["conference"] = "paper-conference",
        ["customa"] = "document",
        ["customb"] = "document",
        ["customc"] = "document",
        ["customd"] = "document",
        ["custome"] = "document",
        ["customf"] = "document",
        ["dataset"] = "dataset",
        ["electronic"] = "webpage",
        ["image"] = "graphic",
        ["inbook"] = "chapter",
        ["incollection"] = "chapter",
        ["inproceedings"] = "paper-conference",
        ["inreference"] = "entry-encyclopedia",
        ["jurisdiction"] = "legal_case",
        ["legal"] = "treaty",
        ["legislation"] = "legislation",
        ["letter"] = "personal_communication",
        ["manual"] = "book",
        ["mastersthesis"] = "thesis",
        ["misc"] = "document",
        ["movie"] = "motion_picture",
        ["music"] = "song",
        ["mvbook"] = "book",
        ["mvcollection"] = "book",
        ["mvproceedings"] = "book",
        ["mvreference"] = "book",
        ["online"] = "webpage",
        ["patent"] = "patent",
        ["performance"] = "performance",
        ["periodical"] = "periodical",
        ["phdthesis"] = "thesis",
        ["proceedings"] = "book",
        ["reference"] = "book",
        ["report"] = "report",
        ["review"] = "review",
        ["software"] = "software",
        ["standard"] = "standard",
        ["suppbook"] = "chapter",
        ["suppcollection"] = "chapter",
        ["suppperiodical"] = "article-journal",
        ["techreport"] = "report",
        ["thesis"] = "thesis",
        ["unpublished"] = "manuscript",
        ["video"] = "motion_picture",
        ["www"] = "webpage",
    };

    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>The type of CSL, or null for no type of entry.</summary>
    public static string? Csl(string type) => Types.GetValueOrDefault(type);

    /// <summary>Whether an entry holds what others inherit or do, and is no work.</summary>
    public static bool IsNoWork(string type) => type is "xdata" or "set" or "control" or "bibnote";

    public static bool IsPart(string type) => type is "inbook" or "incollection" or "inproceedings" or "conference" or "inreference" or "bookinbook" or "suppbook" or "suppcollection";

    public static bool IsPeriodical(string type) => type is "article" or "suppperiodical" or "review";
}
