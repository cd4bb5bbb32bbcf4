namespace Her2Gen.Editions;

/// <summary>A version of BagIt; RFC 8493 is 1.0, and says which of the older drafts' liberties it ended.</summary>
/// <param name="IsStrict">Whether every manifest lists every payload file, once: so from 1.0 on.</param>
public sealed record BagVersion(string Text, bool IsStrict)
{
    public static readonly BagVersion Newest = new("1.0", IsStrict: true);

    private static readonly string[] Drafts = ["0.93", "0.94", "0.95", "0.96", "0.97"];

    /// <summary>Null for a version that nobody has described.</summary>
    public static BagVersion? Of(string text) => text == Newest.Text ? Newest : Drafts.Contains(text) ? new BagVersion(text, IsStrict: false) : null;
}
