namespace Her2Gen.Links;

/// <summary>What is known of an address outside the site.</summary>
public enum LinkState
{
    /// <summary>It answers.</summary>
    Alive,

    /// <summary>It answers from another address.</summary>
    Redirected,

    /// <summary>It answers, and has not the place that a link leads to.</summary>
    AnchorMissing,

    /// <summary>Nothing was learned: refused, overloaded, too slow, no such host. It may well be alive.</summary>
    Unknown,

    /// <summary>It was gone (404, 410) on one day only.</summary>
    Suspect,

    /// <summary>It was gone on two days.</summary>
    Dead,
}
