using AngleSharp.Dom;

namespace Her2Gen.Editions;

/// <summary>What the elements of an article's page are to its reader.</summary>
internal static class PageParts
{
    private const string ReferenceId = "ref-";

    // Not text: what is drawn, what helps to get about, and what is said again for those who do not see the mark beside it.
    private static readonly string[] UnreadElements = ["script", "style", "template", "svg", "nav", "object", "button", "noscript", "link", "meta"];
    private static readonly string[] UnreadClasses = ["vh", "anchor", "actions", "back", "n", "no", "cc"];
    private static readonly string[] Lines = ["br", "p", "div", "li", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "summary", "details", "tr", "td", "th"];

    public static bool IsUnread(IElement element) =>
        UnreadElements.Contains(element.LocalName) || UnreadClasses.Any(element.ClassList.Contains) || element.GetAttribute("aria-hidden") == "true";

    public static bool EndsLine(IElement element) => Lines.Contains(element.LocalName);

    /// <summary>The mark that an element is: a citation, the call of a note, a cross-reference; else null.</summary>
    public static Token? Mark(IElement element)
    {
        if (element.LocalName != "a" || element.GetAttribute("href") is not { } href || !href.StartsWith('#')) return null;
        string id = Uri.UnescapeDataString(href[1..]);
        return element.GetAttribute("role") switch
        {
            "doc-biblioref" => Token.Citation(ReferenceKey(id) ?? id, Number(element)),
            "doc-noteref" => Token.Citation(id, Number(element)),
            _ => element.ClassList.Contains("xref") ? Token.CrossReference(id, OneSpaced(element.TextContent)) : null,
        };
    }

    /// <summary>The key of the reference whose entry has an id; null for any other id.</summary>
    public static string? ReferenceKey(string? id) =>
        id is not null && id.StartsWith(ReferenceId, StringComparison.Ordinal) ? id[ReferenceId.Length..] : null;

    private static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Number(IElement mark) =>
        string.Concat(mark.ChildNodes.Where(child => child is not IElement element || !IsUnread(element)).Select(child => child.TextContent)).Trim();
}
