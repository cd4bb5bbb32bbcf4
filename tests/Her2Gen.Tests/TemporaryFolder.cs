using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Tests;

/// <summary>A folder for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("her2gen-test-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative]) ?? Path);
        File.WriteAllText(this[relative], text);
    }

    /// <summary>Each file and its bytes, hidden ones too.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return files;
        foreach (string file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
            files[System.IO.Path.GetRelativePath(folder, file)] = Convert.ToBase64String(File.ReadAllBytes(file));
        return files;
    }

    public void Write(FileTree tree)
    {
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in tree)
            if (!path.Value.StartsWith("templates/", StringComparison.Ordinal)) Write(path.Value, Encoding.UTF8.GetString(bytes.Span));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
