namespace Her2Gen.Links;

/// <summary>How the addresses stood at the last look of a month.</summary>
/// <param name="Alive">Those that answered, redirected or not.</param>
public sealed record MonthTally(int Alive, int Suspect, int Dead, int Unknown)
{
    public int All => Alive + Suspect + Dead + Unknown;

    public static MonthTally Of(IReadOnlyCollection<LinkRecord> records) => new(
        records.Count(record => record.State.Answers()),
        records.Count(record => record.State == LinkState.Suspect),
        records.Count(record => record.State == LinkState.Dead),
        records.Count(record => record.State == LinkState.Unknown));
}
