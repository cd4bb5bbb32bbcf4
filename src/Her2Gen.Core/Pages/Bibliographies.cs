using System.Collections.Concurrent;
using Her2Gen.Articles;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.References.Csl;

namespace Her2Gen.Pages;

/// <summary>A work in the list of references of a page.</summary>
/// <param name="Html">Its entry in the article's style, in which identifiers are links.</param>
/// <param name="Links">Where those lead.</param>
public sealed record BibliographyEntry(Reference Work, string Html, IReadOnlySet<string> Links);

/// <summary>The lists of references of an article's pages: set anew only where a page cites other works than before, or in another order. A style tells works apart by all that stand beside them.</summary>
internal sealed class Bibliographies(Article article)
{
    private readonly ConcurrentDictionary<FilePath, BibliographyEntry[]> pages = new();

    /// <param name="cited">The keys of the works that a page cites, in the order in which it first does.</param>
    public IReadOnlyList<BibliographyEntry> Of(FilePath page, IEnumerable<string> cited)
    {
        string[] keys = [.. cited];
        if (pages.TryGetValue(page, out BibliographyEntry[]? before) && before.Select(entry => entry.Work.Key).SequenceEqual(keys, StringComparer.Ordinal)) return before;
        CslProcessor processor = new(article.Style, article.Words, keys.Select(key => article.Library[key].Item), []);
        return pages[page] = Array.ConvertAll(keys, key =>
        {
            HashSet<string> links = new(StringComparer.Ordinal);
            return new BibliographyEntry(article.Library[key], processor.Entry(key, links), links);
        });
    }
}
