using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>A number of ClinicalTrials.gov.</summary>
public readonly record struct NctNumber
{
    public const string Form = "`NCT` and eight digits";

    private NctNumber(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://clinicaltrials.gov/study/{Value}";

    public static bool TryParse([NotNullWhen(true)] string? text, out NctNumber number)
    {
        number = default;
        if (text is null || !Digits.IsNumbered(text, "NCT", 8, 8)) return false;
        number = new NctNumber(text);
        return true;
    }

    public override string ToString() => Value;
}
