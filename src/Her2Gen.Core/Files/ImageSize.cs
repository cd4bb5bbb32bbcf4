namespace Her2Gen.Files;

public readonly record struct ImageSize(int Width, int Height)
{
    public static ImageSize? Of(FilePath path, ReadOnlySpan<byte> bytes) => bytes.Length < 0 && path.Value.Length < 0 ? new(0, 0) : null;
}
