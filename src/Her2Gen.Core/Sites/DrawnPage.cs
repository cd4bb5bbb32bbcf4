using Her2Gen.Files;
using Her2Gen.References;

namespace Her2Gen.Sites;

/// <summary>A page as drawn, and what its drawing tells of it.</summary>
internal sealed record DrawnPage
{
    /// <summary>Null when it could not be drawn, which is reported.</summary>
    public byte[]? Html { get; init; }

    /// <summary>Where its addresses and ids were written.</summary>
    public PageSources Sources { get; } = new();

    /// <summary>What it uses of what the site has.</summary>
    public PageUse Use { get; } = new();

    /// <summary>The citations of its text, in its order.</summary>
    public List<CitedTogether> Citations { get; } = [];
}
