namespace Her2Gen.References.Csl;

/// <summary>A point in time as far as it is known: a year (negative before Christ), a month or season, a day; 0 for what is not known.</summary>
/// <param name="Month">1 to 12, or 13 to 16 for a season, spring first.</param>
public readonly record struct CslDatePoint(int Year, int Month, int Day);

/// <summary>A date variable: a day, month or year, or a range of them, or words.</summary>
public sealed record CslDate(CslDatePoint Start, CslDatePoint? End)
{
    public string Literal { get; init; } = "";

    /// <summary>Whether it is only an approximation.</summary>
    public bool Circa { get; init; }

    /// <summary>A season in the data's own words, where it is not one of the four.</summary>
    public string SeasonText { get; init; } = "";

    internal bool IsEmpty => Start == default && End is null && Literal.Length == 0 && SeasonText.Length == 0;

    internal static CslDate OfWords(string words) => new(default, null) { Literal = words };
}
