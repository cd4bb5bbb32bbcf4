namespace Her2Gen.References.Csl;

/// <summary>Finds a style's words in a language: the style's own, then the language's, then those of its main dialect, then American English (CSL 1.0.2, "locale fallback").</summary>
internal static class Localization
{
    // CSL 1.0.2, "locale fallback": the main dialect of a language with several.
    private static readonly Dictionary<string, string> Dialects = new(StringComparer.Ordinal)
    {
        ["af"] = "af-ZA",
        ["bg"] = "bg-BG",
        ["ca"] = "ca-AD",
        ["cs"] = "cs-CZ",
        ["cy"] = "cy-GB",
        ["da"] = "da-DK",
        ["de"] = "de-DE",
        ["el"] = "el-GR",
        ["en"] = "en-US",
        ["es"] = "es-ES",
        ["et"] = "et-EE",
        ["fa"] = "fa-IR",
        ["fi"] = "fi-FI",
        ["fr"] = "fr-FR",
        ["he"] = "he-IL",
        ["hi"] = "hi-IN",
        ["hr"] = "hr-HR",
        ["hu"] = "hu-HU",
        ["id"] = "id-ID",
        ["is"] = "is-IS",
        ["it"] = "it-IT",
        ["ja"] = "ja-JP",
        ["km"] = "km-KH",
        ["ko"] = "ko-KR",
        ["lt"] = "lt-LT",
        ["lv"] = "lv-LV",
        ["mn"] = "mn-MN",
        ["nb"] = "nb-NO",
        ["nl"] = "nl-NL",
        ["nn"] = "nn-NO",
        ["pl"] = "pl-PL",
        ["pt"] = "pt-PT",
        ["ro"] = "ro-RO",
        ["ru"] = "ru-RU",
        ["sk"] = "sk-SK",
        ["sl"] = "sl-SI",
        ["sr"] = "sr-RS",
        ["sv"] = "sv-SE",
        ["th"] = "th-TH",
        ["tr"] = "tr-TR",
        ["uk"] = "uk-UA",
        ["vi"] = "vi-VN",
        ["zh"] = "zh-CN",
    };

    public static CslLocale Of(CslStyle style, Func<string, CslLocale?> locales, string language)
    {
        string main = Dialects.GetValueOrDefault(language.Split('-', '_')[0], language);
        CslLocale words = locales("en-US") ?? CslLocale.Empty;
        foreach (string tag in (string[])[main, language])
            if (tag != "en-US" && locales(tag) is { } found) words = found.Over(words);
        // The style's words for all languages, for the language, and for this very dialect.
        foreach (CslLocale own in style.Locales.Where(own => own.IsFor(language) || own.IsFor(main)).OrderBy(own => own.Language.Length)) words = own.Over(words);
        return words;
    }

    /// <summary>A language tag without private parts: "en-US" of "en-US-x-sort-ja".</summary>
    public static string Bare(string tag) => tag.IndexOf("-x-", StringComparison.Ordinal) is >= 0 and var at ? tag[..at] : tag;
}
