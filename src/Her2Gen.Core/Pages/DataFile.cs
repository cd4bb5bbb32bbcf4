using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary>A file of data that the article offers.</summary>
/// <param name="Name">For people.</param>
/// <param name="Description">One or two sentences; empty where there is none.</param>
/// <param name="Path">In the output.</param>
public sealed record DataFile(string Name, string Description, FilePath Path);
