using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Markup;

namespace Her2Gen.Tests.Markup;

/// <summary>Nothing that an SVG file holds can run, load or restyle the page that it is put into.</summary>
public sealed class HostileSvgTests
{
    private const string Start = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:h='http://www.w3.org/1999/xhtml'";

    // What each vector says, with the text that it points at.
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["<script>alert(1)</script>"] = "1: `script` runs in the page <<script>",
        ["<s:script xmlns:s='http://www.w3.org/2000/svg' xlink:href='data:,x'/>"] = "1: `script` runs in the page <<s:script>",
        ["<SCRIPT>alert(1)</SCRIPT>"] = "1: `SCRIPT` is not on the list of elements that draw and can do no harm <<SCRIPT>",
        ["<foreignObject><h:p/></foreignObject>"] = "1: `foreignObject` holds HTML <<foreignObject>",
        ["<h:script>alert(1)</h:script>"] = "1: `h:script` is HTML <<h:script>",
        ["<title><h:img src='x' onerror='a'/></title>"] = "8: `h:img` is HTML <<h:img>",
        ["<title><g/></title>"] = "8: `title` holds an element: `g` <<g>",
        ["<style>*{display:none}</style>"] = "1: `style` would restyle the whole page <<style>",
        ["<style>@import url(http://x/);</style>"] = "1: `style` would restyle the whole page <<style>",
        ["<a href='http://x/'><g/></a>"] = "1: `a` leads away from the page, or runs <<a>",
        ["<a xlink:href='javascript:alert(1)'/>"] = "1: `a` leads away from the page, or runs <<a>",
        ["<image href='http://x/a.png'/>"] = "1: `image` loads another file <<image>",
        ["<feImage href='http://x/a.png'/>"] = "1: `feImage` loads another file <<feImage>",
        ["<animate attributeName='href' values='javascript:alert(1)'/>"] = "1: `animate` changes the figure while it is read <<animate>",
        ["<set attributeName='onclick' to='alert(1)'/>"] = "1: `set` changes the figure while it is read <<set>",
        ["<animateTransform/>"] = "1: `animateTransform` changes the figure while it is read <<animateTransform>",
        ["<iframe src='http://x/'/>"] = "1: `iframe` is not on the list of elements that draw and can do no harm <<iframe>",
        ["<handler>alert(1)</handler>"] = "1: `handler` is not on the list of elements that draw and can do no harm <<handler>",
        ["<font-face-uri/>"] = "1: `font-face-uri` is not on the list of elements that draw and can do no harm <<font-face-uri>",
        ["<g onclick='alert(1)'/>"] = "4: `onclick` runs a script <onclick>",
        ["<g ONLOAD='alert(1)'/>"] = "4: `ONLOAD` runs a script <ONLOAD>",
        ["<g onbegin='alert(1)'/>"] = "4: `onbegin` runs a script <onbegin>",
        ["<use href='javascript:alert(1)'/>"] = "6: `javascript:alert(1)` leads out of the file <href>",
        ["<use href=' JAVA&#10;script:alert(1)'/>"] = "6: `JAVA script:alert(1)` leads out of the file <href>",
        ["<use xlink:href='data:image/svg+xml,&lt;svg/>#a'/>"] = "6: `data:image/svg+xml,<svg/>#a` leads out of the file <xlink:href>",
        ["<use href='http://x/a.svg#a'/>"] = "6: `http://x/a.svg#a` leads out of the file <href>",
        ["<use href='//x/a.svg#a'/>"] = "6: `//x/a.svg#a` leads out of the file <href>",
        ["<use href='a.svg#a'/>"] = "6: `a.svg#a` leads out of the file <href>",
        ["<use href='#'/>"] = "6: `#` leads out of the file <href>",
        ["<use href=''/>"] = "6: `` leads out of the file <href>",
        ["<linearGradient href='http://x/a.svg#a'/>"] = "17: `http://x/a.svg#a` leads out of the file <href>",
        ["<g fill='url(http://x/)'/>"] = "4: `url(http://x/)` leads out of the file <fill>",
        ["<g fill='url( \"http://x/#a\" )'/>"] = "4: `url( \"http://x/#a\" )` leads out of the file <fill>",
        ["<g filter='blur(1px) URL(a.svg#b)'/>"] = "4: `blur(1px) URL(a.svg#b)` leads out of the file <filter>",
        ["<g fill='url(#a'/>"] = "4: `url(#a` leads out of the file <fill>",
        ["<g fill='url(#a b)'/>"] = "4: `url(#a b)` leads out of the file <fill>",
        ["<g fill=\"url('#a\" />"] = "4: `url('#a` leads out of the file <fill>",
        ["<g fill='url(#)'/>"] = "4: `url(#)` leads out of the file <fill>",
        ["<g mask='u\\72l(http://x/)'/>"] = "4: a `\\` could hide what is loaded <mask>",
        ["<g mask='url(#\\29 url(http://x/))'/>"] = "4: `url(#\\29 url(http://x/))` leads out of the file <mask>",
        ["<g mask=\"/*'*/url(http://x/)/*'*/\"/>"] = "4: a comment could hide what is loaded <mask>",
        ["<g mask=\"'&#10;url(http://x/)'\"/>"] = "4: a text in quotes is not closed, or holds a `\\` or a line break <mask>",
        ["<g mask=\"'\\' url(http://x/)\"/>"] = "4: a text in quotes is not closed, or holds a `\\` or a line break <mask>",
        ["<g mask='image-set(\"http://x/\" 1x)'/>"] = "4: `image-set(…)` is not on the list of functions that load nothing <mask>",
        ["<g mask='src(\"http://x/\")'/>"] = "4: `src(…)` is not on the list of functions that load nothing <mask>",
        ["<g fill='éurl(http://x/)'/>"] = "4: `éurl(…)` is not on the list of functions that load nothing <fill>",
        ["<g style='fill:url(http://x/)'/>"] = "4: `url(http://x/)` leads out of the file <style>",
        ["<g style='fill:red;background:url(http://x/)'/>"] = "4: `background:url(http://x/)` is not a property that SVG has as an attribute <style>",
        ["<g style='@import url(http://x/);fill:red'/>"] = "4: `@import url(http://x/)` is not a property that SVG has as an attribute <style>",
        ["<g style='position:fixed'/>"] = "4: `position:fixed` is not a property that SVG has as an attribute <style>",
        ["<g style='--a:url(http://x/)'/>"] = "4: `--a:url(http://x/)` is not a property that SVG has as an attribute <style>",
        ["<g style='f\\69ll:red'/>"] = "4: `f\\69ll:red` is not a property that SVG has as an attribute <style>",
        ["<g style='transform:scale(9)'/>"] = "4: `transform:scale(9)` is not a property that SVG has as an attribute <style>",
    };

    public static TheoryData<string> Vectors => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_is_refused_where_it_stands(string vector) => Assert.Equal(
        "a.svg:2:" + Refused[vector].Insert(Refused[vector].IndexOf(": ", StringComparison.Ordinal) + 2, "error HG323 svg-unsafe: "),
        Said($"{Start}>\n{vector}\n</svg>"));

    [Theory]
    [InlineData(" onload='alert(1)'", "a.svg:1:123: error HG323 svg-unsafe: `onload` runs a script <onload>")]
    [InlineData(" transform='scale(9)'", "a.svg:1:123: error HG323 svg-unsafe: a `transform` of the outermost `svg` could lay it over the page <transform>")]
    [InlineData(" style='inset:1px'", "a.svg:1:123: error HG323 svg-unsafe: `inset:1px` is not a property that SVG has as an attribute <style>")]
    public void The_outermost_element_is_no_exception(string attribute, string expected) => Assert.Equal(expected, Said($"{Start}{attribute}/>"));

    [Fact]
    public void One_run_reports_everything() => Assert.Equal(
        """
        a.svg:2:1: error HG323 svg-unsafe: `a` leads away from the page, or runs <<a>
        a.svg:2:4: error HG323 svg-unsafe: `image` loads another file <<image>
        a.svg:2:11: error HG323 svg-unsafe: `onload` runs a script <onload>
        a.svg:3:15: error HG501 duplicate-id: id `b` stands already at a.svg:3:4 <id>
        a.svg:4:4: error HG402 fragment-missing: the file has no id `c` <fill>
        a.svg:4:19: error HG402 fragment-missing: the file has no id `d` <style>
        a.svg:5:6: error HG402 fragment-missing: the file has no id `e` <xlink:href>
        a.svg:5:22: error HG402 fragment-missing: the file has no id `f` <aria-labelledby>
        """,
        Said($"{Start}>\n<a><image onload=''/></a>\n<g id='b'/><g id='b'/>\n<g fill='url(#c)' style='stroke:url(#d)'/>\n<use xlink:href='#e' aria-labelledby='b f'/></svg>"));

    [Theory]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>")]
    [InlineData("<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY % a 'b'> %a;]>")]
    public void A_document_type_is_refused(string type) => Assert.Equal(
        "a.svg:3:2: error HG323 svg-unsafe: a document type could load another file, or grow without end <<!DOCTYPE>",
        Said($"<?xml version='1.0'?>\n<!-- - > -->\n {type}\n{Start}>&c;</svg>"));

    [Fact]
    public void A_billion_copies_are_refused() => Assert.Equal(
        "a.svg:9:17: error HG323 svg-unsafe: its parts draw one another more than 1000000 times <href>",
        Said($"{Start}>\n<g id='a0'><path/></g>\n{string.Concat(Enumerable.Range(1, 9).Select(i => $"<g id='a{i}'>{string.Concat(Enumerable.Repeat($"<use href='#a{i - 1}'/>", 10))}</g>\n"))}</svg>"));

    [Theory]
    [InlineData("<g id='a'><use href='#a'/></g>", "a.svg:2:16: error HG323 svg-unsafe: to draw `a` would never end <href>")]
    [InlineData("<pattern id='a'><g fill='url(#b)'/></pattern><pattern id='b' href='#a'/>", "a.svg:2:20: error HG323 svg-unsafe: to draw `b` would never end <fill>")]
    public void What_draws_itself_is_refused(string inside, string expected) => Assert.Equal(expected, Said($"{Start}>\n{inside}</svg>"));

    [Fact]
    public void Many_copies_of_a_small_part_are_drawn() =>
        Assert.NotNull(SafeSvg.Inline(new SourceText("a.svg", $"{Start}><g id='a'><path/></g>{string.Concat(Enumerable.Repeat("<use href='#a'/>", 100_000))}</svg>"), "f", new DiagnosticBag()));

    [Fact]
    public void A_long_chain_of_copies_is_counted() => Assert.Equal(
        "a.svg:1:1: error HG323 svg-unsafe: its parts draw one another more than 1000000 times <>",
        Said($"{Start}>\n<g id='a0'/>{string.Concat(Enumerable.Range(1, 50_000).Select(i => $"<use id='a{i}' href='#a{i - 1}'/>"))}</svg>"));

    [Theory]
    [InlineData(99, "")]
    [InlineData(100, "a.svg:101:1: error HG324 image-unreadable: nested deeper than 100 levels <<g>")]
    [InlineData(10_000, "a.svg:101:1: error HG324 image-unreadable: nested deeper than 100 levels <<g>")]
    public void A_tower_is_refused(int levels, string expected)
    {
        string text = $"{Start}>{string.Concat(Enumerable.Repeat("\n<g>", levels))}{string.Concat(Enumerable.Repeat("</g>", levels))}</svg>";
        Assert.Equal(expected, Saying.Of(new SourceText("a.svg", text), (source, diagnostics) => SafeSvg.Inline(source, "f", diagnostics)));
    }

    [Fact]
    public void A_tower_of_what_is_left_out_is_left_out() => Assert.Equal(
        "<svg role=\"img\"></svg>",
        SafeSvg.Inline(new SourceText("a.svg", $"{Start}><metadata>{string.Concat(Enumerable.Repeat("<g>", 10_000))}{string.Concat(Enumerable.Repeat("</g>", 10_000))}</metadata></svg>"), "f", new DiagnosticBag()));

    [Theory]
    [InlineData("<g {0}/>")]
    [InlineData("<g style=\"{0}\"/>")]
    [InlineData("<g fill=\"{0}\"/>")]
    public void What_is_long_takes_no_longer_than_its_length(string pattern)
    {
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string piece in (string[])["(", "url(", "url(#a) ", "'", ";", "a:", "a", "*", ":;", "rgb("])
            SafeSvg.Inline(new SourceText("a.svg", $"{Start}>{pattern.Replace("{0}", string.Concat(Enumerable.Repeat(piece, 200_000)), StringComparison.Ordinal)}</svg>"), "f", new DiagnosticBag());
        SafeSvg.Inline(new SourceText("a.svg", $"{Start}>{pattern.Replace("{0}", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}='x' ")), StringComparison.Ordinal)}</svg>"), "f", new DiagnosticBag());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void What_is_drawn_holds_nothing_live_when_a_page_reads_it()
    {
        string[] pieces =
        [
            .. Refused.Keys, "<title>", "</title>", "<desc>", "</desc>", "<text>", "</text>", "<g>", "</g>", "&lt;script>alert(1)&lt;/script>", "&lt;/svg>", "&lt;/title>", "<![CDATA[<img src=x onerror=alert(1)>]]>", "&amp;lt;script>", "--&gt;",
            "<g id='a'/>", "<g id='\"&gt;&lt;script&gt;'/>", "<g aria-label='&quot;>&lt;script>'/>", "<g fill='&quot;&gt;&quot;'/>", "<use href='#a'/>", "<p xmlns='urn:p'/>", "<g class='x'/>", "<!-- --!><script> -->", "<?a <script> ?>",
        ];
        int drawn = 0;
        Gen.OneOf(pieces).Array[0, 4].Sample(parts =>
        {
            if (SafeSvg.Inline(new SourceText("a.svg", $"{Start}>{string.Concat(parts)}</svg>"), "f", new DiagnosticBag()) is not { } svg) return;
            Interlocked.Increment(ref drawn);
            IElement body = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{svg}<p>after</p>").Body ?? throw new InvalidOperationException();
            // Nothing broke out: the figure and what stands behind it are all there is.
            Assert.Equal(["svg", "p"], body.Children.Select(child => child.LocalName));
            Assert.All(body.Children[0].GetElementsByTagName("*").Append(body.Children[0]), element =>
            {
                Assert.Equal("http://www.w3.org/2000/svg", element.NamespaceUri);
                Assert.DoesNotContain(element.LocalName, (string[])["script", "style", "foreignObject", "a", "image", "set", "animate"]);
                Assert.All(element.Attributes, attribute =>
                {
                    Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "class" or "src");
                    if (attribute.Name is "href") Assert.StartsWith("#f-", attribute.Value);
                    if (attribute.Name is "id") Assert.StartsWith("f-", attribute.Value);
                });
            });
        }, iter: 5000);
        Assert.InRange(drawn, 100, 5000);
    }

    private static string Said(string text) => Saying.Of(new SourceText("a.svg", text), (source, diagnostics) => Assert.Null(SafeSvg.Inline(source, "f", diagnostics)));
}
