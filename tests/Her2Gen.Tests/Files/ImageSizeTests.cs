using System.Text;
using CsCheck;
using Her2Gen.Files;

namespace Her2Gen.Tests.Files;

public sealed class ImageSizeTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' ";

    // Red, 7 wide and 5 high, each as an encoder wrote it.
    private static readonly Dictionary<string, byte[]> Encoded = new Dictionary<string, string>
    {
        ["PNG"] = "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQIW2NggAEAAAoAARvBM3UAAAAASUVORK5CYII=",
        ["GIF"] = "R0lGODlhBwAFAPAAAP8AAAAAACH5BAAAAAAALAAAAAAHAAUAAAIFhI+puwUAOw==",
        ["JPEG"] = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAANSP/9k=",
        ["WebP, lossy"] = "UklGRjgAAABXRUJQVlA4ICwAAACQAQCdASoHAAUABABoJaACdLoAA5gA/us2/6E2Paiv/0JP/ibP+Js+AAAAAA==",
        ["WebP, lossless"] = "UklGRhwAAABXRUJQVlA4TA8AAAAvBgABAAcQ/Y/+ByKi/wEA",
        ["WebP, extended"] = "UklGRmAAAABXRUJQVlA4WAoAAAAQAAAABgAABAAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDAAAADQAQCdASoHAAUAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=",
        ["AVIF"] = "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAGgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAHAAAABQAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACJtZGF0EgAKBRgItGBCMg8bABpppoQAALAPXE80RTA=",
    }.ToDictionary(image => image.Key, image => Convert.FromBase64String(image.Value));

    public static TheoryData<string> Formats => [.. Encoded.Keys];

    // The bytes up to the last that states the size.
    public static TheoryData<string, int> Heads => new()
    {
        { "PNG", 24 }, { "GIF", 10 }, { "JPEG", 177 }, { "WebP, lossy", 30 }, { "WebP, lossless", 25 }, { "WebP, extended", 30 }, { "AVIF", 262 },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_image_says_its_size(string format) => Assert.Equal(new ImageSize(7, 5), ImageSize.Of(Encoded[format]));

    [Theory]
    [MemberData(nameof(Heads))]
    public void The_head_is_enough_and_less_is_not(string format, int length)
    {
        for (int cut = 0; cut <= Encoded[format].Length; cut++)
            Assert.Equal(cut < length ? null : new ImageSize(7, 5), ImageSize.Of(Encoded[format].AsSpan(0, cut)));
    }

    [Theory]
    [InlineData(1, 7, 5)]
    [InlineData(4, 7, 5)]
    [InlineData(5, 5, 7)]
    [InlineData(6, 5, 7)]
    [InlineData(7, 5, 7)]
    [InlineData(8, 5, 7)]
    [InlineData(9, 7, 5)]
    public void A_photograph_stands_as_its_camera_was_held(byte orientation, int width, int height)
    {
        byte[] little = [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
        byte[] big = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        Assert.Equal(new ImageSize(width, height), ImageSize.Of(WithExif(little)));
        Assert.Equal(new ImageSize(width, height), ImageSize.Of(WithExif(big)));
    }

    [Fact]
    public void Exif_data_cut_anywhere_turn_nothing()
    {
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
        for (int cut = 0; cut < tiff.Length; cut++) Assert.Equal(new ImageSize(7, 5), ImageSize.Of(WithExif(tiff[..cut])));
    }

    [Theory]
    [InlineData(0, 7, 5)]
    [InlineData(1, 5, 7)]
    [InlineData(2, 7, 5)]
    [InlineData(3, 5, 7)]
    public void An_AVIF_is_turned_by_quarters(byte quarters, int width, int height)
    {
        // The item's fourth property, which tells the depth of each channel, becomes a turn.
        byte[] avif = [.. Encoded["AVIF"]];
        int at = avif.AsSpan().IndexOf("pixi"u8);
        "irot"u8.CopyTo(avif.AsSpan(at));
        avif[at + 4] = quarters;
        Assert.Equal(new ImageSize(width, height), ImageSize.Of(avif));
    }

    [Theory]
    [InlineData("width='640' height='480'", 640, 480)]
    [InlineData("width=' 640px ' height='480PX'", 640, 480)]
    [InlineData("width='1in' height='72pt'", 96, 96)]
    [InlineData("width='2.54cm' height='25.4mm'", 96, 96)]
    [InlineData("width='6pc' height='101.6Q'", 96, 96)]
    [InlineData("width='10.4' height='1e1'", 10, 10)]
    [InlineData("width='10.5' height='.2'", 11, 1)]
    [InlineData("viewBox='0 0 680 400'", 680, 400)]
    [InlineData("viewBox='-5,-5, 680.4,\n399.6'", 680, 400)]
    [InlineData("width='100%' height='100%' viewBox='0 0 680 400'", 680, 400)]
    [InlineData("width='40em' viewBox='0 0 680 400'", 680, 400)]
    [InlineData("width='340' viewBox='0 0 680 400'", 340, 200)]
    [InlineData("height='800' viewBox='0 0 680 400'", 1360, 800)]
    [InlineData("width='10' height='20' viewBox='0 0 680 400'", 10, 20)]
    [InlineData("width='0' height='0' viewBox='0 0 680 400'", 680, 400)]
    public void An_SVG_says_its_size_or_that_of_its_box(string attributes, int width, int height) =>
        Assert.Equal(new ImageSize(width, height), OfText($"{Svg}{attributes}/>"));

    [Theory]
    [InlineData("")]
    [InlineData("width='640'")]
    [InlineData("width='640' height='50%'")]
    [InlineData("width='NaN' height='Infinity'")]
    [InlineData("width='-1' height='5'")]
    [InlineData("width='1e99' height='5'")]
    [InlineData("width='1e999' height='5'")]
    [InlineData("width='1,5' height='5'")]
    [InlineData("viewBox='0 0 680'")]
    [InlineData("viewBox='0 0 0 400'")]
    [InlineData("viewBox='0 0 -1 400'")]
    [InlineData("viewBox='a b c d'")]
    public void An_SVG_without_a_size_has_none(string attributes) => Assert.Null(OfText($"{Svg}{attributes}/>"));

    [Theory]
    [InlineData("\uFEFF<?xml version='1.0'?><!-- drawn --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n", true)]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]>", true)]
    [InlineData("<?xml version='1.0' encoding='utf-7'?>", false)]
    [InlineData("<?xml version='1.0' encoding='nonsense'?>", false)]
    [InlineData("<html>", false)]
    [InlineData("x", false)]
    public void An_SVG_may_begin_as_editors_begin_it(string before, bool isRead) =>
        Assert.Equal(isRead ? new ImageSize(7, 5) : null, OfText($"{before}{Svg}width='7' height='5'>"));

    [Fact]
    public void An_SVG_may_be_UTF16() =>
        Assert.Equal(new ImageSize(7, 5), ImageSize.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"<?xml version='1.0' encoding='utf-16'?>{Svg}width='7' height='5'/>")]));

    [Fact]
    public void What_an_entity_would_say_is_not_known() => Assert.Null(OfText($"<!DOCTYPE svg [<!ENTITY a '7'>]>{Svg}width='&a;' height='5'/>"));

    [Fact]
    public void Any_damage_gives_a_size_or_none() =>
        Gen.Select(Gen.OneOf([.. Encoded.Values.Select(Gen.Const)]), Gen.Select(Gen.Double[0, 1], Gen.OneOf(Gen.Byte, Gen.OneOf<byte>(0, 1, 0x7F, 0x80, 0xFF))).Array[0, 8], Gen.Double[0, 1])
            .Sample((image, changes, length) =>
            {
                byte[] damaged = image[..(int)(length * image.Length)];
                foreach ((double at, byte put) in changes)
                    if (damaged.Length > 0) damaged[Math.Min((int)(at * damaged.Length), damaged.Length - 1)] = put;
                AssertSound(ImageSize.Of(damaged));
            }, iter: 20_000);

    [Fact]
    public void Any_bytes_give_a_size_or_none() =>
        Gen.Select(Gen.OneOf<byte[]>([0x89, .. "PNG\r\n\x1a\n"u8], [0xFF, 0xD8], [.. "RIFF____WEBPVP8X"u8], [0, 0, 0, 12, .. "ftypavif"u8], [.. "GIF89a"u8], [.. "<svg"u8], [0xFF, 0xFE, (byte)'<', 0], []), Gen.Byte.Array[0, 80])
            .Sample((head, rest) => AssertSound(ImageSize.Of([.. head, .. rest])), iter: 5000);

    [Fact]
    public void Any_text_gives_a_size_or_none() =>
        Texts.Damaged($"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE svg [<!ENTITY a 'b'>]>{Svg}width='7' height='5'/>", "<", ">", "'", "&a;", "<!", "]]>", "<?", "\0", "\uFFFE")
            .Sample(text => AssertSound(OfText(text)), iter: 5000);

    private static ImageSize? OfText(string text) => ImageSize.Of(Encoding.UTF8.GetBytes(text));

    private static void AssertSound(ImageSize? size) => Assert.True(size is null or { Width: > 0, Height: > 0 });

    private static byte[] WithExif(byte[] tiff)
    {
        byte[] jpeg = Encoded["JPEG"];
        return [.. jpeg[..2], 0xFF, 0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. jpeg[2..]];
    }
}
