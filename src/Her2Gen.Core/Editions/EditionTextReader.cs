using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>Reads what an edition says to its reader from its article's page, whoever built it and when.</summary>
public static class EditionTextReader
{
    private static readonly FilePath Page = FilePath.Parse("index.html");
    private static readonly FilePath BagFacts = FilePath.Parse("bag-info.txt");
    private const string Payload = "data/";
    private const string ConclusionsLabel = "Conclusions-Changed:";

    /// <summary>The text; null, and a diagnostic, when there is no article.</summary>
    /// <param name="files">A built site, or a bag (RFC 8493) with a built site as its payload.</param>
    /// <param name="shown">What stands before a path in diagnostics: the folder's name with '/', or nothing.</param>
    public static EditionText? Read(FileTree files, string shown, DiagnosticBag diagnostics)
    {
        bool isBag = !files.Contains(Page) && files.Contains(FilePath.Parse(Payload + Page));
        FileTree site = isBag ? files.Under(Payload) : files;
        string path = shown + (isBag ? Payload : "") + Page;
        if (!site.TryGet(Page, out ReadOnlyMemory<byte> bytes))
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(path), "there is no such page", "name a bag, or the folder of a built site");
            return null;
        }

        IHtmlDocument page = new HtmlParser().ParseDocument(SourceText.Decode(path, bytes, diagnostics).Text);
        ArticleWalker walker = new(site);
        if ((page.QuerySelector("main article") ?? page.QuerySelector("article") ?? page.QuerySelector("main")) is not { } article || !walker.Walk(article))
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(path), "it has no `article` element that can be read", "name a bag, or the folder of a built site");
            return null;
        }

        return walker.Text(page.DocumentElement.GetAttribute("lang") ?? "", ConclusionsChanged(files, diagnostics));
    }

    // What the seal says: `Conclusions-Changed: yes`.
    private static bool? ConclusionsChanged(FileTree files, DiagnosticBag diagnostics)
    {
        if (!files.TryGet(BagFacts, out ReadOnlyMemory<byte> bytes)) return null;
        string? line = SourceText.Decode(BagFacts.Value, bytes, diagnostics).Text.Split('\n').FirstOrDefault(line => line.StartsWith(ConclusionsLabel, StringComparison.OrdinalIgnoreCase));
        return line?[ConclusionsLabel.Length..].Trim() switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
    }
}
