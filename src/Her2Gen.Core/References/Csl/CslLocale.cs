using System.Xml.Linq;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.Csl;

/// <summary>The words, dates and habits of a language (CSL 1.0.2, "locale").</summary>
public sealed class CslLocale
{
    private readonly Dictionary<TermKey, Term> terms = [];
    private readonly Dictionary<string, DateElement> dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> genders = new(StringComparer.Ordinal);
    private Dictionary<TermKey, string>? ordinalMatches;

    private CslLocale(string language) => Language = language;

    internal readonly record struct TermKey(string Name, Form Form, string Gender);

    internal sealed record Term(string Single, string Multiple, string Match);

    /// <summary>BCP 47: "en-US"; empty for a style's words for every language.</summary>
    public string Language { get; }

    internal bool? PunctuationInQuote { get; private set; }

    internal bool? LimitDayOrdinals { get; private set; }

    internal bool IsEnglish => Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>A locale of no words, for a program that has lost its own.</summary>
    public static CslLocale Empty { get; } = new("en-US");

    /// <summary>Reads a locale file; null when it is none, which is reported.</summary>
    public static CslLocale? Read(SourceText source, DiagnosticBag diagnostics) =>
        CslXml.Root(source, "locale", diagnostics) is { } root ? Read(root) : null;

    internal static CslLocale Read(XElement root)
    {
        CslLocale locale = new(root.Language() ?? "");
        if (root.Child("style-options") is { } options)
        {
            locale.PunctuationInQuote = options.Flag("punctuation-in-quote");
            locale.LimitDayOrdinals = options.Flag("limit-day-ordinals-to-day-1");
        }

        foreach (XElement date in root.Children("date")) locale.dates[date.Get("form") ?? "text"] = new DateElement("", date.Get("form") ?? "text", "", date.DateParts(), date.Formatting());
        foreach (XElement term in root.Elements().Where(child => child.Name() == "terms").Elements().Concat(root.Children("term"))) locale.Add(term);
        return locale;
    }

    private void Add(XElement term)
    {
        string name = term.Get("name") ?? "";
        string? single = term.Child("single")?.Value, multiple = term.Child("multiple")?.Value;
        string plain = single ?? (term.HasElements || (string.IsNullOrWhiteSpace(term.Value) && term.Value.Contains('\n')) ? "" : term.Value);
        terms[new TermKey(name, term.Form(), term.Get("gender-form") ?? "")] = new Term(plain, multiple ?? plain, term.Get("match") ?? "");
        if (term.Get("gender") is { } gender) genders[name] = gender;
    }

    /// <summary>This locale's words, and the other's where this one has none.</summary>
    internal CslLocale Over(CslLocale other)
    {
        CslLocale merged = new(Language.Length > 0 ? Language : other.Language)
        {
            PunctuationInQuote = PunctuationInQuote ?? other.PunctuationInQuote,
            LimitDayOrdinals = LimitDayOrdinals ?? other.LimitDayOrdinals,
        };
        // Ordinals are one system: who defines some defines all.
        bool ownOrdinals = terms.Keys.Any(key => IsOrdinal(key.Name));
        foreach ((TermKey key, Term term) in other.terms)
            if (!(ownOrdinals && IsOrdinal(key.Name))) merged.terms[key] = term;
        foreach ((TermKey key, Term term) in terms) merged.terms[key] = term;
        foreach ((string form, DateElement date) in other.dates.Concat(dates)) merged.dates[form] = date;
        foreach ((string name, string gender) in other.genders.Concat(genders)) merged.genders[name] = gender;
        return merged;
    }

    internal bool IsFor(string language) =>
        Language.Length == 0 || language.Equals(Language, StringComparison.OrdinalIgnoreCase) || language.StartsWith(Language + "-", StringComparison.OrdinalIgnoreCase);

    private static bool IsOrdinal(string name) => name == "ordinal" || name.StartsWith("ordinal-", StringComparison.Ordinal);

    /// <summary>The word; null when the locale has it in no form.</summary>
    internal string? Word(string name, Form form = Form.Long, bool isPlural = false, string gender = "")
    {
        for (Form? tried = form; tried is { } next; tried = Fallback(next))
        {
            if (gender.Length > 0 && terms.TryGetValue(new TermKey(name, next, gender), out Term? gendered)) return isPlural ? gendered.Multiple : gendered.Single;
            if (terms.TryGetValue(new TermKey(name, next, ""), out Term? term)) return isPlural ? term.Multiple : term.Single;
        }

        return null;
    }

    // CSL 1.0.2, "terms": what a form that is not there falls back on.
    private static Form? Fallback(Form form) => form switch
    {
        Form.VerbShort => Form.Verb,
        Form.Symbol => Form.Short,
        Form.Verb or Form.Short => Form.Long,
        _ => null,
    };

    internal DateElement? Date(string form) => dates.GetValueOrDefault(form);

    /// <summary>"masculine", "feminine", or empty: of a month or of a number's noun.</summary>
    internal string Gender(string noun) => genders.GetValueOrDefault(noun, "");

    /// <summary>The sign that makes a number an ordinal: "st" of 21, "th" of 11.</summary>
    internal string OrdinalSuffix(int number, string gender)
    {
        ordinalMatches ??= terms.Where(entry => entry.Key.Name.StartsWith("ordinal-", StringComparison.Ordinal)).ToDictionary(entry => entry.Key, entry => entry.Value.Match);
        string two = (number % 100).ToString("00"), one = "0" + (number % 10);
        foreach (string tried in gender.Length > 0 ? (string[])[gender, ""] : [""])
        {
            if (number < 100 && Matching(number.ToString("00"), tried, "whole-number") is { } whole) return whole;
            if (Matching(two, tried, "last-two-digits") is { } last) return last;
            if (Matching(one, tried, "last-digit") is { } digit) return digit;
        }

        return Word("ordinal", Form.Long, isPlural: false, gender) ?? "";
    }

    private string? Matching(string digits, string gender, string kind)
    {
        TermKey key = new("ordinal-" + digits, Form.Long, gender);
        if (!terms.TryGetValue(key, out Term? term)) return null;
        // Without a word about it, ordinal-00 to 09 match the last digit, and the others the last two.
        string match = ordinalMatches?[key] is { Length: > 0 } given ? given : digits[0] == '0' ? "last-digit" : "last-two-digits";
        return match == kind ? term.Single : null;
    }
}
