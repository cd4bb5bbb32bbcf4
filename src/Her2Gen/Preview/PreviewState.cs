namespace Her2Gen.Preview;

/// <summary>The newest state of a preview, for all who show it.</summary>
internal sealed class PreviewState
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreviewSite Current { get; private set; } = PreviewSite.None;

    /// <summary>The newest state, and what ends when there is a newer one.</summary>
    public (PreviewSite Site, Task Changed) Look()
    {
        lock (gate) return (Current, changed.Task);
    }

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
