using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Writes ZIP archives that are the same bytes everywhere (APPNOTE 6.3.10): entries stored, in ordinal order, all of one time, names in UTF-8.</summary>
/// <remarks>Not System.IO.Compression's writer, whose headers name the system that it runs on.</remarks>
public static class ZipWriter
{
    /// <summary>What the format holds without its 64-bit extension.</summary>
    public const int MostFiles = ushort.MaxValue - 1;

    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const ushort VersionStored = 10;
    private const ushort MadeOnUnix = 3 << 8 | 20;
    private const ushort NamesAreUtf8 = 1 << 11;

    // 1980-01-01, the first day that the format knows.
    private const ushort FirstDay = 1 << 5 | 1;

    // A regular file that its owner may write and all may read.
    private const uint RegularFile = 0x81A4u << 16;

    /// <exception cref="ArgumentException">More files than the format holds.</exception>
    public static byte[] Write(FileTree files)
    {
        if (files.Count > MostFiles) throw new ArgumentException($"more than {MostFiles} files", nameof(files));
        using MemoryStream archive = new();
        using MemoryStream central = new();
        Span<byte> header = stackalloc byte[46];
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in files)
        {
            byte[] name = Encoding.UTF8.GetBytes(path.Value);
            uint offset = checked((uint)archive.Position);
            BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
            WriteCommon(header[4..], bytes.Span, name.Length);
            archive.Write(header[..30]);
            archive.Write(name);
            archive.Write(bytes.Span);

            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], MadeOnUnix);
            WriteCommon(header[6..], bytes.Span, name.Length);
            // No comment, the first disk, no text flag; then the attributes and where the entry starts.
            header[32..38].Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header[38..], RegularFile);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], offset);
            central.Write(header);
            central.Write(name);
        }

        uint start = checked((uint)archive.Position);
        central.WriteTo(archive);
        header[..22].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], (ushort)files.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(header[10..], (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], checked((uint)central.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], start);
        archive.Write(header[..22]);
        return archive.ToArray();
    }

    // The 26 bytes that an entry's two headers share.
    private static void WriteCommon(Span<byte> header, ReadOnlySpan<byte> bytes, int nameLength)
    {
        header[..26].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(header, VersionStored);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], Crc32.HashToUInt32(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], checked((ushort)nameLength));
    }
}
