using System.Diagnostics;

namespace Her2Gen.Tests;

/// <summary>What a run of the program printed, and how it ended.</summary>
internal sealed record ProcessResult(string Output, string Error, int ExitCode);

/// <summary>The program as a process of its own: the native binary where <c>HER2GEN_BINARY</c> names it, else the one that was built beside the tests.</summary>
internal static class Her2GenProcess
{
    public static string Binary { get; } = Environment.GetEnvironmentVariable("HER2GEN_BINARY") is { Length: > 0 } native
        ? Path.GetFullPath(native, Repository.Root)
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "her2gen.exe" : "her2gen");

    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(Binary, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{Binary} does not start");
    }

    public static ProcessResult Run(string folder, params IEnumerable<string> arguments) => Run(folder, environment: null, arguments);

    public static ProcessResult Run(string folder, IReadOnlyDictionary<string, string>? environment, params IEnumerable<string> arguments)
    {
        using Process process = Start(folder, arguments, environment);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(output, error.Result, process.ExitCode);
    }
}
