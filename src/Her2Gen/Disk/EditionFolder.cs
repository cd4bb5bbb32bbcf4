using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Disk;

/// <summary>Writes a sealed edition, all or nothing: into a folder beside, which then gets the edition's name in one step. One at a time.</summary>
internal static class EditionFolder
{
    /// <summary>The right to seal in a folder of editions, until it is disposed. Null, and a diagnostic, while another has it.</summary>
    /// <remarks>The system gives a dead sealer's lock back by itself.</remarks>
    public static FileStream? TakeTurn(string editions, DiagnosticBag diagnostics)
    {
        try
        {
            Directory.CreateDirectory(editions);
            return new FileStream(Path.Combine(editions, EditionArchive.Lock), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(Path.Combine(editions, EditionArchive.Lock))) diagnostics.Add(Rules.OutputBlocked, Location.Of(editions), "another edition is being sealed here", "wait for it to end");
            else diagnostics.Add(Rules.OutputBlocked, Location.Of(editions), $"cannot be written: {refused.Message.TrimEnd('.')}");
            return null;
        }
    }

    /// <summary>Removes what interrupted sealings left. Only who has the turn may.</summary>
    public static void RemoveLeftovers(string editions)
    {
        foreach (string folder in Directory.EnumerateDirectories(editions, ".*").Where(folder => EditionArchive.IsLeftover(Path.GetFileName(folder)))) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whether the edition is there now; when not, nothing has changed and a diagnostic says why.</summary>
    public static bool Write(string editions, EditionId id, FileTree bag, DiagnosticBag diagnostics)
    {
        string stage = Path.Combine(editions, EditionArchive.StageOf(id));
        try
        {
            HashSet<string> folders = [editions, stage];
            foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in bag)
            {
                string file = Path.Combine(stage, path.Value);
                string folder = Path.GetDirectoryName(file) ?? stage;
                Directory.CreateDirectory(folder);
                for (string? above = folder; above is not null && folders.Add(above); above = Path.GetDirectoryName(above)) { }
                using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
                stream.Write(bytes.Span);
                stream.Flush(flushToDisk: true);
            }

            // On the disk before it has its name, or a loss of power could leave a name with less behind it.
            foreach (string folder in folders) Native.SyncFolder(folder);
            Directory.Move(stage, Path.Combine(editions, id.ToString()));
            Native.SyncFolder(editions);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.OutputBlocked, Location.Of(Path.Combine(editions, id.ToString())), $"cannot be written: {refused.Message.TrimEnd('.')}", "no edition was sealed");
            return false;
        }
    }
}
