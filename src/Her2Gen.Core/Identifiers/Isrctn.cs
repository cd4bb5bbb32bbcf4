using System.Diagnostics.CodeAnalysis;

namespace Her2Gen.Identifiers;

/// <summary>A number of the ISRCTN registry of trials.</summary>
public readonly record struct Isrctn
{
    public const string Form = "`ISRCTN` and eight digits";

    private Isrctn(string value) => Value = value;

    public string Value { get; }

    public string Url => $"https://www.isrctn.com/{Value}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Isrctn isrctn)
    {
        isrctn = default;
        if (text is null || !Digits.IsNumbered(text, "ISRCTN", 8, 8)) return false;
        isrctn = new Isrctn(text);
        return true;
    }

    public override string ToString() => Value;
}
