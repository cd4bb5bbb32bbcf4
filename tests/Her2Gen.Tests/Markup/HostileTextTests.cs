using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Markup;

/// <summary>Nothing that an author or a data file writes becomes markup by accident: no page of the built site holds a script, a handler or a running address but the theme's own.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<img/src=x onerror=alert(1)//", "\" onclick=\"alert(1)", "' onclick='alert(1)", "\"><script>",
        "</title>", "</p>", "-->", "<!--", "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;script>", "{{ site }}", "{onclick=alert(1)}", "{#x\"onclick=\"a}", "{.a}", "]{.term}", "]{.term key=\"ADC\" onclick=x #\"a}", "javascript:alert(1)", "JaVa\tScript:alert(1)",
        "[a](javascript:alert(1))", "[a]( jAvascript&colon;alert(1))", "<javascript:alert(1)>", "![a](javascript:x)", "[a]: javascript:alert(1)", "[a]", "*[<b onx=1 //]: t", "<b onx=1 //", "@a", "[@a]", "[^n]", "[^n]: ",
        "`", "``` <script>", "::: note {onclick=x #\"><script>}", ":::", "\n", "\n\n", " ", "| a |\n|---|\n| b |", "*", "_", "\\", "[", "]", "(", ")", "\"", "'", "<", ">", "&", "=", "/", "#", "## ", "ü", "x", "http://x/", "\u0001", "\u0000", "\u2028",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 6].Select(pieces => string.Concat(pieces));

    // JSON's form of a text is YAML's too.
    private static string Quoted(string text) => JsonSerializer.Serialize(new string([.. text.Where(c => c is >= ' ' and not '\u2028')]));

    private static TestSite Site(string text, string body)
    {
        string quoted = Quoted(text);
        const string term = "{.term}";
        return new TestSite()
            .With("content/site.yml", $"title: {quoted}\nlang: en\npublisher: {quoted}\nlicence: CC-BY-4.0\nnavigation: [other]\naddress: https://example.org/a/\n")
            .With("content/article.md", $"""
                ---
                title: {quoted}
                subtitle: {quoted}
                lang: en
                date: 2025-01-03
                first-published: 2025-01-03
                evidence-date: 2025-01-03
                summary: {quoted}
                keywords: [{quoted}, two]
                authors:
                  - collective: {quoted}
                  - family: {quoted}
                    given: {quoted}
                    affiliations: [{quoted}]
                    orcid: {quoted}
                    corresponding: true
                    email: {quoted}
                    roles: [software, {quoted}]
                    competing-interests: {quoted}
                affiliations:
                  - id: {quoted}
                    name: {quoted}
                    ror: {quoted}
                doi: {quoted}
                licence: CC-BY-4.0
                whats-new: {quoted}
                funding: {quoted}
                competing-interests: {quoted}
                review-status: not-reviewed
                data-availability: {quoted}
                ai-use: {quoted}
                disclaimer: {quoted}
                ---

                {body}

                ## {body}

                ::: own
                {body}
                :::

                Cited [@a] and @a, ADC, [{body}]{term}.

                ::: glossary
                :::

                """)
            .With("templates/directives/own.html", "<div title=\"{{ directive.name }}\">{{ directive.content }}</div>")
            .With("templates/files/data.html", "<!DOCTYPE html><html lang=en><title>Data</title><script type=\"application/json\">{{ json site }}</script>")
            .With("content/pages/other.md", $"---\ntitle: {quoted}\nsummary: {quoted}\n---\n\n![{body}](figures/a.svg){{alt={Quoted(text)}}}\n\n{body}\n")
            .With("content/glossary.yml", $"""
                {quoted}: {quoted}
                ADC:
                  long: {quoted}
                  definition: {quoted}
                  forms: [x, {Quoted(body)}]
                  see: [{quoted}, {Quoted(body)}]
                """)
            .With("content/references.json", $$"""
                [{"id": "a", "type": "book", "title": {{quoted}}, "container-title": {{quoted}}, "author": [{"literal": {{quoted}}}, {"family": {{quoted}}, "given": {{quoted}}, "suffix": {{quoted}}}],
                  "volume": {{quoted}}, "issue": {{quoted}}, "page": {{quoted}}, "publisher": {{quoted}}, "URL": {{quoted}}, "DOI": {{quoted}}, "PMID": {{quoted}}}]
                """);
    }

    private static string Live(TestSite site)
    {
        Her2Gen.Sites.Site? built = SiteFolder.Build(site.Sources(), new DiagnosticBag());
        Assert.NotNull(built);
        List<string> live = [];
        foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in built.Files.Where(file => file.Key.Extension == ".html"))
        {
            foreach (IElement element in new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes.Span)).All)
            {
                string name = element.LocalName;
                bool ofTheTheme = name == "script" && (element.GetAttribute("src")?.StartsWith("assets/app.", StringComparison.Ordinal) == true || (element.GetAttribute("src") == null && path.Value == "data.html")
                    || element.GetAttribute("src")?.StartsWith("/a/assets/app.", StringComparison.Ordinal) == true || HoldsStructuredData(element));
                if (name is "script" or "iframe" or "object" or "embed" or "svg" or "math" or "style" or "form" or "b" && !ofTheTheme) live.Add($"{path}: {element.OuterHtml}");
                foreach (IAttr attribute in element.Attributes)
                {
                    string value = new([.. attribute.Value.Where(c => c > ' ')]);
                    if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style") live.Add($"{path}: {attribute.Name}={attribute.Value}");
                    if (attribute.Name is "href" or "src" or "action" && (value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase)))
                        live.Add($"{path}: {attribute.Name}={attribute.Value}");
                }
            }
        }

        return string.Join('\n', live);
    }

    // A block that a browser never runs, while it is JSON and nothing else.
    private static bool HoldsStructuredData(IElement element)
    {
        if (element.GetAttribute("type") != "application/ld+json") return false;
        using JsonDocument block = JsonDocument.Parse(element.TextContent);
        return block.RootElement.GetProperty("@context").GetString() == "https://schema.org";
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_known_trick_becomes_markup(string text) => Assert.Equal("", Live(Site(text, text)));

    public static TheoryData<string> All => [.. Pieces];

    [Fact]
    public void No_mixture_of_tricks_becomes_markup() =>
        Gen.Select(Hostile, Hostile).Sample((text, body) => Assert.Equal("", Live(Site(text, body))), iter: 400);

    private static string Disagreements(string text)
    {
        DiagnosticBag diagnostics = new();
        SiteFolder.Build(Site(text, "Text.").Sources(), diagnostics);
        return string.Join('\n', diagnostics.Sorted().Where(d => d.Rule == Rules.MetadataDisagreement || d.Rule == Rules.StructuredDataSyntax));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_known_trick_makes_the_page_its_head_and_its_downloads_disagree(string text) => Assert.Equal("", Disagreements(text));

    [Fact]
    public void No_mixture_of_tricks_makes_them_disagree() => Hostile.Sample(text => Assert.True(Disagreements(text).Length == 0, Disagreements(text)), iter: 400);

    [Fact]
    public void A_document_that_a_case_shows_has_no_live_markup_either() => Assert.All(
        Cases.Names("markdown", ".md").Select(row => row.Data),
        name => Assert.Equal("", Live(TestSite.WithBody("\n" + File.ReadAllText(Path.Combine(Cases.Folder("markdown"), name + ".md"))))));
}
