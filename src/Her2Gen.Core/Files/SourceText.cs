using System.Text;
using Her2Gen.Diagnostics;

namespace Her2Gen.Files;

/// <summary>A text file as its author sees it: lines and columns for every offset.</summary>
/// <remarks>UTF-8; a byte-order mark is dropped, CRLF and CR are read as LF.</remarks>
public sealed class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int[]? lineStarts;

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
    }

    /// <summary>The path as the author knows it.</summary>
    public string File { get; }

    public string Text { get; }

    /// <summary>Decodes a file; bytes that are not UTF-8 are reported with their offset and replaced by U+FFFD, so that reading goes on.</summary>
    public static SourceText Decode(string file, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.StartsWith("\uFEFF"u8)) span = span[3..];
        try
        {
            return new SourceText(file, Lines(StrictUtf8.GetString(span)));
        }
        catch (DecoderFallbackException invalid)
        {
            SourceText decoded = new(file, Lines(Encoding.UTF8.GetString(span)));
            int offset = Lines(Encoding.UTF8.GetString(span[..invalid.Index])).Length;
            diagnostics.Add(Rules.TextEncoding, decoded.At(offset, 1), $"byte {bytes.Length - span.Length + invalid.Index} is not UTF-8", "save the file as UTF-8");
            return decoded;
        }
    }

    /// <summary>Where a stretch of the text stands; cut at the end of its first line.</summary>
    public Location At(int offset, int length)
    {
        int line = LineOf(offset);
        int lineEnd = line + 1 < LineStarts.Length ? LineStarts[line + 1] - 1 : Text.Length;
        int end = Math.Clamp(offset + length, offset, Math.Max(offset, lineEnd));
        return new Location(File, line + 1, offset - LineStarts[line] + 1, end - LineStarts[line] + 1);
    }

    /// <summary>The offset of a line and column, both from 1.</summary>
    public int Offset(int line, int column) => LineStarts[Math.Clamp(line - 1, 0, LineStarts.Length - 1)] + column - 1;

    // Made when a place is first asked for: most texts have nothing to report.
    private int[] LineStarts => lineStarts ??= FindLines(Text);

    private static int[] FindLines(string text)
    {
        List<int> starts = [0];
        for (int at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return [.. starts];
    }

    private int LineOf(int offset)
    {
        int found = Array.BinarySearch(LineStarts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    private static string Lines(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
