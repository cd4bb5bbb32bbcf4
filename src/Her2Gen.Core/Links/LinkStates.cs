namespace Her2Gen.Links;

/// <summary>The states by the names that people and files know them by.</summary>
public static class LinkStates
{
    private static readonly string[] Names = ["alive", "redirected", "anchor-missing", "unknown", "suspect", "dead"];

    /// <summary>All of them, the best first.</summary>
    public static readonly IReadOnlyList<LinkState> All = [LinkState.Alive, LinkState.Redirected, LinkState.AnchorMissing, LinkState.Unknown, LinkState.Suspect, LinkState.Dead];

    public static string Name(this LinkState state) => Names[(int)state];

    /// <summary>Whether a reader who follows the link arrives at a page.</summary>
    public static bool Answers(this LinkState state) => state is LinkState.Alive or LinkState.Redirected or LinkState.AnchorMissing;

    public static bool TryParse(string? name, out LinkState state)
    {
        int at = Array.IndexOf(Names, name);
        state = at < 0 ? default : (LinkState)at;
        return at >= 0;
    }
}
