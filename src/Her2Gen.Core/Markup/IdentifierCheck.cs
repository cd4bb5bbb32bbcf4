using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Her2Gen.References;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Identifiers that a text shows or links to: each has the form of its registry, and one beside a citation is that of the reference cited.</summary>
public sealed partial class IdentifierCheck
{
    private readonly MarkdownText text;
    private readonly IReadOnlyDictionary<string, Reference> library;
    private readonly DiagnosticBag diagnostics;

    // What may stand between an identifier and its citation: a word more, and they are not beside each other.
    [GeneratedRegex(@"^(?:[\s()\[\],;:.\uFFFC]|\b(?:doi|pmid|https?://doi\.org/)\b)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing { get; }

    [GeneratedRegex(@"\bNCT\d{8}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trial { get; }

    private IdentifierCheck(MarkdownText text, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.library = library;
        this.diagnostics = diagnostics;
    }

    public static void Check(MarkdownText text, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        IdentifierCheck check = new(text, library, diagnostics);
        foreach (LeafBlock block in text.Tree.Descendants<LeafBlock>())
            if (block.Inline is { } inlines) check.CheckBlock(inlines);
    }

    private void CheckBlock(ContainerInline inlines)
    {
        BlockText block = BlockText.Of(inlines, canLink: false);
        List<(FoundIdentifier Found, Location Place)> identifiers = [.. IdentifierWords.In(block.Text).Select(found => (found, text.At(block.SpanOf(found.Start, found.Length, text))))];
        foreach ((FoundIdentifier found, Location place) in identifiers)
            if (found.Form is { } form) diagnostics.Add(Rules.IdentifierMalformed, place, $"`{found.Value}` is not {Article(found.Kind)} {found.Kind}", form);

        // The form of what a link leads to is looked at on the finished page.
        identifiers.AddRange(Linked(inlines, block));
        foreach (BlockText.Piece piece in block.Pieces)
            if (piece.Inline is CitationInline citation) Compare(citation, piece, block.Text, identifiers);
    }

    // Where a link leads stands nowhere in the text: it is taken to stand at the link's end.
    private IEnumerable<(FoundIdentifier, Location)> Linked(ContainerInline inlines, BlockText block)
    {
        foreach (LinkInline link in inlines.Descendants<LinkInline>())
        {
            if (link.IsImage || link.Url is not { } url) continue;
            int end = block.Pieces.Where(piece => piece.Inline.Parent == link).Select(piece => piece.End).DefaultIfEmpty(-1).Max();
            foreach (FoundIdentifier found in end < 0 ? [] : IdentifierWords.In(Uri.UnescapeDataString(url)))
                yield return (found with { Start = end, Length = 0 }, text.At(link.UrlSpan.Length > 1 ? link.UrlSpan : link.Span));
        }
    }

    private void Compare(CitationInline citation, BlockText.Piece piece, string words, List<(FoundIdentifier Found, Location Place)> identifiers)
    {
        Reference[] cited = [.. citation.Keys.Select(key => library.GetValueOrDefault(key.Key)).OfType<Reference>()];
        if (cited.Length == 0) return;
        foreach ((FoundIdentifier found, Location place) in identifiers.Where(identifier => identifier.Found.Form is null && IsBeside(identifier.Found, piece, words)))
        {
            string[] own = [.. cited.SelectMany(reference => Of(reference, found.Kind))];
            if (own.Length == 0 || own.Contains(found.Value, StringComparer.OrdinalIgnoreCase)) continue;
            string names = string.Join(" and ", cited.Select(reference => $"`{reference.Key}`"));
            Reference? other = library.Values.FirstOrDefault(reference => Of(reference, found.Kind).Contains(found.Value, StringComparer.OrdinalIgnoreCase));
            diagnostics.Add(Rules.IdentifierMismatch, place, $"{found.Kind} `{found.Value}` stands beside {names}, with `{string.Join("`, `", own)}`", other is null ? "correct one of them" : $"it is that of `{other.Key}`");
        }
    }

    private static bool IsBeside(FoundIdentifier found, BlockText.Piece piece, string words) =>
        found.End <= piece.Start ? Nothing.IsMatch(words[found.End..piece.Start]) : found.Start >= piece.End && Nothing.IsMatch(words[piece.End..found.Start]);

    private static IEnumerable<string> Of(Reference reference, string kind) => kind switch
    {
        "DOI" => reference.Doi is { } doi ? [doi.Value] : [],
        "PMID" => reference.Pmid is { } pmid ? [pmid.Value] : [],
        "ClinicalTrials.gov number" => Trial.Matches($"{reference.Title} {reference.Url}").Select(match => match.Value),
        _ => [],
    };

    private static string Article(string kind) => kind[0] is 'I' or 'O' ? "an" : "a";
}
