using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Disk;

/// <summary>Reads folders into file trees. Links are not followed, pipes and devices not opened.</summary>
internal static class FolderReader
{
    /// <summary>All files below a folder; hidden files and editors' copies are passed over. Null, and a diagnostic, when the folder cannot be read.</summary>
    /// <param name="folder">On disk.</param>
    /// <param name="shown">What stands before a path in diagnostics and in the tree: <c>content/</c>, or nothing.</param>
    /// <param name="except">A folder that is not looked into, as shown, with '/' at its end.</param>
    public static IReadOnlyList<KeyValuePair<FilePath, ReadOnlyMemory<byte>>>? Read(string folder, string shown, DiagnosticBag diagnostics, string? except = null)
    {
        List<(FilePath Path, FileInfo File)> found = [];
        try
        {
            FindIn(found, new DirectoryInfo(folder), shown, except, diagnostics);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(folder), refused is DirectoryNotFoundException ? "there is no such folder" : "the folder cannot be read");
            return null;
        }

        byte[]?[] contents = new byte[]?[found.Count];
        InParallel.For(found.Count, i => contents[i] = ReadFile(found[i].File, found[i].Path, diagnostics), fewest: 100);
        return [.. from file in found.Zip(contents) where file.Second is not null select KeyValuePair.Create(file.First.Path, (ReadOnlyMemory<byte>)file.Second)];
    }

    /// <summary>One file that was saved, with the null of one that is gone; false where only a reading of the whole folder tells what there is to say of it.</summary>
    /// <param name="file">On disk.</param>
    public static bool TryReadFile(string file, out ReadOnlyMemory<byte>? bytes)
    {
        bytes = null;
        try
        {
            FileInfo found = new(file);
            if (!found.Exists) return !Directory.Exists(file) && found.LinkTarget is null;
            if (found.LinkTarget is not null || (found.Length == 0 && !Native.IsRegularFile(file))) return false;
            bytes = File.ReadAllBytes(file);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file or folder is passed over: a hidden one, or an editor's copy.</summary>
    public static bool IsPassedOver(string name) => name[0] == '.' || name[^1] == '~';

    private static void FindIn(List<(FilePath Path, FileInfo File)> found, DirectoryInfo folder, string shown, string? except, DiagnosticBag diagnostics)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            if (IsPassedOver(entry.Name)) continue;
            string path = shown + entry.Name;
            if (path + "/" == except) continue;
            if (entry is DirectoryInfo inner)
            {
                if (IsLink(entry, path, diagnostics)) continue;
                FindInside(found, inner, path + "/", except, diagnostics);
            }
            else if (!FilePath.TryParse(path, out FilePath filePath))
            {
                diagnostics.Add(Rules.FileName, Location.Of(path.ReplaceLineEndings("?")), "the name holds a character that no address can have", "rename it");
            }
            else
            {
                found.Add((filePath, (FileInfo)entry));
            }
        }
    }

    // What can be read is checked, though the run as a whole cannot be green.
    private static void FindInside(List<(FilePath Path, FileInfo File)> found, DirectoryInfo folder, string shown, string? except, DiagnosticBag diagnostics)
    {
        try
        {
            FindIn(found, folder, shown, except, diagnostics);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(shown.TrimEnd('/')), "the folder cannot be read");
        }
    }

    private static bool IsLink(FileSystemInfo entry, string path, DiagnosticBag diagnostics)
    {
        if (entry.LinkTarget is null) return false;
        diagnostics.Add(Rules.UnsafePath, Location.Of(path), "a symbolic link is not followed", "put the file itself here");
        return true;
    }

    private static byte[]? ReadFile(FileInfo file, FilePath path, DiagnosticBag diagnostics)
    {
        try
        {
            if (IsLink(file, path.Value, diagnostics)) return null;
            if (file.Length > 0 || Native.IsRegularFile(file.FullName)) return File.ReadAllBytes(file.FullName);
            diagnostics.Add(Rules.UnsafePath, Location.Of(path.Value), "not a regular file", "remove it");
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(path.Value), "the file cannot be read");
            return null;
        }
    }
}
