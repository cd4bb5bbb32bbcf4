using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>An identifier of PubMed Central.</summary>
public readonly record struct Pmcid
{
    public const string Form = "`PMC` and up to eight digits";

    private Pmcid(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://pmc.ncbi.nlm.nih.gov/articles/{Value}/";

    public static bool TryParse([NotNullWhen(true)] string? text, out Pmcid pmcid)
    {
        pmcid = default;
        if (text is null || !Digits.IsNumbered(text, "PMC", 1, 8)) return false;
        pmcid = new Pmcid(text);
        return true;
    }

    public override string ToString() => Value;
}
