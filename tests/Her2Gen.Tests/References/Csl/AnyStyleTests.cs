using CsCheck;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References.Csl;

/// <summary>Any work in any style gives sound HTML. The styles are the two embedded ones, and 200 of those that Debian's <c>citation-style-language-styles</c> installs, where it has; <c>HER2GEN_CSL_STYLES</c> may name another folder.</summary>
public sealed class AnyStyleTests
{
    private static readonly string Installed = Environment.GetEnvironmentVariable("HER2GEN_CSL_STYLES") is { Length: > 0 } folder ? folder : "/usr/share/citation-style-language/styles";
    private const int MostStyles = 200;

    private static readonly string[] Types = ["article-journal", "book", "chapter", "webpage", "thesis", "legal_case", "motion_picture", "report", "patent", "nothing"];
    private static readonly string[] TextVariables = ["title", "container-title", "title-short", "publisher", "publisher-place", "volume", "issue", "page", "edition", "number", "DOI", "URL", "PMID", "genre", "language", "note", "status"];
    private static readonly string[] Pieces = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<span class=\"nocase\">", "</span>", "<script>", "\"", "'", "’", "“", "”", "&", "<", ">", "12-14", "3rd", "a", "The", " ", ".", ",", "?", ":", "é", "王", "\u0001"];

    private static readonly Gen<CslName> Name = Gen.Select(Texts.Of(Pieces), Texts.Of(Pieces), Gen.OneOf(Gen.Const(""), Texts.Of(Pieces)), Gen.Bool)
        .Select((family, given, particle, isGroup) => isGroup ? new CslName(family, "", "", "", "", "") : new CslName("", family, given, "", particle, ""));

    private static readonly Gen<CslDate> Date = Gen.Select(Gen.Int[-400, 2100], Gen.Int[0, 16], Gen.Int[0, 31], Gen.Int[0, 2100], Gen.Bool)
        .Select((year, month, day, end, circa) => new CslDate(new CslDatePoint(year, month, day), end > 1900 ? new CslDatePoint(end, month, day) : null) { Circa = circa });

    private static readonly Gen<CslItem> Item = Gen.Select(Gen.OneOf(Types), Gen.OneOf(TextVariables).Array[0, 12], Texts.Of(Pieces).Array[12], Name.Array[0, 12], Date, Gen.Bool).Select((type, variables, texts, names, date, isDated) =>
    {
        CslItem item = new("a", type);
        for (int i = 0; i < variables.Length; i++) item.With(variables[i], texts[i]);
        item.With("author", [.. names.Take(8)]).With("editor", [.. names.Skip(8)]);
        return isDated ? item.With("issued", date) : item;
    });

    private static CslStyle[] Styles()
    {
        string[] files = Directory.Exists(Installed) ? [.. Directory.EnumerateFiles(Installed, "*.csl").Order(StringComparer.Ordinal)] : [];
        int step = Math.Max(1, files.Length / MostStyles);
        IEnumerable<CslStyle> installed = files.Where((_, i) => i % step == 0).Take(MostStyles).Select(file => CslStyle.Read(CslResources.Text(file), Parent, new DiagnosticBag())).OfType<CslStyle>();
        return [.. CslResources.EmbeddedStyles.Select(CslResources.Style), .. installed];

        static SourceText? Parent(string name) => File.Exists($"{Installed}/{name}.csl") ? CslResources.Text($"{Installed}/{name}.csl") : null;
    }

    [Fact]
    public void Any_work_in_any_style_gives_balanced_and_escaped_html()
    {
        CslStyle[] styles = Styles();
        (CslStyle Style, CslLocale Words)[] localized = [.. styles.Select(style => (style, style.Localized(CslResources.Locale, "en-US")))];
        Gen.Select(Item, Gen.Int[0, localized.Length - 1]).Sample((item, i) =>
        {
            CslCitation[] citations = [new CslCitation([new CslCite("a", "see <b>", "</i>", "12-14", "page")], 1), new CslCitation([new CslCite("a")], 2)];
            CslProcessor processor = new(localized[i].Style, localized[i].Words, [item], citations);
            Assert.Equal("", Fault(processor.Citation(0)) + Fault(processor.Citation(1)) + Fault(processor.Entry("a", new HashSet<string>())) + string.Concat(processor.Bibliography().Select(entry => Fault(entry.Text))));
        }, iter: 2000);
    }

    // The tags that the processor writes, each closed in its order; no other sign of markup.
    private static string Fault(string html)
    {
        Stack<string> open = new();
        for (int at = 0; at < html.Length; at++)
        {
            if (html[at] == '&' && !html.AsSpan(at).StartsWith("&#")) return $"not escaped at {at}: {html}";
            if (html[at] != '<') continue;
            int end = html.IndexOf('>', at);
            if (end < 0) return $"not escaped at {at}: {html}";
            string tag = html[(at + 1)..end];
            string name = tag.Split(' ')[0];
            if (name is not ("i" or "b" or "em" or "sup" or "sub" or "span" or "div" or "a" or "/i" or "/b" or "/em" or "/sup" or "/sub" or "/span" or "/div" or "/a")) return $"<{tag}> in {html}";
            if (name[0] != '/') open.Push(name);
            else if (open.Count == 0 || open.Pop() != name[1..]) return $"not balanced: {html}";
            at = end;
        }

        return open.Count == 0 ? "" : $"not closed: {html}";
    }
}
