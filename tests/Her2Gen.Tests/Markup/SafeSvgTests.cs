using System.Text.RegularExpressions;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;

namespace Her2Gen.Tests.Markup;

public sealed class SafeSvgTests
{
    private const string Start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    [Theory]
    [InlineData("<rect width='4' height='5' fill='#FBFAF6'/>", "<rect width=\"4\" height=\"5\" fill=\"#FBFAF6\"/>")]
    [InlineData("\n  <g stroke-width='2'>\n    <path d='M0 0\nH4'/>\n  </g>\n", "<g stroke-width=\"2\"><path d=\"M0 0 H4\"/></g>")]
    [InlineData("<text x='1'>a &lt;b&gt; &amp; <tspan dy='1em'> c </tspan>\n<![CDATA[<d>]]> \"é\"</text>", "<text x=\"1\">a &lt;b&gt; &amp; <tspan dy=\"1em\"> c </tspan>\n&lt;d&gt; &quot;é&quot;</text>")]
    [InlineData("<text font-family=\"'Helvetica Neue', &quot;A (B)&quot;, sans-serif\" xml:space='preserve'> </text>", "<text font-family=\"'Helvetica Neue', &quot;A (B)&quot;, sans-serif\" xml:space=\"preserve\"> </text>")]
    [InlineData("<g></g><g/>", "<g></g><g/>")]
    [InlineData("<g xml:lang='de'/><g lang='la' xml:lang='de'/>", "<g lang=\"de\"/><g lang=\"la\"/>")]
    [InlineData("<g transform='translate(1,2) rotate(45)' fill='rgb(1, 2, 3)' stroke='var(--ink, currentColor)'/>", "<g transform=\"translate(1,2) rotate(45)\" fill=\"rgb(1, 2, 3)\" stroke=\"var(--ink, currentColor)\"/>")]
    [InlineData("<svg x='1' viewBox='0 0 1 1'><circle r='1'/></svg>", "<svg x=\"1\" viewBox=\"0 0 1 1\"><circle r=\"1\"/></svg>")]
    [InlineData("<s:g xmlns:s='http://www.w3.org/2000/svg' s:fill='red'/>", "<g/>")]
    public void What_draws_is_kept(string inside, string expected) => Assert.Equal($"<svg role=\"img\">{expected}</svg>", Drawn(inside));

    [Theory]
    [InlineData("<!-- a --><?php a ?>")]
    [InlineData("<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><script/></rdf:RDF></metadata>")]
    [InlineData("<n:namedview xmlns:n='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' id='x' onload='a'><g/></n:namedview>")]
    [InlineData("stray")]
    [InlineData("<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>")]
    public void What_a_browser_does_not_draw_is_left_out(string inside) => Assert.Equal("<svg role=\"img\"></svg>", Drawn(inside));

    [Theory]
    [InlineData("class='note' data-name='a' tabindex='0' version='1.1' unknown='x' viewbox='0 0 1 1' src='http://x/' xml:base='http://x/'")]
    [InlineData("xmlns:i='urn:i' i:label='a' i:onclick='a' xlink:title='a' xlink:show='new'")]
    [InlineData("id=''")]
    [InlineData("id='two words'")]
    [InlineData("style=''")]
    [InlineData("style=' ; -inkscape-font-specification:Arial; line-height:1.25; mix-blend-mode:normal; text-indent:0; enable-background:new 0 0 1 1'")]
    public void An_attribute_that_does_not_draw_is_left_out(string attribute) => Assert.Equal("<svg role=\"img\"><g/></svg>", Drawn($"<g {attribute}/>"));

    [Theory]
    [InlineData("fill='red' style='fill:blue;stroke : none !important'", "fill=\"blue\" stroke=\"none\"")]
    [InlineData("style='fill:blue' fill='red'", "fill=\"blue\"")]
    [InlineData("style=\"font-family:'a;b', c;width:3px\"", "font-family=\"'a;b', c\" width=\"3px\"")]
    public void A_style_becomes_attributes_and_outweighs_them(string attribute, string expected) => Assert.Equal($"<svg role=\"img\"><g {expected}/></svg>", Drawn($"<g {attribute}/>"));

    [Fact]
    public void Every_id_and_every_reference_gets_the_prefix() => Assert.Equal(
        "<svg role=\"img\"><defs><linearGradient id=\"fig-x-a\"/><linearGradient id=\"fig-x-b\" href=\"#fig-x-a\"/><pattern id=\"fig-x-c\" href=\"#fig-x-c2\"/><pattern id=\"fig-x-c2\"/><path id=\"fig-x-d\"/></defs>"
        + "<rect fill=\"url(#fig-x-a) red\" stroke=\"url( '#fig-x-b' )\" mask=\"URL(&quot;#fig-x-c&quot;)\" filter=\"url(#fig-x-a) blur(2px) url(#fig-x-b)\" clip-path=\"url(#fig-x-d)\"/>"
        + "<use href=\"#fig-x-d\"/><text aria-labelledby=\"fig-x-a fig-x-b\" aria-describedby=\"fig-x-c\"><textPath href=\"#fig-x-d\">a</textPath></text></svg>",
        Drawn("""
            <defs><linearGradient id='a'/><linearGradient id='b' xlink:href='#a'/><pattern id='c' href='#c2' xlink:href='#d'/><pattern id='c2'/><path id='d'/></defs>
            <rect fill='url(#a) red' stroke="url( '#b' )" mask='URL("#c")' filter='url(#a) blur(2px) url(#b)' style='clip-path:url(#d)'/>
            <use xlink:href=' #d '/><text aria-labelledby=' a  b ' aria-describedby='c'><textPath href='#d'>a</textPath></text>
            """, prefix: "fig-x"));

    [Theory]
    [InlineData("", "<title>T</title>", "role=\"img\" aria-labelledby=\"f-title\"", "<title id=\"f-title\">T</title>")]
    [InlineData("", "<desc>D</desc><title>T</title>", "role=\"img\" aria-labelledby=\"f-title f-desc\"", "<desc id=\"f-desc\">D</desc><title id=\"f-title\">T</title>")]
    [InlineData("", "<title id='t'>T</title><desc>D</desc>", "role=\"img\" aria-labelledby=\"f-t f-desc\"", "<title id=\"f-t\">T</title><desc id=\"f-desc\">D</desc>")]
    [InlineData("", "<title>T</title><g id='title'/>", "role=\"img\" aria-labelledby=\"f-title-2\"", "<title id=\"f-title-2\">T</title><g id=\"f-title\"/>")]
    [InlineData("", "<title> </title><title>U</title>", "role=\"img\"", "<title> </title><title>U</title>")]
    [InlineData("", "<title/><text>T</text>", "role=\"img\"", "<title/><text>T</text>")]
    [InlineData("", "<g><title>T</title></g>", "role=\"img\"", "<g><title>T</title></g>")]
    [InlineData(" role='figure' aria-label='L'", "<title>T</title>", "role=\"figure\" aria-label=\"L\"", "<title>T</title>")]
    [InlineData(" aria-labelledby='t'", "<title id='t'>T</title>", "aria-labelledby=\"f-t\" role=\"img\"", "<title id=\"f-t\">T</title>")]
    public void The_whole_is_an_image_with_a_name(string attributes, string inside, string expected, string expectedInside) =>
        Assert.Equal($"<svg {expected}>{expectedInside}</svg>", Drawn(inside, attributes));

    [Fact]
    public void An_alternative_outweighs_the_names_of_the_file()
    {
        DiagnosticBag diagnostics = new();
        string text = $"{Start} aria-labelledby='t' width='7'><title id='t'>T</title><desc>D</desc></svg>";
        Assert.Equal("<svg width=\"7\" role=\"img\" aria-label=\"A &quot;b&quot;\"><title id=\"f-t\">T</title><desc>D</desc></svg>", SafeSvg.Inline(new SourceText("a.svg", text), "f", diagnostics, "A \"b\""));
        Assert.Empty(diagnostics.Sorted());
    }

    [Fact]
    public void The_size_is_kept_and_the_edge_holds() => Assert.Equal(
        "<svg width=\"680\" height=\"400\" viewBox=\"0 0 680 400\" fill=\"none\" role=\"img\"><g overflow=\"visible\"/></svg>",
        Drawn("<g overflow='visible'/>", " width='680' height='400' viewBox='0 0 680 400' overflow='visible' style='overflow:visible;fill:none'"));

    [Fact]
    public void The_beginning_and_the_end_of_a_file_are_left_out()
    {
        DiagnosticBag diagnostics = new();
        string text = "<?xml version=\"1.0\" encoding=\"latin1\" standalone=\"no\"?>\n<!-- <!DOCTYPE a> -->\n<?xml-stylesheet href='a.css'?>\n<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:g/></s:svg>\n<!-- end -->\n";
        Assert.Equal("<svg role=\"img\"><g/></svg>", SafeSvg.Inline(new SourceText("a.svg", text), "f", diagnostics));
        Assert.Empty(diagnostics.Sorted());
    }

    [Theory]
    [InlineData("", "1:1: root element is missing <>")]
    [InlineData("x", "1:1: data at the root level is invalid <x>")]
    [InlineData("<html/>", "1:1: the outermost element is `html`, not an `svg` of the SVG namespace <<html>")]
    [InlineData("<svg/>", "1:1: the outermost element is `svg`, not an `svg` of the SVG namespace <<svg>")]
    [InlineData(Start + ">\n<g>\n</svg>", "3:3: the `g` start tag on line 2 position 2 does not match the end tag of `svg` <s>")]
    [InlineData(Start + ">\n  &nbsp;</svg>", "2:4: reference to undeclared entity `nbsp` <n>")]
    [InlineData(Start + ">\n<g a=1/></svg>", "2:6: `1` is an unexpected token. The expected token is `\"` or `'` <1>")]
    [InlineData(Start + ">\n<g fill='a' fill='b'/></svg>", "2:13: `fill` is a duplicate attribute name <f>")]
    [InlineData(Start + ">\n<x:g/></svg>", "2:2: `x` is an undeclared prefix <x>")]
    [InlineData(Start + ">\n\u0001</svg>", "2:1: ` `, hexadecimal value 0x01, is an invalid character <\u0001>")]
    public void What_is_not_an_SVG_is_unreadable(string text, string expected) =>
        Assert.Equal("a.svg:" + expected.Insert(expected.IndexOf(": ", StringComparison.Ordinal) + 2, "error HG324 image-unreadable: "), Said(text));

    [Fact]
    public void A_prefix_cannot_end_a_reference() =>
        Assert.Throws<ArgumentException>(() => SafeSvg.Inline(new SourceText("a.svg", ""), "a)b", new DiagnosticBag()));

    [Fact]
    public void The_figure_of_the_starter_is_drawn_whole()
    {
        const string File = "src/Her2Gen/Starter/content/figures/example.svg";
        string text = System.IO.File.ReadAllText(Repository.Path(File));
        DiagnosticBag diagnostics = new();
        string drawn = SafeSvg.Inline(new SourceText(File, text), "f", diagnostics) ?? "";
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(Regex.Count(text, "<[a-z]"), Regex.Count(drawn, "<[a-z]"));
        Assert.Equal(drawn, SafeSvg.Inline(new SourceText(File, text), "f", diagnostics));
    }

    [Fact]
    public void Any_text_gives_a_figure_or_findings()
    {
        string[] pieces = ["<g>", "</g>", "<a>", "<script>", "<title>", "</title>", "<use href='#a'/>", "id='a'", "style='fill:url(#a)", "url(", "'", "\"", ")", "\\", "/*", "<![CDATA[", "]]>", "<!--", "-->", "<?a", "?>", "&amp;", "&#10;", "<!DOCTYPE", ";", ":", "onload='", "xlink:href='", "\n", "\r", "\u2028", "😀", "<x xmlns='urn:x'>"];
        string sound = Start + " width='7'><title>T</title><g id='a' fill='url(#b)' style='stroke:red;filter:url(\"#b\")'><path id='b' d='M0 0'/></g>\n<use xlink:href='#b'/></svg>";
        Gen.OneOf(Texts.Any, Texts.Of(pieces), Texts.Damaged(sound, pieces)).Sample(text =>
        {
            DiagnosticBag diagnostics = new();
            string? drawn = SafeSvg.Inline(new SourceText("a.svg", text), "f", diagnostics);
            Assert.Equal(drawn is null, diagnostics.Sorted().Count > 0);
            Assert.All(diagnostics.Sorted(), found => Assert.InRange(found.Location.Line, 1, text.Split('\n').Length));
            Assert.All(diagnostics.Sorted(), found => Assert.DoesNotContain(found.Message, char.IsControl));
        }, iter: 20_000);
    }

    private static string? Drawn(string inside, string attributes = "", string prefix = "f")
    {
        DiagnosticBag diagnostics = new();
        string? drawn = SafeSvg.Inline(new SourceText("a.svg", $"{Start}{attributes}>{inside}</svg>"), prefix, diagnostics);
        Assert.Equal("", Saying.Of(diagnostics));
        return drawn;
    }

    private static string Said(string text) => Saying.Of(new SourceText("a.svg", text), (source, diagnostics) => Assert.Null(SafeSvg.Inline(source, "f", diagnostics)));
}
