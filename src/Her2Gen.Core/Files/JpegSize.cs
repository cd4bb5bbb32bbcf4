using System.Buffers.Binary;

namespace Her2Gen.Files;

/// <summary>The size of a JPEG: its frame header, turned as its EXIF data say.</summary>
internal static class JpegSize
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Exif = 0xE1;

    // ITU-T T.81, annex B: markers, most with a length that counts itself.
    public static ImageSize? Of(ReadOnlySpan<byte> bytes)
    {
        bool isTurned = false;
        int at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            byte marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is StartOfScan or EndOfImage) return null;
            if (IsBare(marker))
            {
                at += 2;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            ReadOnlySpan<byte> segment = bytes.Slice(at + 4, length - 2);
            if (IsFrame(marker)) return OfFrame(segment, isTurned);
            if (marker == Exif && segment.StartsWith("Exif\0\0"u8)) isTurned = IsTurned(segment[6..]);
            at += 2 + length;
        }

        return null;
    }

    // TEM and the restart markers.
    private static bool IsBare(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    // SOF0 to SOF15, between which stand the tables' DHT, JPG and DAC.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageSize? OfFrame(ReadOnlySpan<byte> frame, bool isTurned)
    {
        if (frame.Length < 5) return null;
        int height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return isTurned ? ImageSize.From(height, width) : ImageSize.From(width, height);
    }

    // TIFF 6.0, section 2: the tag Orientation (274) of the first directory; 5 to 8 lie on their side.
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        bool isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !isLittle && !tiff.StartsWith("MM\0*"u8)) return false;
        uint directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return false;
        ReadOnlySpan<byte> entries = tiff[((int)directory + 2)..];
        for (int left = Short(tiff[(int)directory..], isLittle); left > 0 && entries.Length >= 12; left--)
        {
            if (Short(entries, isLittle) == 274) return Short(entries[8..], isLittle) is >= 5 and <= 8;
            entries = entries[12..];
        }

        return false;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
