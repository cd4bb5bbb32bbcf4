namespace Her2Gen;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    public const int Sound = 0;
    public const int ProblemsFound = 1;

    /// <summary>Bad usage, input that cannot be read, output that cannot be written, nothing to check.</summary>
    public const int CouldNotRun = 2;
}
