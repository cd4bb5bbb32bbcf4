using Her2Gen.Files;

namespace Her2Gen.Editions;

/// <summary>What a site knows of editions while it is drawn.</summary>
/// <param name="Drawn">The edition that is drawn; null for the current site.</param>
/// <param name="Sealed">The editions that the current site publishes, in order; an edition knows none, for it never learns of later ones.</param>
/// <param name="HasChanged">Whether the text, its references, its data or its pages are others than those of the newest edition.</param>
public sealed record SiteEditions(EditionFacts? Drawn, IReadOnlyList<SealedEdition> Sealed, bool HasChanged)
{
    public static readonly SiteEditions None = new(null, [], HasChanged: false);

    private const string Content = "content/";

    // Not of the text: how the site is set up, and what is added when an edition is sealed.
    private static readonly string[] Aside = ["content/site.yml", "content/editions/", NoticeFolder, "content/retractions/"];

    /// <summary>Where notices on editions are written; they are no part of an edition.</summary>
    public const string NoticeFolder = "content/notices/";

    public static SiteEditions Drawing(EditionFacts facts) => new(facts, [], HasChanged: false);

    /// <param name="sources">Those of the current site.</param>
    public static SiteEditions Published(IReadOnlyList<SealedEdition> editions, FileTree sources) =>
        new(null, editions, editions is [.., var newest] && !IsSameText(sources, newest.Payload.Under(EditionFiles.SourceFolder)));

    private static bool IsSameText(FileTree current, FileTree sealedSources)
    {
        Dictionary<FilePath, ReadOnlyMemory<byte>> now = new(current.Where(file => IsText(file.Key)));
        Dictionary<FilePath, ReadOnlyMemory<byte>> then = new(sealedSources.Where(file => IsText(file.Key)));
        return now.Count == then.Count && now.All(file => then.TryGetValue(file.Key, out ReadOnlyMemory<byte> bytes) && bytes.Span.SequenceEqual(file.Value.Span));
    }

    private static bool IsText(FilePath path) => path.Value.StartsWith(Content, StringComparison.Ordinal) && !Aside.Any(aside => path.Value.StartsWith(aside, StringComparison.Ordinal));
}
