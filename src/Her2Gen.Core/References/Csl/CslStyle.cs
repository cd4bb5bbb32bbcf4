using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.References.Csl;

/// <summary>A citation style, read once into an immutable tree (CSL 1.0.2, "style").</summary>
public sealed class CslStyle
{
    internal CslStyle()
    {
    }

    /// <summary>The style's own title.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>Whether citations are notes; else they stand in the text.</summary>
    public bool IsNote { get; internal init; }

    /// <summary>The language it asks for; empty when it is any article's.</summary>
    public string DefaultLocale { get; internal init; } = "";

    /// <summary>Whether the style has a bibliography at all.</summary>
    public bool HasBibliography => Bibliography.Layout.Length > 0;

    internal Area Citation { get; init; } = Area.Empty;

    internal Area Bibliography { get; init; } = Area.Empty;

    internal IReadOnlyList<CslLocale> Locales { get; init; } = [];

    internal string? PageRangeFormat { get; init; }

    internal string DemoteNonDroppingParticle { get; init; } = "display-and-sort";

    internal bool InitializeWithHyphen { get; init; } = true;

    /// <summary>Whether a cite's place among the others changes how it looks.</summary>
    internal bool UsesPosition { get; init; }

    internal bool UsesCitationNumber { get; init; }

    internal bool UsesYearSuffix { get; init; }

    internal bool UsesDisambiguate { get; init; }

    /// <summary>The words it is set with in a language: its own, then the locale's, then those of the main dialect, then American English.</summary>
    /// <param name="locales">Gives the locale of a language tag; null where there is none.</param>
    /// <param name="language">The document's, BCP 47; a style with a language of its own keeps that.</param>
    public CslLocale Localized(Func<string, CslLocale?> locales, string language) =>
        Localization.Of(this, locales, DefaultLocale.Length > 0 ? Localization.Bare(DefaultLocale) : language.Length > 0 ? language : "en-US");

    /// <summary>A style that sets nothing, where there is none to read.</summary>
    public static CslStyle Empty { get; } = new();

    /// <summary>Reads a style; null when it cannot be used, which is reported.</summary>
    /// <param name="parent">Gives the style that a dependent one names, by the last word of its address; null when there is none.</param>
    public static CslStyle? Read(SourceText source, Func<string, SourceText?> parent, DiagnosticBag diagnostics) => StyleReader.Read(source, parent, diagnostics);
}
