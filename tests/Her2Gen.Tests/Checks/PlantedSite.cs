using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>A defect that is put into a sound site.</summary>
/// <param name="Class">What kind it is.</param>
/// <param name="Rule">The id of the rule that must find it.</param>
/// <param name="File">Where it is put.</param>
/// <param name="Sound">What stands there in the sound site.</param>
/// <param name="Planted">What is put there; <c>¦</c> marks the column that must be told, and is not written.</param>
public sealed record Plant(string Class, string Rule, string File, string Sound, string Planted)
{
    public override string ToString() => Class;
}

/// <summary>A site of many pages that nothing is wrong with, full of what other checkers take for defects; and the defects to plant in it.</summary>
internal static class PlantedSite
{
    public const string Address = "https://example.org/review/";

    private const string StyleSheet = "@import \"print.css\";\n/* url(none.png) */\n@font-face{font-family:S;src:url(fonts/s.woff2)}\nbody::before{content:\"url(none.png)\"}\nmain{background:url('../img/paper.png')}\n";

    private static readonly string[] Others = ["", "about.html", "de.html", "a%20b.html", "dir/"];

    // A text about templates, and none that was left undone.
    private const string Example = "{{ code }}";

    private static readonly string[] Words =
        ["antibody", "trial", "patients", "survival", "receptor", "interval", "hazard", "dose", "analysis", "response", "adjuvant", "treatment", "tumor", "growth", "signal", "immune", "cell", "evidence"];

    /// <summary>One defect for each class of the brief's tables, and for each rule of its list that has a class of its own.</summary>
    public static readonly IReadOnlyList<Plant> Plants =
    [
        new("missing-file", "HG401", PageName(3), "<a href=\"p4.html\">next</a>", "<a href=\"¦p4x.html\">next</a>"),
        new("missing-fragment-other-page", "HG402", PageName(4), "href=\"p5.html#methods\"", "href=\"¦p5.html#method\""),
        new("missing-fragment-same-page", "HG402", PageName(5), "href=\"#results\"", "href=\"¦#result\""),
        new("wrong-case-path", "HG403", PageName(6), "<a href=\"p7.html\">next</a>", "<a href=\"¦P7.html\">next</a>"),
        new("escapes-root", "HG404", PageName(7), "href=\"../about.html\"", "href=\"¦../../../outside.html\""),
        new("srcset-candidate-missing", "HG408", PageName(8), "../img/fig.png 1x, ../img/fig2.png 2x", "../img/fig.png 1x, ¦../img/fig3.png 2x"),
        new("video-poster-missing", "HG408", PageName(9), "poster=\"../img/fig.png\"", "poster=\"¦../img/poster.png\""),
        new("css-url-missing", "HG409", "css/style.css", "url('../img/paper.png')", "url('¦../img/paper2.png')"),
        new("css-import-missing", "HG409", "css/print.css", "/* nothing */", "@import '¦more.css';"),
        new("og-image-missing", "HG410", PageName(10), "og:image\" content=\"https://example.org/review/img/fig.png\"", "og:image\" content=\"¦https://example.org/review/img/card.png\""),
        new("canonical-missing", "HG410", PageName(11), "rel=\"canonical\" href=\"https://example.org/review/pages/p11.html\"", "rel=\"canonical\" href=\"¦https://example.org/review/pages/p11b.html\""),
        new("sitemap-entry-missing", "HG410", "sitemap.xml", "<loc>https://example.org/review/about.html</loc>", "<loc>https://example.org/review/about.html</loc></url><url><loc>¦https://example.org/review/gone.html</loc>"),
        new("feed-entry-missing", "HG410", "feed.xml", "<link href=\"https://example.org/review/pages/p2.html\"/>", "<link href=\"¦https://example.org/review/pages/q2.html\"/>"),
        new("duplicate-id", "HG501", PageName(12), "<p id=\"two\">", "<p id=\"¦one\">"),
        new("aria-idref-missing", "HG514", PageName(13), "aria-describedby=\"one two\"", "aria-describedby=\"one ¦twoo\""),
        new("heading-skip", "HG502", PageName(14), "<h3 id=\"sub\">Sub</h3>", "¦<h4 id=\"sub\">Sub</h4>"),
        new("img-alt-missing", "HG504", PageName(15), "<img src=\"../img/fig.png\" alt=\"A plot\" width=\"7\" height=\"5\">", "¦<img src=\"../img/fig.png\" width=\"7\" height=\"5\">"),
        new("empty-link", "HG505", PageName(16), "<a href=\"../about.html\">about</a>", "¦<a href=\"../about.html\"> </a>"),
        new("mixed-content", "HG413", PageName(17), "<img src=\"../img/fig.png\" alt=\"\" width=\"7\" height=\"5\">", "<img src=\"¦http://example.net/fig.png\" alt=\"\" width=\"7\" height=\"5\">"),
        new("sri-mismatch", "HG411", PageName(18), "integrity=\"{sri}\"", "integrity=\"¦sha384-AAAA\""),
        new("jsonld-url-missing", "HG410", PageName(19), "\"image\":\"https://example.org/review/img/fig.png\"", "\"image\":\"¦https://example.org/review/img/none.png\""),
        new("mailto-invalid", "HG418", PageName(20), "href=\"mailto:desk@example.org?subject=A%20b\"", "href=\"¦mailto:desk.example.org\""),
        new("iframe-title-missing", "HG518", PageName(21), "<iframe src=\"../about.html\" title=\"About\">", "¦<iframe src=\"../about.html\">"),
        new("label-for-missing", "HG514", PageName(22), "<label for=\"q\">", "<label for=\"¦qq\">"),
        new("hreflang-missing", "HG410", PageName(23), "hreflang=\"de\" href=\"https://example.org/review/de.html\"", "hreflang=\"de\" href=\"¦https://example.org/review/at.html\""),
        new("meta-refresh-missing", "HG401", "old.html", "content=\"0; url=about.html\"", "content=\"0; url=¦abut.html\""),
        new("manifest-icon-missing", "HG408", "site.webmanifest", "\"src\":\"img/fig.png\"", "\"src\":\"¦img/icon.png\""),
        new("preload-missing", "HG408", PageName(24), "rel=\"preload\" href=\"../css/fonts/s.woff2\"", "rel=\"preload\" href=\"¦../css/fonts/t.woff2\""),
        new("lang-missing", "HG506", PageName(25), "<html lang=\"en\">", "¦<html>"),
        new("title-empty", "HG507", PageName(26), "<title>Page 26</title>", "¦<title></title>"),
        new("two-h1", "HG503", PageName(27), "<h2 id=\"methods\">Methods</h2>", "¦<h1 id=\"methods\">Methods</h1>"),
        new("table-no-header", "HG519", PageName(28), "<table><tr><th scope=\"col\">Arm</th></tr>", "¦<table><tr><td>Arm</td></tr>"),
        new("protocol-relative", "HG419", PageName(29), "href=\"https://example.com/a\"", "href=\"¦//example.com/a\""),
        new("bad-percent-encoding", "HG405", PageName(30), "href=\"../a%20b.html\"", "href=\"¦../a%ZZb.html\""),
        new("directory-without-index", "HG401", PageName(31), "href=\"../dir/\"", "href=\"¦../img/\""),
        new("unicode-fragment-missing", "HG402", PageName(32), "href=\"#%C3%BCber\"", "href=\"¦#%C3%B6ber\""),
        new("doi-malformed", "HG328", PageName(33), "href=\"https://doi.org/10.1000/xyz123\">10.1000/xyz123", "href=\"¦https://doi.org/10.12/xyz123\">10.12/xyz123"),
        new("inline-style-url-missing", "HG409", PageName(34), "style=\"background:url(../img/paper.png)\"", "style=\"background:url(¦../img/card.png)\""),
        new("object-data-missing", "HG408", PageName(35), "<object data=\"../img/fig.svg\"", "<object data=\"¦../img/figure.svg\""),
        new("template-leftover", "HG513", PageName(36), "<a href=\"../dir/\">dir</a>", "<a href=\"¦{{ page.url }}\">dir</a>"),
        new("orphan-page", "HG416", "orphan.html", "", "¦<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Orphan</title><meta name=\"description\" content=\"Alone\"><meta name=\"robots\" content=\"index\"></head><body><main><h1>Orphan</h1></main></body></html>\n"),
        new("template-leftover-text", "HG513", PageName(37), "<p id=\"two\">", "<p id=\"two\">¦??? "),
        new("base-path-ignored", "HG407", PageName(38), "href=\"/review/about.html\"", "href=\"¦/about.html\""),
        new("unparsable-url", "HG405", PageName(39), "href=\"https://example.com/a\"", "href=\"¦https://[::1/\""),
        new("unsafe-url-scheme", "HG406", PageName(40), "href=\"https://example.com/a\"", "href=\"¦javascript:alert(1)\""),
        new("event-handler", "HG406", PageName(41), "<p id=\"two\">", "<p id=\"two\" ¦onclick=\"x()\">"),
        new("output-collision", "HG111", "About.html", "", "¦"),
        new("doi-mismatch", "HG330", PageName(42), ">10.1000/xyz123</a>", ">10.1000/xyz124</a>¦"),
        new("orcid-check-digit", "HG305", PageName(43), "href=\"https://orcid.org/0000-0002-1825-0097\"", "href=\"¦https://orcid.org/0000-0002-1825-0098\""),
        new("nct-malformed", "HG305", PageName(44), "href=\"https://clinicaltrials.gov/study/NCT00000102\"", "href=\"¦https://clinicaltrials.gov/study/NCT0000010\""),
        new("citation-without-reference", "HG516", PageName(45), "role=\"doc-biblioref\" href=\"#ref-a\"", "role=\"doc-biblioref\" href=\"#results\"¦"),
        new("backlink-broken", "HG517", PageName(46), "role=\"doc-backlink\" href=\"#call-b\"", "role=\"doc-backlink\" href=\"#results\"¦"),
        new("control-label-missing", "HG520", PageName(47), "<label for=\"q\">Search</label>", "<span>Search</span>¦"),
        new("landmark-main-missing", "HG521", PageName(48), "<main>", "<div>¦"),
        new("sitemap-differs", "HG415", "sitemap.xml", "<url><loc>https://example.org/review/pages/p49.html</loc></url>", "¦"),
        new("redirect-chain", "HG417", "older.html", "content=\"0; url=about.html\"", "content=\"0; url=¦old.html\""),
        new("redirects-file-target-missing", "HG401", "_redirects", "/review/was.html /review/about.html 301", "/review/was.html ¦/review/abo.html 301"),
        new("insecure-link", "HG419", PageName(50), "href=\"https://example.com/a\"", "href=\"¦http://example.com/a\""),
        new("image-without-size", "HG523", PageName(51), "<img src=\"../img/fig.png\" alt=\"A plot\" width=\"7\" height=\"5\">", "¦<img src=\"../img/fig.png\" alt=\"A plot\">"),
        new("svg-use-missing", "HG402", PageName(52), "<use href=\"../img/fig.svg#mark\"/>", "<use href=\"¦../img/fig.svg#marc\"/>"),
        new("title-shared", "HG510", PageName(53), "<title>Page 53</title>", "¦<title>About</title>"),
        new("sri-missing", "HG412", PageName(54), "<p id=\"two\">", "¦<script src=\"https://example.com/x.js\"></script><p id=\"two\">"),
        new("link-without-href", "HG420", PageName(55), "<a href=\"../about.html\">about</a>", "¦<a>about</a>"),
        new("image-alt-file-name", "HG515", PageName(56), "alt=\"A plot\"", "alt=\"fig.png\"¦"),
        new("tel-malformed", "HG418", PageName(57), "href=\"tel:+41-22-555-0100\"", "href=\"¦tel:call-us\""),
        new("asset-in-dark-script", "HG408", PageName(58), "<script src=\"../js/app.js\"", "<script src=\"¦../js/ap.js\""),
    ];

    public static string PageName(int number) => $"pages/p{number.ToString(CultureInfo.InvariantCulture)}.html";

    /// <summary>The sound site.</summary>
    public static Dictionary<string, string> Sound(int pages)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal)
        {
            ["index.html"] = Page("index.html", "Home", "<ul>\n" + string.Concat(Enumerable.Range(1, pages).Select(i => $"<li><a href=\"{PageName(i)}\">Page {i}</a></li>\n")) + "</ul>\n<p><a href=\"about.html\">About</a> <a href=\"de.html\">Deutsch</a> <a href=\"dir/\">Folder</a> <a href=\"a%20b.html\">A b</a> <a href=\"was.html\">moved</a></p>", ""),
            ["about.html"] = Page("about.html", "About", "<p>Who we are.</p>", ""),
            ["de.html"] = Page("de.html", "Deutsch", "<p>Auf Deutsch.</p>", ""),
            ["a b.html"] = Page("a%20b.html", "A b", "<p>A space.</p>", ""),
            ["dir/index.html"] = Page("dir/", "Folder", "<p>A folder.</p>", "../"),
            ["404.html"] = Page("404.html", "Not found", "<p>Nothing here.</p>", "").Replace("<meta name=\"robots\" content=\"index\">", "<meta name=\"robots\" content=\"noindex\">", StringComparison.Ordinal),
            ["old.html"] = Stub("Old"),
            ["older.html"] = Stub("Older"),
            ["_redirects"] = "# moved\n/review/was.html /review/about.html 301\n",
            ["robots.txt"] = "User-agent: *\nSitemap: https://example.org/review/sitemap.xml\n",
            ["css/style.css"] = StyleSheet,
            ["css/print.css"] = "/* nothing */\n",
            ["css/fonts/s.woff2"] = "font",
            ["js/app.js"] = "// nothing\n",
            ["img/fig.png"] = "image",
            ["img/fig2.png"] = "image",
            ["img/paper.png"] = "image",
            ["img/fig.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path id=\"mark\" fill=\"url(#g)\"/><linearGradient id=\"g\"/></svg>\n",
            ["site.webmanifest"] = "{\"name\":\"Review\",\"start_url\":\"index.html\",\"icons\":[{\"src\":\"img/fig.png\"}]}\n",
        };
        for (int i = 1; i <= pages; i++) files[PageName(i)] = Page(PageName(i), $"Page {i}", Body(i, pages), "../");
        files["sitemap.xml"] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + string.Concat(Others.Concat(Enumerable.Range(1, pages).Select(PageName)).Select(path => $"<url><loc>{Address}{path}</loc></url>\n")) + "</urlset>\n";
        files["feed.xml"] = "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>https://example.org/review/#feed</id>\n"
            + string.Concat(Enumerable.Range(1, 3).Select(i => $"<entry><id>tag:example.org,2025:{i}</id><link href=\"{Address}{PageName(i)}\"/></entry>\n")) + "</feed>\n";
        return files;
    }

    /// <summary>The site with a defect planted, and the line and column that must be told.</summary>
    public static (string File, int Line, int Column) Put(Plant plant, Dictionary<string, string> files)
    {
        string planted = plant.Planted.Replace("¦", "", StringComparison.Ordinal);
        string sound = plant.Sound.Replace("{sri}", Integrity, StringComparison.Ordinal);
        string before = files.GetValueOrDefault(plant.File, "");
        int at = before.IndexOf(sound, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"{plant.File} does not hold {sound}");
        string after = before[..at] + planted + before[(at + sound.Length)..];
        files[plant.File] = after;
        int mark = at + plant.Planted.IndexOf('¦', StringComparison.Ordinal);
        int lineStart = mark == 0 ? 0 : after.LastIndexOf('\n', mark - 1) + 1;
        return (plant.File, after.AsSpan(0, mark).Count('\n') + 1, mark - lineStart + 1);
    }

    public static FileTree Tree(IReadOnlyDictionary<string, string> files) =>
        new(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Key), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value))));

    private static string Integrity { get; } = "sha384-" + Convert.ToBase64String(SHA384.HashData("// nothing\n"u8));

    private static string Stub(string title) =>
        $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\n<meta http-equiv=\"refresh\" content=\"0; url=about.html\"></head><body><p><a href=\"about.html\">moved</a></p></body></html>\n";

    private static string Page(string path, string title, string body, string up) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{{title}}</title>
        <meta name="description" content="About {{title}}.">
        <meta name="robots" content="index">
        <link rel="canonical" href="{{Address}}{{(path == "index.html" ? "" : path)}}">
        <link rel="alternate" hreflang="de" href="{{Address}}de.html">
        <link rel="preconnect" href="https://example.net">
        <link rel="stylesheet" href="{{up}}css/style.css">
        <link rel="preload" href="{{up}}css/fonts/s.woff2" as="font" crossorigin>
        <link rel="manifest" href="{{up}}site.webmanifest">
        <meta property="og:image" content="{{Address}}img/fig.png">
        <script src="{{up}}js/app.js" integrity="{{Integrity}}" crossorigin="anonymous"></script>
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","@id":"{{Address}}#thing","image":"https://example.org/review/img/fig.png"}</script>
        <style>.a{content:"url(none.png)"}/* url(none.png) */</style>
        </head>
        <body>
        <a href="#content">Skip</a>
        <header><nav aria-label="Site"><a href="{{up}}index.html">Home</a></nav></header>
        <main>
        <h1 id="content">{{title}}</h1>
        {{body}}
        </main>
        </body>
        </html>

        """;

    private static string Body(int number, int pages)
    {
        StringBuilder text = new();
        int next = (number % pages) + 1;
        uint state = (uint)number * 2654435761u;
        for (int paragraph = 0; paragraph < 6; paragraph++)
        {
            text.Append("<p>");
            for (int word = 0; word < 60; word++)
            {
                state = (state * 1664525u) + 1013904223u;
                text.Append(Words[(int)(state >> 16) % Words.Length]).Append(word % 12 == 11 ? ". " : " ");
            }

            text.Append($"<a href=\"p{(int)(state % (uint)pages) + 1}.html\">see</a></p>\n");
        }

        return $$"""
            <p>{{number}}: <a href="#top">top</a> <a href="#:~:text=antibody">words</a> <a href="">here</a> <a href="?q=1">asked</a> <a href="p{{next}}.html">next</a> <a href="p{{next}}.html#methods">methods</a> <a href="#results">results</a>
            <a href="../about.html">about</a> <a href="/review/about.html">root</a> <a href="../a%20b.html">space</a> <a href="../dir/">dir</a> <a href="..">up</a> <a href="#%C3%BCber">über</a> <a id="anchor"></a></p>
            <template><a href="none.html"></a><img src="none.png"></template><!-- <a href="none.html"></a> -->
            <p><a href="mailto:desk@example.org?subject=A%20b">write</a> <a href="tel:+41-22-555-0100">call</a> <a href="https://example.com/a">elsewhere</a> <a href="https://doi.org/10.1000/xyz123">10.1000/xyz123</a>
            <a href="https://orcid.org/0000-0002-1825-0097">ORCID</a> <a href="https://clinicaltrials.gov/study/NCT00000102">trial</a> <a id="call-a" role="doc-biblioref" href="#ref-a">1</a> <a id="call-b" role="doc-biblioref" href="#ref-b">2</a></p>
            <h2 id="methods">Methods</h2>
            {{text}}<p id="one" aria-describedby="one two" style="background:url(../img/paper.png)">First.</p><p id="two">Second.</p>
            <h2 id="results">Results</h2><h3 id="sub">Sub</h3><p id="über">Über <code>{{Example}}</code> and ${1} in <pre>??? {{Example}}</pre>
            <img src="../img/fig.png" srcset="../img/fig.png 1x, ../img/fig2.png 2x" alt="" width="7" height="5">
            <img src="../img/fig.png" alt="" width="7" height="5"><img src="../img/fig.png" alt="A plot" width="7" height="5">
            <video poster="../img/fig.png" src="data:video/mp4,x"></video><object data="../img/fig.svg" type="image/svg+xml">Drawing</object>
            <iframe src="../about.html" title="About"></iframe><svg role="img" aria-label="Mark"><use href="../img/fig.svg#mark"/></svg>
            <form action="../about.html"><label for="q">Search</label><input id="q" name="q"></form>
            <table><tr><th scope="col">Arm</th></tr><tr><td>A</td></tr></table>
            <section role="doc-bibliography" aria-label="References"><ol><li id="ref-a">A. <a role="doc-backlink" href="#call-a" aria-label="Back">↑</a></li><li id="ref-b">B. <a role="doc-backlink" href="#call-b" aria-label="Back">↑</a></li></ol></section>
            """;
    }
}
