using System.IO.Compression;
using System.IO.Hashing;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Reads a ZIP archive that anybody may have made, in memory: nothing is unpacked, so nothing can climb out or fill a disk.</summary>
public static class ZipReader
{
    // Together, unpacked: an archive of a site is far below, one built to exhaust the reader above.
    private const long MostBytes = 1L << 30;

    private const int FileTypeMask = 0xF000;
    private const int LinkType = 0xA000;

    /// <summary>What the archive holds; below its one top folder, when it has one. Null, and a diagnostic, for what is no archive.</summary>
    /// <param name="shown">The archive, as reports name it.</param>
    public static FoundFolder? Read(byte[] archive, string shown, DiagnosticBag diagnostics)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(archive), ZipArchiveMode.Read);
            if (zip.Entries.Sum(entry => Math.Min(entry.Length, MostBytes)) >= MostBytes)
            {
                diagnostics.Add(Rules.FileUnreadable, Location.Of(shown), $"it would unpack to more than {MostBytes >> 20} MiB");
                return null;
            }

            return Inner(Read(zip, shown, diagnostics));
        }
        catch (InvalidDataException invalid)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(shown), $"it is no ZIP archive that can be read: {invalid.Message.TrimEnd('.')}");
            return null;
        }
    }

    private static FoundFolder Read(ZipArchive zip, string shown, DiagnosticBag diagnostics)
    {
        Dictionary<FilePath, ReadOnlyMemory<byte>> files = [];
        List<OddEntry> odd = [];
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string name = entry.FullName;
            bool isFolder = name.EndsWith('/');
            if (BagPath.Danger(isFolder ? name[..^1] : name) is { } danger)
            {
                diagnostics.Add(Rules.PathUnsafeInBag, Location.Of(shown), $"`{name.ReplaceLineEndings("?")}` {danger}", "the entry was not looked at");
                continue;
            }

            if (isFolder) continue;
            FilePath path = FilePath.Parse(name);
            if ((entry.ExternalAttributes >> 16 & FileTypeMask) == LinkType) odd.Add(new OddEntry(name, OddKind.Link));
            else if (entry.IsEncrypted || Unpack(entry) is not { } bytes) odd.Add(new OddEntry(name, OddKind.Unreadable));
            else if (!files.TryAdd(path, bytes)) diagnostics.Add(Rules.PathUnsafeInBag, Location.Of(shown), $"`{name}` stands in the archive twice", "which one counts would be a guess");
        }

        return new FoundFolder(new FileTree(files), odd);
    }

    // Not more than the entry says, whose length was counted before. The checksum of stored entries is left to the reader.
    private static ReadOnlyMemory<byte>? Unpack(ZipArchiveEntry entry)
    {
        try
        {
            byte[] bytes = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(bytes);
            bool isWhole = stream.ReadByte() < 0 && Crc32.HashToUInt32(bytes) == entry.Crc32;
            if (isWhole) return bytes;
            return null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return null;
        }
    }

    private static FoundFolder Inner(FoundFolder found) =>
        found.Top().ToArray() is [(var folder, true)] ? found.Under(folder + "/") : found;
}
