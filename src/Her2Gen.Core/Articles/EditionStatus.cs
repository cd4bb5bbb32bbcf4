namespace Her2Gen.Articles;

/// <summary>How an edition stands today; of several that hold, the last in this order is said.</summary>
public enum EditionStatus
{
    /// <summary>The newest.</summary>
    Current,

    /// <summary>There is a newer one.</summary>
    Superseded,

    /// <summary>There is a correction.</summary>
    Corrected,

    /// <summary>There are doubts about it, or a part of it was retracted.</summary>
    Concern,

    /// <summary>It was withdrawn or retracted.</summary>
    Withdrawn,

    /// <summary>Its content was taken away.</summary>
    Removed,
}
