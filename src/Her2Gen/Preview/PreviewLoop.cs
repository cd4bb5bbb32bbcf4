using System.Diagnostics;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Preview;

/// <summary>Builds at each change, shows the result, and tells the terminal what came of it.</summary>
internal sealed class PreviewLoop(SiteFolder folder, PreviewState state, SiteWatcher watcher)
{
    // More would push what matters out of the terminal.
    private const int MostTold = 5;
    private const int MostAlso = 3;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly LiveFolder live = new(folder);
    private Memo memo = new();
    private IReadOnlyList<string> told = [];

    // What the build began with that is still to be told.
    private string? untold = "";

    public void BuildFirst() => Build(Stopwatch.GetTimestamp());

    /// <summary>Goes on until it is stopped, on a thread of its own: one that also answers requests would have a save wait for them.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(CancellationToken stop)
    {
        while (true)
        {
            SourceChanges changes = Next(stop);
            long seen = Stopwatch.GetTimestamp();
            state.Begin();
            bool isBuilt = live.Update(changes) && Build(seen);
            state.End();
            if (isBuilt) untold = changes is { IsEverything: false, Files: { Count: 1 } files } ? Path.GetFileName(files.First()) + ": " : "";
        }
    }

    // What can be done while the author looks at the page is done once that has been asked for.
    private SourceChanges Next(CancellationToken stop)
    {
        if (untold is not { } what) return watcher.Next(Timeout.InfiniteTimeSpan, stop)!;
        if (watcher.Next(Moment, stop) is { } changes) return changes;
        Tell(state.Current, what);
        untold = null;
        // So that nothing is collected between a save and its page; the next build gets memory that has been in use.
        GC.Collect(0);
        return watcher.Next(Timeout.InfiniteTimeSpan, stop)!;
    }

    private bool Build(long seen)
    {
        try
        {
            state.Show(state.Current.Next(live, memo, seen));
            return true;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            memo = new Memo();
            Console.Error.Write($"her2gen: a fault of the program itself: {bug.GetType().Name}: {bug.Message}; the preview shows what was built before\n");
            return false;
        }
    }

    private void Tell(PreviewSite site, string what)
    {
        ReportedRun run = site.Run.Value;
        using StringWriter text = new();
        Diagnostic[] found = [.. run.Found.Reported.Select(one => one with { Also = [.. one.Also.Take(MostAlso)] })];
        HashSet<string> before = [.. told];
        Diagnostic[] fresh = [.. found.Where(one => !before.Contains($"{one}")).OrderBy(one => one.Rule.Severity == Severity.Error ? 0 : 1)];
        told = [.. found.Select(one => $"{one}")];
        TextReport.PrintFindings(fresh.Take(MostTold), run.Files, text);
        if (fresh.Length > MostTold) text.Write($"and {fresh.Length - MostTold} more: the panel in the page lists them\n");
        Console.Out.Write(FormattableString.Invariant($"{text}{Printable.Of(what)}{run.Summary} in {site.Took.TotalMilliseconds:0.0} ms\n"));
    }
}
