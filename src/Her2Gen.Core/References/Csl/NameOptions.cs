namespace Her2Gen.References.Csl;

/// <summary>How names are listed: the inheritable name options of CSL 1.0.2. What is null is not said, and comes from the element around.</summary>
internal sealed record NameOptions
{
    public static readonly NameOptions None = new();

    /// <summary>"text" or "symbol".</summary>
    public string? And { get; init; }

    public string? Delimiter { get; init; }

    public string? NamesDelimiter { get; init; }

    public string? DelimiterPrecedesLast { get; init; }

    public string? DelimiterPrecedesEtAl { get; init; }

    public int? EtAlMin { get; init; }

    public int? EtAlUseFirst { get; init; }

    public bool? EtAlUseLast { get; init; }

    public int? EtAlSubsequentMin { get; init; }

    public int? EtAlSubsequentUseFirst { get; init; }

    /// <summary>"long", "short" or "count".</summary>
    public string? Form { get; init; }

    public bool? Initialize { get; init; }

    public string? InitializeWith { get; init; }

    /// <summary>"first" or "all".</summary>
    public string? NameAsSortOrder { get; init; }

    public string? SortSeparator { get; init; }

    /// <summary>These options, and the outer ones where these say nothing.</summary>
    public NameOptions Within(NameOptions outer) => new()
    {
        And = And ?? outer.And,
        Delimiter = Delimiter ?? outer.Delimiter,
        NamesDelimiter = NamesDelimiter ?? outer.NamesDelimiter,
        DelimiterPrecedesLast = DelimiterPrecedesLast ?? outer.DelimiterPrecedesLast,
        DelimiterPrecedesEtAl = DelimiterPrecedesEtAl ?? outer.DelimiterPrecedesEtAl,
        EtAlMin = EtAlMin ?? outer.EtAlMin,
        EtAlUseFirst = EtAlUseFirst ?? outer.EtAlUseFirst,
        EtAlUseLast = EtAlUseLast ?? outer.EtAlUseLast,
        EtAlSubsequentMin = EtAlSubsequentMin ?? outer.EtAlSubsequentMin,
        EtAlSubsequentUseFirst = EtAlSubsequentUseFirst ?? outer.EtAlSubsequentUseFirst,
        Form = Form ?? outer.Form,
        Initialize = Initialize ?? outer.Initialize,
        InitializeWith = InitializeWith ?? outer.InitializeWith,
        NameAsSortOrder = NameAsSortOrder ?? outer.NameAsSortOrder,
        SortSeparator = SortSeparator ?? outer.SortSeparator,
    };
}
