namespace Her2Gen.References.Csl;

/// <summary>What the cite before has shown, so that this one can leave out the names and years that repeat it (CSL 1.0.2, "collapse").</summary>
internal sealed class Collapse(Area area)
{
    private List<string> before = [];
    private List<string> years = [];

    /// <summary>The names that the last cite began with.</summary>
    public string? Names { get; set; }

    /// <summary>Whether this cite is still all like the one before.</summary>
    public bool IsOn { get; private set; }

    public bool HasLeftYear { get; private set; }

    public bool UsesGroupDelimiter { get; set; }

    private bool LeavesYears => area.Collapse is "year-suffix" or "year-suffix-ranged" && area.AddYearSuffix;

    public void Start()
    {
        (before, years) = (years, []);
        IsOn = area.Collapse is { Length: > 0 };
        HasLeftYear = false;
    }

    public void Stop() => IsOn = false;

    /// <summary>Notes a year; true when it is left out.</summary>
    public bool Year(int place, string year)
    {
        if (!LeavesYears) return false;
        years.Add(year);
        bool isSame = IsOn && place < before.Count && before[place] == year;
        HasLeftYear |= isSame;
        return isSame;
    }
}
