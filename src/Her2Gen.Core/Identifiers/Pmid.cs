using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>A PubMed identifier: one to eight digits, the first not zero.</summary>
public readonly record struct Pmid
{
    public const string Form = "one to eight digits";

    private Pmid(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://pubmed.ncbi.nlm.nih.gov/{Value}/";

    public static bool TryParse([NotNullWhen(true)] string? text, out Pmid pmid)
    {
        pmid = default;
        if (text is null || !Digits.IsNumbered(text, "", 1, 8) || text[0] == '0') return false;
        pmid = new Pmid(text);
        return true;
    }

    public override string ToString() => Value;
}
