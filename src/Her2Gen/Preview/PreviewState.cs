namespace Her2Gen.Preview;

/// <summary>The newest state of a preview, for all who show it.</summary>
internal sealed class PreviewState
{
    private readonly Lock gate = new();
    private TaskCompletionSource? building;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreviewSite Current { get; private set; } = PreviewSite.None;

    /// <summary>The newest state, and what ends when there is a newer one.</summary>
    public (PreviewSite Site, Task Changed) Look()
    {
        lock (gate) return (Current, changed.Task);
    }

    /// <summary>Ends with the build that is under way; at once when there is none.</summary>
    public Task Building => Volatile.Read(ref building)?.Task ?? Task.CompletedTask;

    /// <summary>A build begins.</summary>
    public void Begin() => Volatile.Write(ref building, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>It has ended, whatever came of it.</summary>
    public void End() => building?.TrySetResult();

    /// <summary>Shows a newer state.</summary>
    public void Show(PreviewSite site)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            Current = site;
            (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.TrySetResult();
    }
}
