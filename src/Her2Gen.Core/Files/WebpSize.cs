using System.Buffers.Binary;

namespace Her2Gen.Files;

/// <summary>The size of a WebP (RFC 9649): that of its first chunk, which is one of three.</summary>
internal static class WebpSize
{
    public static ImageSize? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20 || !bytes[8..12].SequenceEqual("WEBP"u8)) return null;
        ReadOnlySpan<byte> data = bytes[20..];
        ReadOnlySpan<byte> kind = bytes[12..16];
        if (kind.SequenceEqual("VP8 "u8)) return OfLossy(data);
        if (kind.SequenceEqual("VP8L"u8)) return OfLossless(data);
        return kind.SequenceEqual("VP8X"u8) ? OfExtended(data) : null;
    }

    // RFC 6386, section 9.1: a key frame's tag, its start code, then 14 bits each, below two of scaling.
    private static ImageSize? OfLossy(ReadOnlySpan<byte> data) =>
        data.Length >= 10 && (data[0] & 1) == 0 && data[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? ImageSize.From(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;

    // RFC 9649, section 3.4: a signature, then 14 bits each of one less.
    private static ImageSize? OfLossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F) return null;
        uint bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ImageSize.From((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }

    // RFC 9649, section 2.7: flags, then 24 bits each of one less.
    private static ImageSize? OfExtended(ReadOnlySpan<byte> data) =>
        data.Length >= 10 ? ImageSize.From(Three(data[4..]) + 1, Three(data[7..]) + 1) : null;

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
