using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Disk;

/// <summary>What a write did.</summary>
internal sealed record Written(int Files, int Changed, int Removed);

/// <summary>Writes a site, all or nothing: a kill at any moment leaves the old site or the new one.</summary>
/// <remarks>
/// The new folder is made beside the old one and the two change names in one step. A file whose bytes are the same is the old file,
/// under a second name, so its time and inode stay. A list of what builds made is kept in the folder: nothing else is ever overwritten or removed.
/// </remarks>
internal sealed class OutputFolder
{
    /// <summary>The list of what builds made, one path a line, in ordinal order.</summary>
    public const string ListName = ".her2gen-files";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly string folder;
    private readonly string beside;
    private readonly DiagnosticBag diagnostics;

    private OutputFolder(string folder, DiagnosticBag diagnostics)
    {
        this.folder = folder;
        this.diagnostics = diagnostics;
        beside = Path.Combine(Path.GetDirectoryName(folder) ?? folder, $".{Path.GetFileName(folder)}.her2gen-");
    }

    /// <summary>Makes the folder hold the site. Null, and a diagnostic, when that cannot be done; then nothing has changed.</summary>
    public static Written? Write(string folder, FileTree site, DiagnosticBag diagnostics)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            // A link to the folder stays a link: what it leads to is written.
            if (Directory.Exists(full) && Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target) full = target.FullName;
            OutputFolder output = new(full, diagnostics);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            using FileStream? turn = output.TakeTurn();
            return turn is null ? null : output.Write(site);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.OutputBlocked, Location.Of(folder), $"cannot be written: {refused.Message.TrimEnd('.')}", "the site that was there is still there");
            return null;
        }
    }

    // The system gives a dead builder's lock back by itself.
    private FileStream? TakeTurn()
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new FileStream(beside + "lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < LongestWait && Directory.Exists(Path.GetDirectoryName(folder)))
            {
                Thread.Sleep(BetweenTries);
            }
            catch (IOException)
            {
                diagnostics.Add(Rules.OutputBlocked, Location.Of(folder), "another build is writing here", "wait for it to end");
                return null;
            }
        }
    }

    private Written? Write(FileTree site)
    {
        foreach (string debris in Directory.EnumerateDirectories(Path.GetDirectoryName(folder) ?? folder, Path.GetFileName(beside) + "stage*")) Directory.Delete(debris, recursive: true);
        FileTree whole = site.With(new FileTree([KeyValuePair.Create(FilePath.Parse(ListName), ListOf(site))]));
        HashSet<string> ours = ReadList();
        HashSet<string> there = Existing();

        foreach (FilePath path in whole.Paths.Where(path => there.Contains(path.Value) && !ours.Contains(path.Value)))
            diagnostics.Add(Rules.OutputBlocked, Location.Of(Path.Combine(folder, path.Value)), "no build made this file, so none overwrites it", "move it away, or put it into templates/files/ if it belongs to the site");
        if (diagnostics.Errors > 0) return null;

        HashSet<FilePath> same = [.. whole.Where(file => there.Contains(file.Key.Value) && HasBytes(Full(folder, file.Key.Value), file.Value)).Select(file => file.Key)];
        string[] foreign = [.. there.Where(path => !ours.Contains(path))];
        int removed = there.Count(path => ours.Contains(path) && !whole.Contains(FilePath.Parse(path)));
        Written written = new(site.Count, whole.Count - same.Count, removed);
        if (written is { Changed: 0, Removed: 0 }) return written;

        string stage = beside + "stage" + Environment.ProcessId;
        Directory.CreateDirectory(stage);
        foreach (string path in foreign.Concat(same.Select(path => path.Value))) Keep(path, stage);
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in whole)
            if (!same.Contains(path)) WriteFile(Full(stage, path.Value), bytes);
        Replace(stage);
        return written;
    }

    private void Replace(string stage)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(stage, folder);
            return;
        }

        if (!Native.TryExchange(stage, folder))
        {
            // Without the exchange there is a moment with no site; what was there is put back if the second step fails.
            string old = beside + "stage-old" + Environment.ProcessId;
            Directory.Move(folder, old);
            try
            {
                Directory.Move(stage, folder);
            }
            catch (IOException)
            {
                Directory.Move(old, folder);
                throw;
            }

            stage = old;
        }

        Directory.Delete(stage, recursive: true);
    }

    private void Keep(string path, string stage)
    {
        string from = Full(folder, path);
        string to = Full(stage, path);
        Directory.CreateDirectory(Path.GetDirectoryName(to) ?? stage);
        if (new FileInfo(from).LinkTarget is { } target) File.CreateSymbolicLink(to, target);
        else if (!Native.TryLink(from, to)) File.Copy(from, to);
    }

    private static void WriteFile(string file, ReadOnlyMemory<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
        using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(bytes.Span);
    }

    private static bool HasBytes(string file, ReadOnlyMemory<byte> bytes)
    {
        FileInfo info = new(file);
        return info.LinkTarget is null && info.Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes.Span);
    }

    private static ReadOnlyMemory<byte> ListOf(FileTree site) =>
        Encoding.UTF8.GetBytes(string.Concat(site.Paths.Select(path => path.Value + "\n")));

    private HashSet<string> ReadList()
    {
        string list = Path.Combine(folder, ListName);
        return File.Exists(list) ? [.. File.ReadAllLines(list).Where(line => line.Length > 0), ListName] : [];
    }

    private HashSet<string> Existing()
    {
        if (!Directory.Exists(folder)) return [];
        // Links are kept as they are, and what lies behind them is not ours to look at.
        EnumerationOptions all = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };
        System.IO.Enumeration.FileSystemEnumerable<string> files = new(folder, (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(), all)
        {
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !IsLink(ref entry),
        };
        return [.. files.Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))];
    }

    private static bool IsLink(ref System.IO.Enumeration.FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private static string Full(string root, string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
