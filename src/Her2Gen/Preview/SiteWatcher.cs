using System.Collections.Concurrent;

namespace Her2Gen.Preview;

/// <summary>Tells what has changed in a site's <c>content/</c> and <c>templates/</c>: at once where a save is finished, and after a moment of quiet where more may follow.</summary>
internal sealed class SiteWatcher : IDisposable
{
    // A file that goes may be about to come back, for many editors save by renaming.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);

    private readonly BlockingCollection<FileEvent> events = [];
    private readonly IDisposable source;

    /// <param name="root">The site's folder itself, so that its parts may come and go.</param>
    /// <exception cref="IOException">The folder cannot be watched.</exception>
    public SiteWatcher(string root)
        : this(root, OperatingSystem.IsLinux())
    {
    }

    /// <param name="byInotify">Where there is that; else by what .NET has for every system.</param>
    internal SiteWatcher(string root, bool byInotify)
    {
        void Note(FileEvent seen) => events.Add(seen);
        source = byInotify ? new InotifyWatch(root, Note) : WatchPortably(root, Note);
    }

    /// <summary>Waits for a change, and gives all that there are; null when there is none in time.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SourceChanges? Next(TimeSpan longest, CancellationToken stop)
    {
        if (!events.TryTake(out FileEvent seen, (int)longest.TotalMilliseconds, stop)) return null;
        HashSet<string> files = new(StringComparer.Ordinal);
        bool isEverything = false;
        bool isSettled = false;
        long start = Environment.TickCount64;
        do
        {
            isSettled |= seen.IsSettled;
            if (seen.File is { } file) files.Add(file);
            else isEverything = true;
        }
        while (events.TryTake(out seen, isSettled || Environment.TickCount64 - start > LongestWait.TotalMilliseconds ? 0 : (int)Quiet.TotalMilliseconds, stop));
        return new SourceChanges(files, isEverything);
    }

    public void Dispose() => source.Dispose();

    // It cannot tell when a save is finished, so that every change waits for quiet.
    private static FileSystemWatcher WatchPortably(string root, Action<FileEvent> note)
    {
        string[] watched = [Path.Combine(root, "content"), Path.Combine(root, "templates")];
        void Note(string path)
        {
            if (watched.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))) note(new FileEvent(Directory.Exists(path) ? null : path, IsSettled: false));
        }

        FileSystemWatcher watcher = new(root)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Created += (_, change) => Note(change.FullPath);
        // What is gone may have been a folder.
        watcher.Deleted += (_, _) => note(new FileEvent(null, IsSettled: false));
        watcher.Renamed += (_, _) => note(new FileEvent(null, IsSettled: false));
        watcher.Error += (_, _) => note(new FileEvent(null, IsSettled: false));
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
