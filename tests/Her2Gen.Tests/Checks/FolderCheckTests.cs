using System.Text;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>The checks over any folder: what is wrong is told at the HTML's own line and column, and a sound page says nothing.</summary>
public sealed class FolderCheckTests
{
    // Each page starts with this line, so that a case speaks of one thing only, from line 2 on.
    private const string Head = "<!DOCTYPE html><html lang='en'><title>{0}</title><meta name='description' content='Words'>{1}<main><h1>One</h1>\n";

    /// <summary>A folder in one text: <c>path: content</c>, one file a line.</summary>
    private static FileTree Folder(params IReadOnlyList<string> files)
    {
        (string Path, string Text)[] written = [.. files.Select(file => file.Split(": ", 2)).Select(parts => (parts[0], parts[1]))];
        // The home page leads to every other one.
        string links = string.Concat(written.Select(file => file.Path).Where(path => path.EndsWith(".html", StringComparison.Ordinal) && path != "index.html")
            .Select(path => $"<a href='{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}'>{path}</a>"));
        return new FileTree(written.Select(file =>
        {
            bool isBare = file.Path.EndsWith(".html", StringComparison.Ordinal) && !file.Text.StartsWith("<!DOCTYPE", StringComparison.Ordinal);
            string head = Head.Replace("{0}", file.Path, StringComparison.Ordinal).Replace("{1}", file.Path == "index.html" ? links : "", StringComparison.Ordinal);
            return KeyValuePair.Create(FilePath.Parse(file.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes((isBare ? head : "") + file.Text));
        }));
    }

    private static string Said(FileTree files, string basePath = "/")
    {
        DiagnosticBag diagnostics = new();
        SiteChecker.Check(files, SourceMap.Empty, new SiteAddress(null, basePath, null), diagnostics);
        return string.Join('\n', diagnostics.Sorted());
    }

    private static void Expect(string said, params string[] files) => Assert.Equal(said, Said(Folder(files)));

    [Theory]
    [InlineData("<a href='#x'>x</a>", "2:10: error HG402 fragment-missing: `index.html` has no `x`")]
    [InlineData("<a id=y href=#x>x</a>", "2:14: error HG402 fragment-missing: `index.html` has no `x`")]
    [InlineData("<a\n  href = \"#x\">x</a>", "3:11: error HG402 fragment-missing: `index.html` has no `x`")]
    [InlineData("<a href='b.html#x'>x</a>", "2:10: error HG402 fragment-missing: `b.html` has no `x`")]
    [InlineData("<a href='b.html?q#x'>x</a>", "2:10: error HG402 fragment-missing: `b.html` has no `x`")]
    [InlineData("<a href='#B'>x</a><p id=b>", "2:10: error HG402 fragment-missing: `index.html` has no `B`")]
    [InlineData("<a href='#%C3%BC'>x</a><p id=u>", "2:10: error HG402 fragment-missing: `index.html` has no `ü`")]
    [InlineData("<a href='#t'>x</a><template><p id=t></p></template>", "2:10: error HG402 fragment-missing: `index.html` has no `t`")]
    [InlineData("<a href='#t'>x</a><!-- <p id=t> -->", "2:10: error HG402 fragment-missing: `index.html` has no `t`")]
    [InlineData("<a href='#t'>x</a><p name=t>", "2:10: error HG402 fragment-missing: `index.html` has no `t`")]
    [InlineData("<a href='#x:~:text=a'>x</a>", "2:10: error HG402 fragment-missing: `index.html` has no `x`")]
    [InlineData("<a href='c.html'>x</a>", "2:10: error HG401 link-target-missing: no file `c.html`")]
    [InlineData("<img alt='' src=c.png>", "2:17: error HG408 asset-missing: no file `c.png`")]
    [InlineData("<img alt='' width=1 height=1 srcset='aaa.png 2x, a.png 3x'><img alt='' width=1 height=1 src=aaa.png>", "2:38: error HG408 asset-missing: no file `aaa.png`\nindex.html:2:50: error HG408 asset-missing: no file `a.png`")]
    [InlineData("<p id=a aria-describedby='aab a ab'>", "2:27: error HG514 idref-missing: `aria-describedby` names `aab`, which `index.html` does not have\nindex.html:2:33: error HG514 idref-missing: `aria-describedby` names `ab`, which `index.html` does not have")]
    [InlineData("<script src='c.js'></script>", "2:14: error HG408 asset-missing: no file `c.js`")]
    [InlineData("<link rel=icon href=c.ico>", "2:21: error HG408 asset-missing: no file `c.ico`")]
    [InlineData("<video poster=c.png></video>", "2:15: error HG408 asset-missing: no file `c.png`")]
    [InlineData("<object data=c.pdf></object>", "2:14: error HG408 asset-missing: no file `c.pdf`")]
    [InlineData("<a href='sub/'>x</a>", "2:10: error HG401 link-target-missing: no file `sub/index.html`")]
    [InlineData("<a href='a&amp;b.html'>x</a>", "2:10: error HG401 link-target-missing: no file `a&b.html`")]
    [InlineData("<a href='B.html'>x</a>", "2:10: error HG403 path-case-mismatch: `B.html` is written `b.html`")]
    [InlineData("<a href='DIR/'>x</a>", "2:10: error HG403 path-case-mismatch: `DIR/index.html` is written `dir/index.html`")]
    [InlineData("<a href='../b.html'>x</a>", "2:10: error HG404 link-escapes-root: `../b.html` climbs out of the site")]
    [InlineData("<a href='%2E%2E/b.html'>x</a>", "2:10: error HG404 link-escapes-root: `%2E%2E/b.html` climbs out of the site")]
    [InlineData("<a href='a%ZZ'>x</a>", "2:10: error HG405 url-malformed: `a%ZZ` is not an address")]
    [InlineData("<a href='#%Z'>x</a>", "2:10: error HG405 url-malformed: `#%Z` is not an address")]
    [InlineData("<a href='dir\\b'>x</a>", "2:10: error HG405 url-malformed: `dir\\b` is not an address")]
    [InlineData("<a href='dir%5Cb'>x</a>", "2:10: error HG405 url-malformed: `dir%5Cb` is not an address")]
    [InlineData("<a href='%00'>x</a>", "2:10: error HG405 url-malformed: `%00` is not an address")]
    [InlineData("<a href='javascript:x()'>x</a>", "2:10: error HG406 unsafe-url-scheme: `javascript:` address")]
    [InlineData("<a href=' jAva\tscript:x()'>x</a>", "2:10: error HG406 unsafe-url-scheme: `javascript:` address")]
    [InlineData("<a href='&#13;java&#13;script&colon;x()'>x</a>", "2:10: error HG406 unsafe-url-scheme: `javascript:` address")]
    [InlineData("<a href='&#1;javascript:x()'>x</a>", "2:10: error HG406 unsafe-url-scheme: `javascript:` address")]
    [InlineData("<a href='vbscript:x'>x</a>", "2:10: error HG406 unsafe-url-scheme: `vbscript:` address")]
    [InlineData("<iframe src='DATA:Text/HTML,x' title=x></iframe>", "2:14: error HG406 unsafe-url-scheme: `data:` address")]
    [InlineData("<iframe src='data: text/html,x' title=x></iframe>", "2:14: error HG406 unsafe-url-scheme: `data:` address")]
    [InlineData("<p id=a><p id='a'>", "2:16: error HG501 duplicate-id: id `a` stands already at index.html:2:7")]
    [InlineData("<h3>x</h3>", "2:1: warning HG502 heading-level-skipped: heading jumps from level 1 to level 3")]
    [InlineData("<h1>x</h1>", "2:1: warning HG503 heading-one-count: a second first-level heading; the first is at index.html:1:174")]
    [InlineData("<img src=p.png width=7 height=5>", "2:1: error HG504 image-alt-missing: image without `alt`")]
    [InlineData("<a href=b.html></a>", "2:1: error HG505 link-name-missing: link without text")]
    [InlineData("<a href=b.html> <img src=p.png alt='' width=7 height=5> </a>", "2:1: error HG505 link-name-missing: link without text")]
    [InlineData("<a href='#'>x</a>", "2:10: warning HG419 insecure-link: `#` leads nowhere but to the top")]
    [InlineData("<a href='dir'>x</a>", "2:10: warning HG419 insecure-link: `dir` leads to a folder without `/` at its end")]
    [InlineData("<a href='//example.org'>x</a>", "2:10: warning HG419 insecure-link: `//example.org` has no scheme")]
    [InlineData("<script src='//example.org/a.js' integrity=x></script>", "2:14: error HG413 mixed-content: `//example.org/a.js` is loaded by whatever scheme the page has")]
    [InlineData("<a>x</a>", "2:1: warning HG420 link-without-href: an `a` element that leads nowhere and is no place")]
    [InlineData("<link rel=stylesheet>", "2:1: error HG414 link-href-missing: a `link` element without `href`")]
    [InlineData("<img src=p.png alt=' ' width=7 height=5>", "2:1: warning HG515 image-alt-text: an `alt` of nothing but white space")]
    [InlineData("<button></button>", "2:1: error HG505 link-name-missing: button without text")]
    [InlineData("<a href='https://a b/'>x</a>", "2:10: error HG405 url-malformed: `https://a b/` is not an address")]
    [InlineData("<a href='https:///b'>x</a>", "2:10: error HG405 url-malformed: `https:///b` is not an address")]
    [InlineData("<a href='https://a:70000/'>x</a>", "2:10: error HG405 url-malformed: `https://a:70000/` is not an address")]
    [InlineData("<a href='https://doi.org/10.1000/a.'>x</a>", "2:10: error HG328 doi-malformed: `10.1000/a.` is no DOI: `.` at its end is the sentence's")]
    [InlineData("<a href='http://dx.doi.org/10.1000/a'>x</a>", "2:10: error HG328 doi-malformed: `http://dx.doi.org/` is not where DOIs are resolved")]
    [InlineData("<a href='https://doi.org/10.1000/a&lt;b'>x</a>", "2:10: warning HG329 doi-unusual: `10.1000/a<b` has signs that few DOIs have")]
    [InlineData("<a href='https://pubmed.ncbi.nlm.nih.gov/PMC1/'>x</a>", "2:10: error HG305 identifier-malformed: `PMC1` is no PMID: that is one to eight digits")]
    [InlineData("<a href='https://portal.issn.org/resource/ISSN/0028-4794'>x</a>", "2:10: error HG305 identifier-malformed: `0028-4794` is no ISSN: that is four digits, a hyphen, and four more, the last computed from the others")]
    [InlineData("<nav>a</nav><nav aria-label=b>b</nav>", "2:1: warning HG521 landmark-main: one of several navigations has no name")]
    [InlineData("<table><tr><td>1</table>", "2:1: warning HG519 table-header-missing: a table without a header cell")]
    [InlineData("<input>", "2:1: error HG520 control-label-missing: `input` without a label")]
    [InlineData("<img alt='' src=p.png usemap=#m width=7 height=5>", "2:31: error HG514 idref-missing: `usemap` names `m`, which `index.html` does not have")]
    [InlineData("<p>Text [object Object]</p>", "2:9: error HG513 template-leftover: `[object Object]` in the text of the page")]
    [InlineData("<a href=b.html><svg><path d=M0/></svg></a>", "2:1: error HG505 link-name-missing: link without text")]
    public void A_fault_is_told_at_its_line_and_column(string html, string said) =>
        Expect("index.html:" + said, "index.html: " + html, "b.html: Text", "dir/index.html: Text", "p.png: x");

    [Theory]
    [InlineData("<a href='#x'>x</a><p id=x>")]
    [InlineData("<a href='#x'>x</a><a name=x></a>")]
    [InlineData("<a href='#top'>x</a><a href='#TOP'>x</a><a href=''>x</a><a href='?a=%ZZ'>x</a>")]
    [InlineData("<a href='#:~:text=a'>x</a><a href='b.html#:~:text=a'>x</a><a href='#x:~:text=a,b'>x</a><p id=x>")]
    [InlineData("<a href='#%C3%BC'>x</a><a href='#ü'>x</a><p id=ü>")]
    [InlineData("<a href='#a%20b'>x</a><p id='a b'><a href='#50%25'>x</a><p id='50%'>")]
    [InlineData("<a href='#%41'>x</a><p id='%41'>")]
    [InlineData("<a href='b.html?a=1&amp;b=2#y'>x</a><a href='./b.html'>x</a><a href='dir/../b.html'>x</a><a href='/b.html'>x</a>")]
    [InlineData("<a href='dir/'>x</a><a href='.'>x</a><a href='./'>x</a><a href='/'>x</a><a href='dir/#y'>x</a>")]
    [InlineData("<a href='%C3%BC%20a.html'>x</a><a href='ü a.html'>x</a><a href=' b.html\n'>x</a><a href='a&amp;amp.html'>x</a>")]
    [InlineData("<a href='https://example.org/%ZZ'>x</a><a href='mailto:a@b'>x</a><img alt='' src='data:image/png,x' width=7 height=5>")]
    [InlineData("<template><a href='none.html'></a><img src=n><p id=a><p id=a><h4></h4></template>")]
    [InlineData("<!-- <a href='none.html'></a> <p id=a><p id=a> -->")]
    [InlineData("<script>'<a href=none.html></a><img src=n>'</script><style>/* <a href=none.html> */</style><textarea title=x><a href=none.html></textarea>")]
    [InlineData("<svg><title>x</title><a href=#x><text>x</text></a><style>a{}</style></svg><p id=x>")]
    [InlineData("<a href=b.html><svg><title>Home</title></svg></a><a href=b.html><img src=p.png alt=Home width=7 height=5></a>")]
    [InlineData("<a href=b.html aria-label=Home></a><a href=b.html title=Home></a><a href=b.html><svg aria-label=Home></svg></a><a id=z></a>")]
    [InlineData("<img src=p.png alt='' width=7 height=5><img src=p.png alt width=7 height=5>")]
    [InlineData("<link rel=preconnect href=none><link rel=dns-prefetch href=none><base target=_top>")]
    [InlineData("<h2>x</h2><h3>x</h3><h2>x</h2>")]
    [InlineData("<a id=p></a><a name=q></a><a role=link aria-disabled=true>x</a><a href='https://doi.org/'>DOI</a><a href='https://doi.org/10.1000/a(b)'>doi:10.1000/A(b)</a>")]
    [InlineData("<a href='https://portal.issn.org/resource/ISSN/0028-4793'>x</a><a href='https://pubmed.ncbi.nlm.nih.gov/?term=a'>x</a><a href='https://orcid.org/'>x</a>")]
    [InlineData("<label>A <input></label><input type=hidden><input type=submit><input aria-label=b><button aria-label=c></button><button>d</button><select title=e></select>")]
    [InlineData("<table role=presentation><tr><td>1</table><table><tr><th>a<tr><td>1</table><nav>a</nav><iframe src=b.html title=x></iframe><p>An undefined word, {one} and ${1}.</p>")]
    [InlineData("<style>p{background:url(p.png)}/* url(n.png) */p::after{content:'url(n.png)'}</style><p style='background:url(\"p.png\")'>x</p><svg><defs><path id=z></path></defs><use href=#z></use></svg>")]
    [InlineData("<a href='mailto:a@b.org,c@d.org?subject=x'>x</a><a href='tel:+1-201-555-0123;ext=7'>x</a><a href='mailto:?to=a@b.org'>x</a>")]
    public void A_sound_page_says_nothing(string html) =>
        Expect("", "index.html: " + html, "b.html: <p id=y>", "dir/index.html: <p id=y>", "ü a.html: Text", "a&amp.html: Text", "p.png: x");

    [Theory]
    [InlineData("<!DOCTYPE html><title>T</title><meta name=description content=D><main><h1>x</h1>", "1:1: error HG506 page-lang-missing: `index.html` has no `lang` on its html element")]
    [InlineData("<!DOCTYPE html><html lang=english><title>T</title><meta name=description content=D><main><h1>x</h1>", "1:16: error HG506 page-lang-missing: `english` is not a language tag")]
    [InlineData("<!DOCTYPE html><html lang=en><title> </title><meta name=description content=D><main><h1>x</h1>", "1:30: error HG507 page-title: `index.html` has no title")]
    [InlineData("<!DOCTYPE html><html lang=en><svg><title>T</title></svg><meta name=description content=D><main><h1>x</h1>", "1:16: error HG507 page-title: `index.html` has no title")]
    [InlineData("<!DOCTYPE html><html lang=en><title>T</title><meta name=description content=' '><main><h1>x</h1>", "1:16: warning HG508 page-description: `index.html` has no description")]
    [InlineData("<!DOCTYPE html><html lang=en><title>T</title><meta name=description content=D><main>", "1:16: warning HG503 heading-one-count: `index.html` has no h1")]
    public void A_page_names_its_language_itself_and_its_subject(string html, string said) => Expect("index.html:" + said, "index.html: " + html);

    [Fact]
    public void Two_pages_do_not_share_a_title()
    {
        string page = Head.Replace("{0}", "T", StringComparison.Ordinal);
        Expect("b.html:1:32: warning HG510 page-title-shared: `a.html` has the title `T` too", "a.html: " + page, "b.html: " + page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.txt: x")]
    public void A_folder_without_pages_is_never_sound(string file) =>
        Assert.Equal(".:1:1: error HG116 checked-nothing: there is no HTML page", Said(Folder(file.Length > 0 ? [file] : [])));

    [Theory]
    [InlineData("<a href='/base/b.html'>x</a><a href='/base/'>x</a><a href='b.html'>x</a>", "")]
    [InlineData("<a href='/b.html'>x</a>", "index.html:2:10: error HG407 base-path-ignored: `/b.html` is outside `/base/`, where the site is published")]
    [InlineData("<a href='/base/c.html'>x</a>", "index.html:2:10: error HG401 link-target-missing: no file `c.html`")]
    [InlineData("<a href='/base/../b.html'>x</a>", "index.html:2:10: error HG404 link-escapes-root: `/base/../b.html` climbs out of the site")]
    public void A_root_relative_address_starts_with_the_base_path(string html, string said) =>
        Assert.Equal(said, Said(Folder("index.html: " + html, "b.html: Text"), "/base/"));

    [Fact]
    public void A_page_in_a_folder_links_from_there() => Expect(
        "dir/a.html:2:39: error HG401 link-target-missing: no file `dir/index.html`",
        "index.html: Text", "dir/a.html: <a href='../index.html'>x</a><a href='index.html'>x</a>");

    [Fact]
    public void Every_fault_of_every_page_is_told_in_order() => Expect(
        """
        a.html:2:9: error HG402 fragment-missing: `a.html` has no `x`
        a.html:2:25: error HG401 link-target-missing: no file `y`
        b.html:2:1: error HG504 image-alt-missing: image without `alt`
        b.html:2:10: error HG408 asset-missing: no file `n.png`
        """,
        "b.html: <img src=n.png>", "a.html: <a href=#x>x</a><a href=y>x</a>");
}
