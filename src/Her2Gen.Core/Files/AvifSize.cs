using System.Buffers.Binary;

namespace Her2Gen.Files;

/// <summary>The size of an AVIF: the <c>ispe</c> of its primary item, turned by its <c>irot</c> (ISO/IEC 23008-12, section 6.5).</summary>
internal static class AvifSize
{
    /// <summary>Whether the file says of itself that it is one, by its first or any further brand.</summary>
    public static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        if (!Box(ref bytes, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> brands) || !kind.SequenceEqual("ftyp"u8)) return false;
        for (; brands.Length >= 4; brands = brands[4..])
            if (brands.StartsWith("avif"u8) || brands.StartsWith("avis"u8)) return true;
        return false;
    }

    public static ImageSize? Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> meta = Unversioned(Find(bytes, "meta"u8));
        ReadOnlySpan<byte> properties = Find(meta, "iprp"u8);
        return PrimaryItem(Find(meta, "pitm"u8)) is { } item ? OfProperties(Find(properties, "ipco"u8), Find(properties, "ipma"u8), item) : null;
    }

    private static uint? PrimaryItem(ReadOnlySpan<byte> box) => box switch
    {
        { Length: >= 8 } when box[0] > 0 => BinaryPrimitives.ReadUInt32BigEndian(box[4..]),
        { Length: >= 6 } when box[0] == 0 => BinaryPrimitives.ReadUInt16BigEndian(box[4..]),
        _ => null,
    };

    // ipma: for each item its id, and the numbers (from 1) of its properties; the top bit of each says that it is essential.
    private static ImageSize? OfProperties(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> association, uint item)
    {
        if (association.Length < 8) return null;
        int idLength = association[0] == 0 ? 2 : 4;
        bool isWide = (association[3] & 1) != 0;
        int numberLength = isWide ? 2 : 1;
        ReadOnlySpan<byte> left = association[8..];
        while (left.Length > idLength)
        {
            uint id = idLength == 2 ? BinaryPrimitives.ReadUInt16BigEndian(left) : BinaryPrimitives.ReadUInt32BigEndian(left);
            int length = left[idLength] * numberLength;
            left = left[(idLength + 1)..];
            if (left.Length < length) return null;
            if (id == item) return OfItem(properties, left[..length], isWide);
            left = left[length..];
        }

        return null;
    }

    private static ImageSize? OfItem(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> numbers, bool isWide)
    {
        ImageSize? size = null;
        bool isTurned = false;
        for (; !numbers.IsEmpty; numbers = numbers[(isWide ? 2 : 1)..])
        {
            int number = isWide ? BinaryPrimitives.ReadUInt16BigEndian(numbers) & 0x7FFF : numbers[0] & 0x7F;
            ReadOnlySpan<byte> property = Property(properties, number, out ReadOnlySpan<byte> kind);
            if (kind.SequenceEqual("ispe"u8) && property.Length >= 12)
                size = ImageSize.From(BinaryPrimitives.ReadUInt32BigEndian(property[4..]), BinaryPrimitives.ReadUInt32BigEndian(property[8..]));
            // Quarter turns: one and three lie on their side.
            if (kind.SequenceEqual("irot"u8) && property.Length >= 1) isTurned = (property[0] & 1) != 0;
        }

        return isTurned && size is { } turned ? new ImageSize(turned.Height, turned.Width) : size;
    }

    private static ReadOnlySpan<byte> Property(ReadOnlySpan<byte> properties, int number, out ReadOnlySpan<byte> kind)
    {
        for (int i = 1; Box(ref properties, out kind, out ReadOnlySpan<byte> content); i++)
            if (i == number) return content;
        kind = default;
        return default;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> wanted)
    {
        while (Box(ref boxes, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> content))
            if (kind.SequenceEqual(wanted)) return content;
        return default;
    }

    // Behind the four bytes of version and flags.
    private static ReadOnlySpan<byte> Unversioned(ReadOnlySpan<byte> box) => box.Length < 4 ? default : box[4..];

    // ISO/IEC 14496-12, section 4.2: the length counts itself; 1 means that eight bytes of it follow, 0 that the box runs to the end.
    private static bool Box(scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> content)
    {
        kind = content = default;
        if (boxes.Length < 8) return false;
        ulong length = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        int head = length == 1 ? 16 : 8;
        if (boxes.Length < head) return false;
        if (length == 1) length = BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]);
        if (length == 0) length = (ulong)boxes.Length;
        if (length < (ulong)head || length > (ulong)boxes.Length) return false;
        kind = boxes[4..8];
        content = boxes[head..(int)length];
        boxes = boxes[(int)length..];
        return true;
    }
}
