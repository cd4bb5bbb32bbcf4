using Her2Gen.Diagnostics;

namespace Her2Gen.References.Csl;

/// <summary>A rendering element of a style: a closed set of kinds, as CSL 1.0.2 names them.</summary>
internal abstract record Element(Formatting Format);

internal enum TextSource
{
    Variable,
    Macro,
    Term,
    Value,
}

/// <summary>The form of a term or variable: "long" where nothing is said.</summary>
internal enum Form
{
    Long,
    Short,
    Symbol,
    Verb,
    VerbShort,
}

/// <summary>A text, and where it comes from.</summary>
/// <param name="Name">The variable, macro, term or value.</param>
internal sealed record TextElement(TextSource Source, string Name, Form Form, bool IsPlural, Formatting Format) : Element(Format)
{
    /// <summary>The macro that is called; the reader fills it in when all are read.</summary>
    public Element[] Macro { get; set; } = [];
}

internal enum NumberForm
{
    Numeric,
    Ordinal,
    LongOrdinal,
    Roman,
}

internal sealed record NumberElement(string Variable, NumberForm Form, Formatting Format) : Element(Format);

internal enum Plural
{
    Contextual,
    Always,
    Never,
}

internal sealed record LabelElement(string Variable, Form Form, Plural Plural, Formatting Format) : Element(Format);

internal sealed record GroupElement(Element[] Children, Formatting Format) : Element(Format);

/// <summary>A part of a date, and how it is set.</summary>
/// <param name="Name">"year", "month" or "day".</param>
/// <param name="Form">"long", "short", "numeric", "numeric-leading-zeros" or "ordinal"; empty where none is given.</param>
internal sealed record DatePart(string Name, string Form, string? RangeDelimiter, Formatting Format);

/// <param name="LocaleForm">"text" or "numeric", for a date that the locale arranges; else empty.</param>
/// <param name="Shown">Which of the locale's parts are shown: "year-month-day", "year-month" or "year".</param>
internal sealed record DateElement(string Variable, string LocaleForm, string Shown, IReadOnlyList<DatePart> Parts, Formatting Format) : Element(Format);

/// <summary>One branch of a choice: its conditions and what is rendered when they hold; no conditions is "else".</summary>
internal sealed record Branch(Condition[] Conditions, Match Match, Element[] Children);

internal enum Match
{
    All,
    Any,
    None,
}

internal enum ConditionKind
{
    Type,
    Variable,
    IsNumeric,
    IsUncertainDate,
    Locator,
    Position,
    Disambiguate,
}

internal sealed record Condition(ConditionKind Kind, string Value);

internal sealed record ChooseElement(Branch[] Branches) : Element(Formatting.Plain);

/// <summary>How a name part is set.</summary>
internal sealed record NamePart(Formatting Format);

/// <summary>Name variables, and how their names are set.</summary>
/// <param name="EtAlTerm">The term behind a cut list: "et-al" or "and others".</param>
/// <param name="HasName">Whether the style wrote a <c>name</c> element: in a substitute, one that is not there is the outer one's.</param>
internal sealed record NamesElement(
    IReadOnlyList<string> Variables,
    NameOptions Name,
    Formatting NameFormat,
    NamePart? Family,
    NamePart? Given,
    string EtAlTerm,
    Formatting EtAlFormat,
    LabelElement? Label,
    bool LabelIsBefore,
    bool HasName,
    Element[] Substitute,
    string? Delimiter,
    Formatting Format) : Element(Format)
{
    /// <summary>These variables, set as others are that they stand in for.</summary>
    public NamesElement Inheriting(NamesElement from) => this with
    {
        Name = from.Name,
        NameFormat = from.NameFormat,
        Family = from.Family,
        Given = from.Given,
        EtAlTerm = from.EtAlTerm,
        EtAlFormat = from.EtAlFormat,
        Label = Label ?? from.Label,
        LabelIsBefore = Label is null ? from.LabelIsBefore : LabelIsBefore,
        Delimiter = Delimiter ?? from.Delimiter,
        Format = Format == Formatting.Plain ? from.Format : Format,
    };
}

/// <summary>A key by which items are sorted.</summary>
internal sealed record SortKey(string Variable, Element[] Macro, bool IsDescending, int? NamesMin, int? NamesUseFirst, bool? NamesUseLast);

/// <summary>A style's citation or bibliography.</summary>
internal sealed record Area(NameOptions Names, IReadOnlyList<SortKey> Sort, Element[] Layout, Formatting Format)
{
    public string? Collapse { get; init; }

    public string? CiteGroupDelimiter { get; init; }

    public string? YearSuffixDelimiter { get; init; }

    public string? AfterCollapseDelimiter { get; init; }

    public bool AddNames { get; init; }

    public bool AddGivenNames { get; init; }

    public bool AddYearSuffix { get; init; }

    public string GivenNameRule { get; init; } = "by-cite";

    public int NearNoteDistance { get; init; } = 5;

    public bool SecondFieldAlign { get; init; }

    public bool HangingIndent { get; init; }

    public int EntrySpacing { get; init; } = 1;

    public int LineSpacing { get; init; } = 1;

    public string? SubsequentAuthorSubstitute { get; init; }

    public string SubsequentAuthorSubstituteRule { get; init; } = "complete-all";

    public static readonly Area Empty = new(NameOptions.None, [], [], Formatting.Plain);

    public Location Location { get; init; }
}
