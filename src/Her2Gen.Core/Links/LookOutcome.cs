namespace Her2Gen.Links;

/// <summary>What one look at an address said.</summary>
public enum LookOutcome
{
    Alive,

    /// <summary>The server knows no such thing: 404, 410, or a handle that does not exist.</summary>
    Gone,

    /// <summary>Anything else: the look says nothing about the address.</summary>
    Unknown,
}
