using System.Collections.Frozen;

namespace Her2Gen.References.Csl;

/// <summary>Which variables hold names, dates and numbers (CSL 1.0.2, appendix IV), and which types items have (appendix III).</summary>
internal static class Variables
{
    public static readonly FrozenSet<string> Names = Set(
        "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor", "editorial-director",
        "editor-translator", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer",
        "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator");

    public static readonly FrozenSet<string> Dates = Set("accessed", "available-date", "container", "event-date", "issued", "original-date", "submitted");

    public static readonly FrozenSet<string> Numbers = Set(
        "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section", "supplement-number", "version", "volume");

    public static readonly FrozenSet<string> Texts = Set(
        "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority", "call-number", "citation-label", "collection-title", "container-title",
        "container-title-short", "collection-title-short", "dimensions", "division", "DOI", "event", "event-title", "event-place", "genre", "ISBN", "ISSN", "jurisdiction", "keyword", "language", "license", "medium",
        "original-publisher", "original-publisher-place", "original-title", "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title",
        "scale", "source", "status", "title", "title-short", "URL", "volume-title", "year-suffix");

    public static readonly FrozenSet<string> Types = Set(
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
        "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
        "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review",
        "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage");

    public static IEnumerable<string> All => Texts.Concat(Names).Concat(Dates).Concat(Numbers);

    /// <summary>Whether CSL-JSON has a variable of that name, of whatever kind.</summary>
    public static bool IsKnown(string name) => Texts.Contains(name) || Names.Contains(name) || Dates.Contains(name) || Numbers.Contains(name);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
