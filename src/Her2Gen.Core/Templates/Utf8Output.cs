using System.Buffers;
using System.Text;
using Scriban.Runtime;

namespace Her2Gen.Templates;

/// <summary>What a template writes, as UTF-8 from the start: a page is never a text of its own.</summary>
internal sealed class Utf8Output : IScriptOutput
{
    // Kept by each thread for its next page: a page's buffer is larger than all else that drawing it needs.
    [ThreadStatic]
    private static Utf8Output? kept;

    private readonly ArrayBufferWriter<byte> bytes = new(1 << 16);

    /// <summary>An empty output; <see cref="Take"/> gives it back.</summary>
    public static Utf8Output Rent()
    {
        Utf8Output output = kept ?? new Utf8Output();
        kept = null;
        output.bytes.ResetWrittenCount();
        return output;
    }

    /// <summary>What was written, as bytes of the caller's own.</summary>
    public byte[] Take()
    {
        byte[] written = bytes.WrittenSpan.ToArray();
        kept = this;
        return written;
    }

    public void Write(string text, int offset, int count) => Encoding.UTF8.GetBytes(text.AsSpan(offset, count), bytes);

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }
}
