using System.Buffers.Binary;

namespace Her2Gen.Files;

/// <summary>How large a browser draws an image that nothing else sizes, in CSS pixels.</summary>
/// <remarks>Both are at least 1. Turned as the file says: what a camera held upright took is upright.</remarks>
public readonly record struct ImageSize(int Width, int Height)
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8];

    /// <summary>The size that the head of a PNG, JPEG, GIF, WebP, AVIF or SVG file states; null for any other bytes.</summary>
    /// <remarks>The bytes decide, as they do in browsers: a JPEG that is called <c>a.png</c> is a JPEG.</remarks>
    public static ImageSize? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Png)) return OfPng(bytes);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return OfGif(bytes);
        if (bytes.StartsWith(Jpeg)) return JpegSize.Of(bytes);
        if (bytes.StartsWith("RIFF"u8)) return WebpSize.Of(bytes);
        return AvifSize.IsAvif(bytes) ? AvifSize.Of(bytes) : SvgSize.Of(bytes);
    }

    /// <summary>A size that an image can have; null for nothing, and for more than can be counted.</summary>
    internal static ImageSize? From(long width, long height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new ImageSize((int)width, (int)height) : null;

    // PNG (W3C, third edition), section 11.2.1: the header is the first chunk.
    private static ImageSize? OfPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
            ? From(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
            : null;

    // GIF89a, section 18: the logical screen, of which frames may fill a part.
    private static ImageSize? OfGif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 ? From(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : null;
}
