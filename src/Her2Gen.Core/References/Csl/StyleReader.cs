using System.Xml.Linq;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.Csl;

/// <summary>Makes a style of its XML: macros are resolved, and what cannot be rendered is reported at its place.</summary>
internal sealed class StyleReader
{
    private readonly SourceText source;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<string, Element[]> macros = new(StringComparer.Ordinal);
    private readonly List<(TextElement Call, XElement At)> calls = [];
    private readonly HashSet<string> variables = new(StringComparer.Ordinal);
    private bool usesPosition;
    private bool usesDisambiguate;
    private int errors;

    private StyleReader(SourceText source, DiagnosticBag diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    public static CslStyle? Read(SourceText source, Func<string, SourceText?> parent, DiagnosticBag diagnostics)
    {
        if (CslXml.Root(source, "style", diagnostics) is not { } root) return null;
        if (root.Child("citation") is not null || root.Child("bibliography") is not null) return new StyleReader(source, diagnostics).Style(root);
        XElement? link = root.Child("info")?.Children("link").FirstOrDefault(candidate => candidate.Get("rel") == "independent-parent");
        if (link?.Get("href") is not { } address)
        {
            diagnostics.Add(Rules.StyleUnreadable, CslXml.At(source, root), "neither `citation` nor `bibliography`, and no `independent-parent`");
            return null;
        }

        string name = address[(address.LastIndexOf('/') + 1)..];
        if (parent(name) is { } text && CslXml.Root(text, "style", diagnostics) is { } independent)
        {
            if (independent.Child("citation") is not null) return new StyleReader(text, diagnostics).Style(independent, root.Get("default-locale"));
            diagnostics.Add(Rules.StyleUnreadable, CslXml.At(source, link), $"the parent style `{name}` depends on another", "name an independent style");
            return null;
        }

        diagnostics.Add(Rules.StyleUnreadable, CslXml.At(source, link), $"the parent style `{name}` is not there", $"put `{name}.csl` beside it");
        return null;
    }

    private CslStyle? Style(XElement root, string? language = null)
    {
        // Which macros there are is known before what is in them.
        foreach (XElement macro in root.Children("macro")) macros[macro.Get("name") ?? ""] = [];
        foreach (XElement macro in root.Children("macro")) macros[macro.Get("name") ?? ""] = Elements(macro);
        NameOptions names = Names(root, inherited: true);
        Area citation = Area(root.Child("citation"), names), bibliography = Area(root.Child("bibliography"), names);
        Resolve();
        if (errors > 0) return null;
        usesPosition |= PositionMatters(citation.Names);
        return new CslStyle
        {
            Title = root.Child("info")?.Child("title")?.Value.Trim() ?? "",
            IsNote = root.Get("class") == "note",
            DefaultLocale = language ?? root.Get("default-locale") ?? "",
            Citation = citation,
            Bibliography = bibliography,
            Locales = [.. root.Children("locale").Select(CslLocale.Read)],
            PageRangeFormat = root.Get("page-range-format"),
            DemoteNonDroppingParticle = root.Get("demote-non-dropping-particle") ?? "display-and-sort",
            InitializeWithHyphen = root.Flag("initialize-with-hyphen") ?? true,
            UsesPosition = usesPosition,
            UsesCitationNumber = variables.Contains("citation-number"),
            UsesYearSuffix = variables.Contains("year-suffix") || variables.Contains("citation-label"),
            UsesDisambiguate = usesDisambiguate,
        };
    }

    private void Resolve()
    {
        foreach ((TextElement call, XElement at) in calls)
        {
            if (macros.TryGetValue(call.Name, out Element[]? body)) call.Macro = body;
            else Fault(at, $"no macro `{call.Name}`", Nearest.Hint(call.Name, macros.Keys));
        }

        HashSet<string> open = new(StringComparer.Ordinal), done = new(StringComparer.Ordinal);
        foreach (string macro in macros.Keys) RefuseCircle(macro, open, done);
    }

    private void RefuseCircle(string macro, HashSet<string> open, HashSet<string> done)
    {
        if (done.Contains(macro) || !macros.ContainsKey(macro)) return;
        if (!open.Add(macro))
        {
            Fault(calls.First(call => call.Call.Name == macro).At, $"the macro `{macro}` calls itself", null);
            done.Add(macro);
            return;
        }

        foreach ((TextElement call, XElement at) in calls)
            if (at.Ancestors().Any(around => around.Name() == "macro" && around.Get("name") == macro)) RefuseCircle(call.Name, open, done);
        open.Remove(macro);
        done.Add(macro);
    }

    private void Fault(XElement at, string message, string? hint)
    {
        errors++;
        diagnostics.Add(Rules.StyleUnreadable, CslXml.At(source, at), message, hint);
    }

    private Area Area(XElement? area, NameOptions outer)
    {
        if (area is null) return Csl.Area.Empty;
        XElement? layout = area.Child("layout");
        if (layout is null) Fault(area, $"`{area.Name()}` has no `layout`", null);
        NameOptions names = Names(area, inherited: true).Within(outer);
        return new Area(names, Sort(area.Child("sort")), layout is null ? [] : Elements(layout), layout?.Formatting() ?? Formatting.Plain)
        {
            Collapse = area.Get("collapse"),
            // Grouping is on when its delimiter is given, or when cites collapse.
            CiteGroupDelimiter = area.Get("cite-group-delimiter"),
            YearSuffixDelimiter = area.Get("year-suffix-delimiter"),
            AfterCollapseDelimiter = area.Get("after-collapse-delimiter"),
            AddNames = area.Flag("disambiguate-add-names") ?? false,
            AddGivenNames = area.Flag("disambiguate-add-givenname") ?? false,
            AddYearSuffix = area.Flag("disambiguate-add-year-suffix") ?? false,
            GivenNameRule = area.Get("givenname-disambiguation-rule") ?? "by-cite",
            NearNoteDistance = area.Number("near-note-distance") ?? 5,
            SecondFieldAlign = area.Get("second-field-align") is "flush" or "margin",
            HangingIndent = area.Flag("hanging-indent") ?? false,
            EntrySpacing = area.Number("entry-spacing") ?? 1,
            LineSpacing = area.Number("line-spacing") ?? 1,
            SubsequentAuthorSubstitute = area.Get("subsequent-author-substitute"),
            SubsequentAuthorSubstituteRule = area.Get("subsequent-author-substitute-rule") ?? "complete-all",
            Location = CslXml.At(source, area),
        };
    }

    private List<SortKey> Sort(XElement? sort) =>
    [
        .. (sort?.Children("key") ?? []).Select(key => new SortKey(
            key.Get("variable") ?? "",
            key.Get("macro") is { } macro ? [Call(key, macro)] : [],
            key.Get("sort") == "descending",
            key.Number("names-min"),
            key.Number("names-use-first"),
            key.Flag("names-use-last"))),
    ];

    private TextElement Call(XElement at, string macro)
    {
        TextElement call = new(TextSource.Macro, macro, Form.Long, IsPlural: false, at.Name() == "key" ? Formatting.Plain : at.Formatting());
        calls.Add((call, at));
        return call;
    }

    // In `name` the attributes have short names; where they are inherited, longer ones.
    private static NameOptions Names(XElement element, bool inherited) => new()
    {
        And = element.Get("and"),
        Delimiter = element.Get(inherited ? "name-delimiter" : "delimiter"),
        NamesDelimiter = inherited ? element.Get("names-delimiter") : null,
        DelimiterPrecedesLast = element.Get("delimiter-precedes-last"),
        DelimiterPrecedesEtAl = element.Get("delimiter-precedes-et-al"),
        EtAlMin = element.Number("et-al-min"),
        EtAlUseFirst = element.Number("et-al-use-first"),
        EtAlUseLast = element.Flag("et-al-use-last"),
        EtAlSubsequentMin = element.Number("et-al-subsequent-min"),
        EtAlSubsequentUseFirst = element.Number("et-al-subsequent-use-first"),
        Form = element.Get(inherited ? "name-form" : "form"),
        Initialize = element.Flag("initialize"),
        InitializeWith = element.Get("initialize-with"),
        NameAsSortOrder = element.Get("name-as-sort-order"),
        SortSeparator = element.Get("sort-separator"),
    };

    private static bool PositionMatters(NameOptions names) =>
        (names.EtAlSubsequentMin is { } min && min != names.EtAlMin) || (names.EtAlSubsequentUseFirst is { } first && first != names.EtAlUseFirst);

    private Element[] Elements(XElement parent) => [.. parent.Elements().Select(Read).OfType<Element>()];

    private Element? Read(XElement element)
    {
        switch (element.Name())
        {
            case "text": return Text(element);
            case "number": return new NumberElement(Variable(element), NumberForm(element), element.Formatting());
            case "label": return Label(element, Variable(element));
            case "date": return new DateElement(Variable(element), element.Get("form") ?? "", element.Get("date-parts") ?? "year-month-day", element.DateParts(), element.Formatting());
            case "group": return new GroupElement(Elements(element), element.Formatting());
            case "names": return NamesOf(element);
            case "choose": return new ChooseElement([.. element.Elements().Select(ReadBranch)]);
            default:
                Fault(element, $"`{element.Name()}` is no rendering element of CSL 1.0", null);
                return null;
        }
    }

    private TextElement Text(XElement element)
    {
        bool isPlural = element.Get("plural") is "true" or "always";
        if (element.Get("macro") is { } macro) return Call(element, macro);
        if (element.Get("term") is { } term) return new TextElement(TextSource.Term, term, element.Form(), isPlural, element.Formatting());
        if (element.Get("value") is { } value) return new TextElement(TextSource.Value, value, Form.Long, IsPlural: false, element.Formatting());
        return new TextElement(TextSource.Variable, Variable(element), element.Form(), isPlural, element.Formatting());
    }

    private string Variable(XElement element)
    {
        if (element.Get("variable") is { } variable)
        {
            variables.Add(variable);
            return variable;
        }

        Fault(element, $"`{element.Name()}` names no variable", null);
        return "";
    }

    private static NumberForm NumberForm(XElement element) => element.Get("form") switch
    {
        "ordinal" => Csl.NumberForm.Ordinal,
        "long-ordinal" => Csl.NumberForm.LongOrdinal,
        "roman" => Csl.NumberForm.Roman,
        _ => Csl.NumberForm.Numeric,
    };

    private static LabelElement Label(XElement element, string variable) => new(
        variable,
        element.Form(),
        element.Get("plural") switch { "always" => Plural.Always, "never" => Plural.Never, _ => Plural.Contextual },
        element.Formatting());

    private NamesElement NamesOf(XElement element)
    {
        XElement? name = element.Child("name"), etAl = element.Child("et-al"), label = element.Child("label"), substitute = element.Child("substitute");
        NameOptions options = name is null ? NameOptions.None : Names(name, inherited: false);
        usesPosition |= PositionMatters(options);
        return new NamesElement(
            element.Words("variable"),
            options,
            name?.Formatting() ?? Formatting.Plain,
            Part("family"),
            Part("given"),
            etAl?.Get("term") ?? "et-al",
            etAl?.Formatting() ?? Formatting.Plain,
            label is null ? null : Label(label, ""),
            label is not null && name is not null && label.IsBefore(name),
            name is not null,
            substitute is null ? [] : Elements(substitute),
            element.Get("delimiter"),
            element.Formatting());

        NamePart? Part(string part) => name?.Children("name-part").FirstOrDefault(candidate => candidate.Get("name") == part) is { } found ? new NamePart(found.Formatting()) : null;
    }

    private Branch ReadBranch(XElement branch)
    {
        List<Condition> conditions = [];
        foreach ((string attribute, ConditionKind kind) in Kinds)
            conditions.AddRange(branch.Words(attribute).Select(value => new Condition(kind, value)));
        usesPosition |= conditions.Any(condition => condition.Kind == ConditionKind.Position);
        usesDisambiguate |= conditions.Any(condition => condition.Kind == ConditionKind.Disambiguate);
        Match match = branch.Get("match") switch { "any" => Match.Any, "none" => Match.None, _ => Match.All };
        return new Branch([.. conditions], match, Elements(branch));
    }

    private static readonly (string Attribute, ConditionKind Kind)[] Kinds =
    [
        ("type", ConditionKind.Type),
        ("variable", ConditionKind.Variable),
        ("is-numeric", ConditionKind.IsNumeric),
        ("is-uncertain-date", ConditionKind.IsUncertainDate),
        ("locator", ConditionKind.Locator),
        ("position", ConditionKind.Position),
        ("disambiguate", ConditionKind.Disambiguate),
    ];
}
