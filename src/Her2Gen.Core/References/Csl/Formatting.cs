namespace Her2Gen.References.Csl;

/// <summary>What a stretch of text looks like; several together.</summary>
[Flags]
internal enum Face
{
    None = 0,
    Italic = 1,
    Oblique = 2,
    NormalStyle = 4,
    SmallCaps = 8,
    NormalVariant = 16,
    Bold = 32,
    NormalWeight = 64,
    Underline = 128,
    NoDecoration = 256,
    Superscript = 512,
    Subscript = 1024,
    Baseline = 2048,
    Light = 4096,
}

/// <summary>How a part of an entry is set apart as a block (CSL 1.0.2, "display").</summary>
internal enum Display
{
    Inline,
    Block,
    LeftMargin,
    RightInline,
    Indent,
}

internal enum TextCase
{
    None,
    Lowercase,
    Uppercase,
    CapitalizeFirst,
    CapitalizeAll,
    Sentence,
    Title,
}

/// <summary>The formatting attributes of a style's element.</summary>
internal sealed record Formatting
{
    public static readonly Formatting Plain = new();

    public Face Face { get; init; }

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    public string Delimiter { get; init; } = "";

    public Display Display { get; init; }

    public TextCase TextCase { get; init; }

    public bool Quotes { get; init; }

    public bool StripPeriods { get; init; }

    /// <summary>The same without what stands around the content.</summary>
    public Formatting WithoutAffixes => Prefix.Length + Suffix.Length == 0 ? this : this with { Prefix = "", Suffix = "" };
}
