namespace Her2Gen.Preview;

/// <summary>The newest state of a preview, for all who show it.</summary>
internal sealed class PreviewState
{
    private readonly Lock gate = new();
    private TaskCompletionSource? building;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreviewSite Current { get; private set; } = PreviewSite.None;

    /// <summary>The newest state, whether the next is being built, and what ends when either is otherwise.</summary>
    public (PreviewSite Site, bool IsBuilding, Task Changed) Look()
    {
        lock (gate) return (Current, !Building.IsCompleted, changed.Task);
    }

    /// <summary>Ends with the build that is under way; at once when there is none.</summary>
    public Task Building => Volatile.Read(ref building)?.Task ?? Task.CompletedTask;

    /// <summary>A build begins.</summary>
    public void Begin() => Change(() => Volatile.Write(ref building, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));

    /// <summary>Shows what was built: with that, the build has ended.</summary>
    public void Show(PreviewSite site) => Change(() =>
    {
        Current = site;
        End();
    });

    /// <summary>A build has ended, whatever came of it.</summary>
    public void End() => building?.TrySetResult();

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change();
            (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.TrySetResult();
    }
}
