namespace Her2Gen.Links;

/// <summary>What is known of one address, by days: a line of the <see cref="LinkCache"/>.</summary>
/// <param name="Status">What the last look was told.</param>
/// <param name="First">The day of the first look.</param>
/// <param name="Looked">The day of the last look.</param>
public sealed record LinkRecord(LinkState State, string Status, DateOnly First, DateOnly Looked)
{
    /// <summary>The last day on which it answered.</summary>
    public DateOnly? Alive { get; init; }

    /// <summary>The first day on which it was gone; null once it answers again.</summary>
    public DateOnly? Gone { get; init; }

    /// <inheritdoc cref="Look.To"/>
    public string? To { get; init; }

    /// <inheritdoc cref="Look.Moved"/>
    public string? Moved { get; init; }

    /// <summary>The fragments that the last answer was searched for, in ordinal order.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>Those of them that are not there.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>An archived copy, when an archive was asked and has one.</summary>
    public string? Archive { get; init; }

    /// <summary>What is known after another look.</summary>
    /// <remarks>Only two looks on different days that found the address gone make it dead. A look that learns nothing leaves a suspicion as it was.</remarks>
    /// <param name="anchors">The fragments that were asked for.</param>
    public static LinkRecord After(LinkRecord? before, Look look, IReadOnlyList<string> anchors, DateOnly today)
    {
        LinkRecord looked = (before ?? new LinkRecord(LinkState.Unknown, look.Status, today, today)) with { Status = look.Status, Looked = today };
        switch (look.Outcome)
        {
            case LookOutcome.Alive:
                LinkState state = look.Missing.Count > 0 ? LinkState.AnchorMissing : look.To is not null ? LinkState.Redirected : LinkState.Alive;
                return looked with { State = state, Alive = today, Gone = null, Archive = null, To = look.To, Moved = look.Moved, Anchors = Sorted(anchors), Missing = Sorted(look.Missing) };
            case LookOutcome.Gone:
                DateOnly gone = looked.Gone ?? today;
                return looked with { State = gone < today ? LinkState.Dead : LinkState.Suspect, Gone = gone, To = look.To, Moved = null, Anchors = [], Missing = [] };
            default:
                return looked.State is LinkState.Suspect or LinkState.Dead ? looked : looked with { State = LinkState.Unknown };
        }
    }

    /// <summary>Whether there is no need to ask again.</summary>
    /// <remarks>What is not settled (unknown, suspect) is asked again on the next day, whatever the age allowed.</remarks>
    /// <param name="longest">The age in days from which a record is old.</param>
    /// <param name="anchors">The fragments that links lead to today.</param>
    public bool IsFresh(DateOnly today, int longest, IReadOnlyList<string> anchors)
    {
        int age = today.DayNumber - Looked.DayNumber;
        bool isSettled = State.Answers() || State == LinkState.Dead;
        return age >= 0 && age < (isSettled ? longest : Math.Min(longest, 1)) && (!State.Answers() || anchors.All(Anchors.Contains));
    }

    private static string[] Sorted(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
