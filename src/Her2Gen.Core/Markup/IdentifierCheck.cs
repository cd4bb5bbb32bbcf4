using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;
using Her2Gen.References;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Her2Gen.Markup;

/// <summary>Identifiers that a text shows or links to: each has the form of its registry, and one beside a citation is that of the reference cited.</summary>
internal sealed partial class IdentifierCheck
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

    /// <param name="blocks">Those of the text.</param>
    public static void Check(MarkdownText text, OrderedDictionary<LeafBlock, BlockText> blocks, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        IdentifierCheck check = new(text, library, diagnostics);
        foreach ((LeafBlock leaf, BlockText block) in blocks) check.CheckBlock(leaf, block);
    }

    private void CheckBlock(LeafBlock leaf, BlockText block)
    {
        List<(FoundIdentifier Found, Location Place)> identifiers = [];
        foreach (FoundIdentifier found in IdentifierWords.In(block.Text))
        {
            Location place = text.At(block.SpanOf(found.Start, found.Length, text));
            identifiers.Add((found, place));
            if (found.Form is { } form) diagnostics.Add(Rules.IdentifierMalformed, place, $"`{found.Value}` is not {Article(found.Kind)} {found.Kind}", form);
        }

        if (!block.Pieces.Any(piece => piece.Inline is CitationInline)) return;
        // The form of what a link leads to is looked at on the finished page.
        identifiers.AddRange(Linked(leaf, block));
        foreach (BlockText.Piece piece in block.Pieces)
            if (piece.Inline is CitationInline citation) Compare(citation, piece, block.Text, identifiers);
    }

    // Where a link leads stands nowhere in the text: it is taken to stand at the link's end.
    private IEnumerable<(FoundIdentifier, Location)> Linked(LeafBlock leaf, BlockText block)
    {
        foreach (LinkInline link in leaf.Inline?.Descendants<LinkInline>() ?? [])
        {
            if (link.IsImage || link.Url is not { } url) continue;
            IReadOnlyList<FoundIdentifier> identifiers = IdentifierWords.In(Uri.UnescapeDataString(url));
            if (identifiers.Count == 0) continue;
            int end = block.Pieces.Where(piece => piece.Inline.Parent == link).Select(piece => piece.End).DefaultIfEmpty(-1).Max();
            foreach (FoundIdentifier found in end < 0 ? [] : identifiers)
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
        found.End <= piece.Start ? Nothing.IsMatch(words.AsSpan(found.End..piece.Start)) : found.Start >= piece.End && Nothing.IsMatch(words.AsSpan(piece.End..found.Start));

    private static IEnumerable<string> Of(Reference reference, string kind) => kind switch
    {
        "DOI" => reference.Doi is { } doi ? [doi.Value] : [],
        "PMID" => reference.Pmid is { } pmid ? [pmid.Value] : [],
        "ClinicalTrials.gov number" => Trial.Matches($"{reference.Title} {reference.Url}").Select(match => match.Value),
        _ => [],
    };

    private static string Article(string kind) => kind[0] is 'I' or 'O' ? "an" : "a";
}
