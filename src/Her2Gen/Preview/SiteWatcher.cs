using System.Threading.Channels;

namespace Her2Gen.Preview;

/// <summary>Tells when something in a site's folder has changed and has been quiet for a moment.</summary>
internal sealed class SiteWatcher : IDisposable
{
    // Editors save in several steps within a few milliseconds.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(4);

    private readonly FileSystemWatcher watcher;
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="root">The site's folder itself, so that <c>content/</c> and <c>templates/</c> may come and go.</param>
    public SiteWatcher(string root)
    {
        string[] watched = [Path.Combine(root, "content"), Path.Combine(root, "templates")];
        void Note(object sender, FileSystemEventArgs change)
        {
            if (watched.Any(folder => change.FullPath.StartsWith(folder, StringComparison.Ordinal))) changes.Writer.TryWrite(true);
        }

        watcher = new FileSystemWatcher(root)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        // Events were lost: look at everything.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    public async Task NextAsync(CancellationToken stop)
    {
        await changes.Reader.ReadAsync(stop);
        do await Task.Delay(Quiet, stop);
        while (changes.Reader.TryRead(out _));
    }

    public void Dispose() => watcher.Dispose();
}
