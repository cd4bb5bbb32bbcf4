using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>What <c>content/site.yml</c> says.</summary>
/// <param name="Title">The site's name, behind each page's title.</param>
/// <param name="Lang">BCP 47; a text may name another.</param>
/// <param name="Publisher">Who stands for the site.</param>
/// <param name="Licence">Of the texts, where they do not name their own.</param>
/// <param name="Address">Where the site is published, ending in '/'; null when that is not known, and then nothing has an absolute address.</param>
/// <param name="Navigation">The pages in the head of each page, by file name without <c>.md</c>.</param>
/// <param name="RawHtml">Whether Markdown may hold HTML.</param>
public sealed record SiteSettings(string Title, string Lang, string Publisher, Licence? Licence, string? Address, IReadOnlyList<YamlText> Navigation, bool RawHtml)
{
    /// <summary>Names in capitals that are no abbreviations: of trials, institutions, substances.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The picture that social sites show beside a link, below <c>content/</c>; null when there is none.</summary>
    public YamlText? Card { get; init; }

    /// <summary>What the card shows, for who cannot see it.</summary>
    public string? CardAlt { get; init; }

    /// <summary>A style of the theme by name, or a <c>.csl</c> file below <c>content/</c>; null for the default.</summary>
    public YamlText? CitationStyle { get; init; }

    /// <summary>Where addresses of former days lead now: a page or a place of one, and its successor, both as paths of the site.</summary>
    public IReadOnlyList<YamlEntry> Redirects { get; init; } = [];

    /// <summary>How findings are weighed.</summary>
    public Policy Policy { get; init; } = Policy.None;

    public static readonly Schema Schema = new("site.yml",
    [
        new("title", SchemaType.Text, Required: true, "the name of the site"),
        new("lang", SchemaType.Language, Required: true, "the language of the site, as BCP 47 writes it: en-US"),
        new("publisher", SchemaType.Text, Required: true, "who stands for the site"),
        new("licence", SchemaType.Choice([.. Licence.Known.Select(licence => licence.Id)]), Required: true, "the licence of the texts, as SPDX names it"),
        new("address", SchemaType.WebAddress, Required: false, "where the site is published, ending in /; canonical links and the sitemap appear only with it"),
        new("navigation", SchemaType.ListOf(SchemaType.Text), Required: false, "the pages to name in the head of each page, by file name without .md"),
        new("raw-html", SchemaType.Flag, Required: false, "whether Markdown may hold HTML; off unless true"),
        new("card", SchemaType.Text, Required: false, "a PNG or JPEG below content/ that social sites show beside a link, 1200 by 630 pixels; used where there is an address"),
        new("card-alt", SchemaType.Text, Required: false, "what the card shows, for who cannot see it"),
        new("citation-style", SchemaType.Text, Required: false, "how references are set: nlm-citation-sequence (unless told), american-medical-association, or a .csl file below content/"),
        new("names", SchemaType.ListOf(SchemaType.Text), Required: false, "names in capitals that are no abbreviations, such as those of trials; looked at when there is a glossary"),
        new("redirects", new TextMapType("old.html: about.html#new"), Required: false, "where addresses lead that the site no longer has: the old one and the new one, `old.html: new.html`, `index.html#old: index.html#new`"),
        PolicyReader.RulesKey,
        PolicyReader.SuppressKey,
    ]);

    public static SiteSettings From(YamlMap map) => new(
        map.Text("title") ?? "", map.Text("lang") ?? "en", map.Text("publisher") ?? "", Licence.Of(map.Text("licence")),
        map.Text("address") is { } address && Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : null, map.Texts("navigation"), map.Flag("raw-html"))
    {
        Names = [.. map.Texts("names").Select(name => name.Value)],
        Card = map.Entry("card")?.Value as YamlText,
        CardAlt = map.Text("card-alt"),
        CitationStyle = map.Entry("citation-style")?.Value as YamlText,
        Redirects = (map.Entry("redirects")?.Value as YamlMap)?.Entries ?? [],
        Policy = PolicyReader.Read(map),
    };
}
