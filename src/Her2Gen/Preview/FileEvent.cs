namespace Her2Gen.Preview;

/// <summary>Something happened to a file.</summary>
/// <param name="File">On disk; null when anything may have happened.</param>
/// <param name="IsSettled">Whether it is finished: a file that was written and closed. What is not may be followed by more within milliseconds.</param>
internal readonly record struct FileEvent(string? File, bool IsSettled);
