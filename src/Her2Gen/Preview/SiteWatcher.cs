using System.Threading.Channels;

namespace Her2Gen.Preview;

/// <summary>Tells when something in a site's folder has changed and has been quiet for a moment.</summary>
internal sealed class SiteWatcher : IDisposable
{
    // Editors save in several steps within a few milliseconds.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(4);

    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public SiteWatcher(string root)
    {
        // The root itself, so that content/ or templates/ may come and go.
        FileSystemWatcher watcher = new(root) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        string content = Path.Combine(root, "content");
        string templates = Path.Combine(root, "templates");
        void Note(object sender, FileSystemEventArgs change)
        {
            if (change.FullPath.StartsWith(content, StringComparison.Ordinal) || change.FullPath.StartsWith(templates, StringComparison.Ordinal)) changes.Writer.TryWrite(true);
        }

        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        // Events were lost: look at everything.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    public async Task NextAsync(CancellationToken stop)
    {
        await changes.Reader.ReadAsync(stop);
        do await Task.Delay(Quiet, stop);
        while (changes.Reader.TryRead(out _));
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in watchers) watcher.Dispose();
    }
}
