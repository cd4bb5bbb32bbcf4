using Spectre.Console;

namespace Her2Gen.Probing;

/// <summary>A progress bar on the error output when that is a terminal; silence otherwise.</summary>
internal static class ProbeProgress
{
    /// <param name="what">What is counted, beside the bar.</param>
    /// <param name="work">Is given what to call after each step.</param>
    public static async Task<T> ShowAsync<T>(string what, int steps, Func<Action, Task<T>> work)
    {
        if (Console.IsErrorRedirected || steps == 0) return await work(() => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask bar = progress.AddTask(what, maxValue: steps);
                return await work(() => bar.Increment(1));
            });
    }
}
