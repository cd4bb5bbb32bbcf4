namespace Her2Gen.Editions;

/// <summary>Why bytes may differ from those that were sealed: line endings and byte-order marks that programs put in or take out unasked.</summary>
internal static class LineEndings
{
    /// <summary>The change that explains a digest, in words, or null.</summary>
    public static string? Explain(ReadOnlyMemory<byte> bytes, DigestAlgorithm algorithm, string digest)
    {
        byte[] plain = WithoutMark(bytes.Span);
        byte[] unix = ToLf(plain);
        byte[] windows = ToCrLf(unix);
        if (Is(unix)) return plain.Length == bytes.Length ? "its LF became CRLF" : "a byte-order mark was put before it";
        if (Is(windows)) return "its CRLF became LF";
        if (Is(plain)) return "a byte-order mark was put before it";
        if (Is([0xEF, 0xBB, 0xBF, .. bytes.Span])) return "its byte-order mark was taken away";
        return null;
        bool Is(byte[] candidate) => algorithm.Of(candidate) == digest;
    }

    private static byte[] WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..].ToArray() : bytes.ToArray();

    private static byte[] ToLf(byte[] bytes)
    {
        List<byte> converted = new(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n') converted.Add(bytes[i]);
        return [.. converted];
    }

    private static byte[] ToCrLf(byte[] bytes)
    {
        List<byte> converted = new(bytes.Length + bytes.Length / 32);
        foreach (byte value in bytes)
        {
            if (value == '\n') converted.Add((byte)'\r');
            converted.Add(value);
        }

        return [.. converted];
    }
}
