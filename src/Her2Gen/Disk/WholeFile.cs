using System.Text;

namespace Her2Gen.Disk;

/// <summary>Writes one file that is there whole or not at all.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8, under another name first. Folders on the way are made.</summary>
    /// <returns>Why it could not be written; null when it was.</returns>
    public static string? Write(string file, string text)
    {
        try
        {
            string full = Path.GetFullPath(file);
            if (Directory.Exists(full)) return "is a folder";
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            // A link or a device, such as /dev/stderr, stays what it is.
            if (File.Exists(full) && !Native.IsRegularFile(full)) File.WriteAllText(full, text, Utf8);
            else WriteByRename(full, text);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"cannot be written: {refused.Message.TrimEnd('.')}";
        }
    }

    private static void WriteByRename(string file, string text)
    {
        string beside = $"{file}.her2gen-{Environment.ProcessId}";
        try
        {
            File.WriteAllText(beside, text, Utf8);
            File.Move(beside, file, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(beside);
            throw;
        }
    }
}
