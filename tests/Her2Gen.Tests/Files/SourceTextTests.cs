using System.Text;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\uFEFFa", "a")]
    [InlineData("\uFEFF\uFEFFa", "\uFEFFa")]
    [InlineData("\r\n\r\r\n", "\n\n\n")]
    [InlineData("", "")]
    [InlineData("ä😀\uFFFD", "ä😀\uFFFD")]
    public void A_byte_order_mark_is_dropped_and_lines_end_in_a_line_feed(string written, string expected)
    {
        DiagnosticBag diagnostics = new();
        Assert.Equal(expected, SourceText.Decode("a.md", Encoding.UTF8.GetBytes(written), diagnostics).Text);
        Assert.Empty(diagnostics.Sorted());
    }

    // Each byte that is not UTF-8 is written as a character of Latin-1 behind '~'.
    [Theory]
    [InlineData("~\xff", "a.md:1:1: byte 0 is not UTF-8")]
    [InlineData("one\ntwo ~\xe4 three", "a.md:2:5: byte 8 is not UTF-8")]
    [InlineData("one\r\ntwo\r\n~\xe4", "a.md:3:1: byte 10 is not UTF-8")]
    [InlineData("\uFEFFab~\xe4", "a.md:1:3: byte 5 is not UTF-8")]
    [InlineData("ä\uFFFD~\xe4~\xe4", "a.md:1:3: byte 5 is not UTF-8")]
    [InlineData("ab~\xe2~\x82", "a.md:1:3: byte 2 is not UTF-8")]
    [InlineData("a~\xed~\xa0~\x80b", "a.md:1:2: byte 1 is not UTF-8")]
    public void The_first_byte_that_is_not_UTF8_is_pointed_at(string written, string expected)
    {
        DiagnosticBag diagnostics = new();
        SourceText source = SourceText.Decode("a.md", Bytes(written), diagnostics);
        Diagnostic found = Assert.Single(diagnostics.Sorted());
        Assert.Equal((Rules.TextEncoding, expected, "save the file as UTF-8"), (found.Rule, $"{found.Location}: {found.Message}", found.Hint));
        Assert.Equal('\uFFFD', source.Text[source.Offset(found.Location.Line, found.Location.Column)]);
    }

    [Theory]
    [InlineData(0, 2, "1:1-3")]
    [InlineData(2, 1, "1:3-3")]
    [InlineData(1, 5, "1:2-3")]
    [InlineData(3, 0, "2:1-1")]
    [InlineData(4, 3, "3:1-4")]
    [InlineData(4, 99, "3:1-4")]
    [InlineData(7, 1, "3:4-4")]
    public void A_stretch_is_cut_at_the_end_of_its_first_line(int offset, int length, string expected)
    {
        Location at = new SourceText("a.md", "ab\n\nxyz").At(offset, length);
        Assert.Equal($"a.md {expected}", $"{at.File} {at.Line}:{at.Column}-{at.EndColumn}");
    }

    [Fact]
    public void Any_offset_leads_to_a_place_and_back() =>
        Gen.Select(Gen.String[Gen.OneOf('a', '\n', 'ä'), 0, 20], Gen.Double[0, 1]).Sample((text, part) =>
        {
            SourceText source = new("a.md", text);
            int offset = (int)(part * text.Length);
            Location at = source.At(offset, 1);
            Assert.Equal(offset, source.Offset(at.Line, at.Column));
            Assert.Equal(text[..offset].Count(c => c == '\n') + 1, at.Line);
        });

    [Fact]
    public void Any_bytes_at_all_can_be_read() => Gen.Byte.Array.Sample(bytes =>
    {
        DiagnosticBag diagnostics = new();
        SourceText source = SourceText.Decode("a.md", bytes, diagnostics);
        Assert.DoesNotContain('\r', source.Text);
        foreach (Diagnostic found in diagnostics.Sorted()) Assert.Equal('\uFFFD', source.Text[source.Offset(found.Location.Line, found.Location.Column)]);
    });

    private static byte[] Bytes(string written) =>
        [.. written.Split('~').SelectMany((piece, i) => i == 0 ? Encoding.UTF8.GetBytes(piece) : [(byte)piece[0], .. Encoding.UTF8.GetBytes(piece[1..])])];
}
