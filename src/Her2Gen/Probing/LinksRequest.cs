namespace Her2Gen.Probing;

/// <summary>What <c>her2gen links</c> is asked for.</summary>
/// <param name="Site">The site's folder, with <c>content/</c> in it.</param>
/// <param name="Folder">A folder of HTML instead; null for the site.</param>
/// <param name="Cache">The file that remembers; null when a folder is looked at and no file is named.</param>
/// <param name="IsExternal">Whether the outside world is asked; nothing touches the network without.</param>
/// <param name="IsArchived">Whether an archive is asked for copies of what is gone.</param>
/// <param name="IsRot">Whether the report over time is printed in place of the list.</param>
/// <param name="MaxAge">The age in days from which an address is asked for again.</param>
/// <param name="Timeout">For one request.</param>
/// <param name="Pace">Between two requests to one host.</param>
/// <param name="Handles">The handle service's base address.</param>
/// <param name="Archive">The availability API's address.</param>
internal sealed record LinksRequest(
    string Site,
    string? Folder,
    string? Cache,
    bool IsExternal,
    bool IsArchived,
    bool IsRot,
    int MaxAge,
    TimeSpan Timeout,
    TimeSpan Pace,
    int Concurrency,
    Uri Handles,
    Uri Archive);
