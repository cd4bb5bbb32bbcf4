namespace Her2Gen.Editions;

/// <summary>What can stand in a folder and is no file with a plain name.</summary>
public enum OddKind
{
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,
    EmptyFolder,

    /// <summary>A file whose name no path can hold.</summary>
    Unnamable,
    Unreadable,
}
