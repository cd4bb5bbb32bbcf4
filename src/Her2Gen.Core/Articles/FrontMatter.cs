using Her2Gen.Diagnostics;
using Her2Gen.Identifiers;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>What stands in front of a text, between lines of three hyphens.</summary>
/// <remarks>The article needs most of it (<see cref="ArticleSchema"/>), a page a title and a summary (<see cref="PageSchema"/>); what is not given is empty or null.</remarks>
/// <param name="Summary">One or two sentences: the page's description.</param>
/// <param name="Date">Of this edition.</param>
/// <param name="EvidenceDate">Up to when sources were looked at.</param>
/// <param name="Statements">What is new, funding, interests, use of AI and the like, by key, in the schema's order.</param>
public sealed record FrontMatter(
    string Title,
    string? Subtitle,
    string Summary,
    string? Lang,
    DateOnly? Date,
    DateOnly? FirstPublished,
    DateOnly? EvidenceDate,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<Contributor> Authors,
    IReadOnlyList<Affiliation> Affiliations,
    Licence? Licence,
    Doi? Doi,
    IReadOnlyDictionary<string, string> Statements)
{
    /// <summary>The day by which the text is to be reviewed again.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Where that is said.</summary>
    public Location ReviewByLocation { get; init; }

    /// <summary>Whether it is a draft; null where nothing is said.</summary>
    public YamlText? Status { get; init; }

    /// <summary>The statements that a medical article owes its reader (ICMJE; JAMA's benchmarks): each is given, or declared <c>none</c>.</summary>
    public static readonly IReadOnlyList<string> StatementKeys = ["whats-new", "funding", "competing-interests", "review-status", "data-availability", "ai-use", "disclaimer"];

    internal const string Draft = "draft";

    private static readonly SchemaKey TitleKey = new("title", SchemaType.Text, Required: true, "the title");
    private static readonly SchemaKey SummaryKey = new("summary", SchemaType.Text, Required: true, "one or two sentences for search results and previews");
    private static readonly SchemaKey LangKey = new("lang", SchemaType.Language, Required: false, "the language of the text, where it is not the site's");
    private static readonly SchemaKey DateKey = new("date", SchemaType.Date, Required: false, "the date of this edition, YYYY-MM-DD");
    private static readonly SchemaKey AuthorsKey = new("authors", SchemaType.ListOf(SchemaType.MapOf(Contributor.Schema)), Required: false, "who wrote it, in the order to print them") { Why = "someone must answer for what is said" };
    private static readonly SchemaKey ReviewByKey = new("review-by", SchemaType.Date, Required: false, "the day by which the text is to be reviewed, YYYY-MM-DD; past it, checks say so");
    private static readonly SchemaKey StatusKey = new("status", SchemaType.Choice(Draft, "final"), Required: false, "draft while it may not be published; final unless said");

    public static readonly Schema ArticleSchema = new("article front matter",
    [
        TitleKey,
        new("subtitle", SchemaType.Text, Required: false, "a second line of the title"),
        SummaryKey,
        LangKey with { Required = true },
        DateKey with { Required = true, Why = "a reader must see how current the text is" },
        new("first-published", SchemaType.Date, Required: true, "the date of the first edition, YYYY-MM-DD") { Why = "what is said is judged by what was known then" },
        new("evidence-date", SchemaType.Date, Required: true, "up to when sources were looked at, YYYY-MM-DD") { Why = "later results cannot be in the text" },
        new("keywords", SchemaType.ListOf(SchemaType.Text), Required: true, "words to find it by"),
        AuthorsKey with { Required = true },
        new("affiliations", SchemaType.ListOf(SchemaType.MapOf(Affiliation.Schema)), Required: false, "where the authors work"),
        new("licence", SchemaType.Choice([.. Licence.Known.Select(licence => licence.Id)]), Required: true, "the licence of the text, as SPDX names it"),
        new("doi", SchemaType.Identifier("a DOI", text => Identifiers.Doi.TryParse(text, out _), "^10\\.\\d{4,9}/\\S+$", Identifiers.Doi.Form), Required: false, "the DOI that resolves to the article, bare"),
        new("whats-new", SchemaType.Text, Required: true, "what this edition changes for its readers, or none"),
        new("funding", SchemaType.Text, Required: true, "who paid for it, or none") { Why = "who pays may shape what is said" },
        new("competing-interests", SchemaType.Text, Required: true, "the authors' interests, or none") { Why = "readers weigh a claim by who gains from it" },
        new("review-status", SchemaType.Choice("not-reviewed", "clinician-reviewed", "peer-reviewed"), Required: true, "who has checked it") { Why = "readers trust a checked text more than they should one that is not" },
        new("data-availability", SchemaType.Text, Required: true, "where the data are, or none") { Why = "what can be looked up can be checked" },
        new("ai-use", SchemaType.Text, Required: true, "what AI tools did, or none") { Why = "text from a machine needs another kind of doubt" },
        new("disclaimer", SchemaType.Text, Required: true, "what the text is not, or none") { Why = "a reader may act on what is said" },
        ReviewByKey,
        StatusKey,
    ]);

    public static readonly Schema PageSchema = new("page front matter", [TitleKey, SummaryKey, LangKey, DateKey, AuthorsKey, ReviewByKey, StatusKey]);

    public static FrontMatter From(YamlMap map) => new(
        map.Text("title") ?? "", map.Text("subtitle"), map.Text("summary") ?? "", map.Text("lang"),
        map.Date("date"), map.Date("first-published"), map.Date("evidence-date"),
        [.. map.Texts("keywords").Select(keyword => keyword.Value)],
        [.. map.Maps("authors").Select(Contributor.From)], [.. map.Maps("affiliations").Select(Affiliation.From)],
        Licence.Of(map.Text("licence")),
        Identifiers.Doi.TryParse(map.Text("doi"), out Identifiers.Doi doi) ? doi : null,
        StatementKeys.Where(key => map.Text(key) is not null).ToDictionary(key => key, key => map.Text(key) ?? ""))
    {
        ReviewBy = map.Date("review-by"),
        ReviewByLocation = map.Entry("review-by")?.KeyLocation ?? map.Location,
        Status = map.Entry("status")?.Value as YamlText,
    };
}
