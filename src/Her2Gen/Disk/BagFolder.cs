using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;

namespace Her2Gen.Disk;

/// <summary>Reads a folder for verification: hidden files count, and links, pipes and empty folders are told, not passed over. Nothing is followed.</summary>
internal static class BagFolder
{
    /// <summary>Null, and a diagnostic, when the folder cannot be read at all.</summary>
    public static FoundFolder? Read(string folder, DiagnosticBag diagnostics)
    {
        List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files = [];
        List<OddEntry> odd = [];
        try
        {
            ReadInto(new DirectoryInfo(folder), "", files, odd);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(folder), refused is DirectoryNotFoundException ? "there is no such folder" : "the folder cannot be read");
            return null;
        }

        return new FoundFolder(new FileTree(files), [.. odd.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);
    }

    private static void ReadInto(DirectoryInfo folder, string path, List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files, List<OddEntry> odd)
    {
        bool isEmpty = true;
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            isEmpty = false;
            string own = path + entry.Name;
            if (entry.LinkTarget is not null) odd.Add(new OddEntry(own, OddKind.Link));
            else if (entry is DirectoryInfo inner) TryReadInto(inner, own + "/", files, odd);
            else if (((FileInfo)entry).Length == 0 && !Native.IsRegularFile(entry.FullName)) odd.Add(new OddEntry(own, OddKind.Special));
            else if (!FilePath.TryParse(own, out FilePath file)) odd.Add(new OddEntry(own, OddKind.Unnamable));
            else if (TryReadFile(entry.FullName) is { } bytes) files.Add(KeyValuePair.Create(file, bytes));
            else odd.Add(new OddEntry(own, OddKind.Unreadable));
        }

        if (isEmpty && path.Length > 0) odd.Add(new OddEntry(path[..^1], OddKind.EmptyFolder));
    }

    private static void TryReadInto(DirectoryInfo folder, string path, List<KeyValuePair<FilePath, ReadOnlyMemory<byte>>> files, List<OddEntry> odd)
    {
        try
        {
            ReadInto(folder, path, files, odd);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            odd.Add(new OddEntry(path[..^1], OddKind.Unreadable));
        }
    }

    private static ReadOnlyMemory<byte>? TryReadFile(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
