using System.Text;
using Her2Gen.Articles;
using Her2Gen.Diagnostics;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Identifiers;
using Her2Gen.Reporting;
using Her2Gen.Sites;

namespace Her2Gen;

/// <summary>Makes the bag of an edition: builds twice and compares, checks, seals, and verifies what it made.</summary>
internal sealed class EditionSealing
{
    private const string ArticleFile = "content/article.md";

    private readonly FileTree sources;
    private readonly SealingRequest request;
    private readonly DiagnosticBag diagnostics;
    private readonly Location place;

    private EditionSealing(FileTree sources, SealingRequest request, DiagnosticBag diagnostics)
    {
        // An edition holds its own sources, and not those before it, nor what is said of those.
        this.sources = new FileTree(sources.Where(file => !file.Key.Value.StartsWith(EditionArchive.Folder, StringComparison.Ordinal) && !file.Key.Value.StartsWith(SiteEditions.NoticeFolder, StringComparison.Ordinal)));
        this.request = request;
        this.diagnostics = diagnostics;
        place = Location.Of(EditionArchive.Folder + request.Id);
    }

    public static SealingResult Seal(SiteFolder folder, FileTree sources, SealingRequest request, Report report, DiagnosticBag diagnostics)
    {
        IReadOnlyList<(EditionId Id, BagContents Contents)> bags = EditionArchive.Bags(folder.ReadEditions(diagnostics), EditionArchive.Folder, diagnostics);
        IReadOnlyList<SealedEdition> editions = EditionArchive.Verify(bags, diagnostics);
        return new EditionSealing(sources, request, diagnostics).Seal(editions, report);
    }

    private SealingResult Seal(IReadOnlyList<SealedEdition> editions, Report report)
    {
        Article? article = ArticleReader.Read(sources, new DiagnosticBag());
        SealedEdition? there = editions.FirstOrDefault(edition => edition.Id == request.Id);
        SealedEdition? before = editions.LastOrDefault(edition => edition.Id < request.Id);
        EditionFacts? facts = article is null ? null : Facts(article, before);
        Site? site = BuildTwice(facts);
        SealingResult refused = new(Edition: null, IsThere: false, site?.Policy ?? Policy.None);
        if (article is null || site is null) return refused;
        report = report with { Policy = site.Policy };
        if (there is null && editions is [.., var newest] && newest.Id > request.Id)
            diagnostics.Add(Rules.EditionOrder, place, $"`{newest.Id}` is sealed already, and would have had to name `{request.Id}`", "seal it under a later date, as a corrected edition if need be");
        if (facts is null || !report.IsSound(diagnostics)) return refused;

        FileTree bag = Editions.Seal.Of(Payload(site), WorkOf(article), facts, Version);
        if (there is not null) return IsSame(bag, there.Bag.Contents.Files) ? refused with { Edition = there, IsThere = true } : refused;
        SealedEdition made = EditionArchive.VerifyOne(request.Id, BagContents.In(new FoundFolder(bag, []), $"{EditionArchive.Folder}{request.Id}/"), diagnostics)[0];
        return report.IsSound(diagnostics) ? refused with { Edition = made } : refused;
    }

    private static string Version => typeof(EditionSealing).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? "";

    // Once as every build is, spread over processors in whatever order comes, and once one thing after the other.
    private Site? BuildTwice(EditionFacts? facts)
    {
        Site? first = SiteFolder.Build(sources, diagnostics, sealing: facts);
        Site? second = InParallel.OneAtATime(() => SiteFolder.Build(sources, new DiagnosticBag(), sealing: facts));
        if (first is null || second is null) return null;
        foreach (FilePath path in first.Files.Paths.Union(second.Files.Paths))
        {
            first.Files.TryGet(path, out ReadOnlyMemory<byte> one);
            second.Files.TryGet(path, out ReadOnlyMemory<byte> other);
            if (!one.Span.SequenceEqual(other.Span)) diagnostics.Add(Rules.NotReproducible, Location.Of(path.Value), $"two buildings differ from byte {one.Span.CommonPrefixLength(other.Span)} on", "nobody could repeat this edition: find what differs between them");
        }

        return first;
    }

    private EditionFacts? Facts(Article article, SealedEdition? before)
    {
        FrontMatter front = article.Main.Front;
        if (front.Date != request.Id.Date) diagnostics.Add(Rules.EditionMetadata, Location.Of(ArticleFile), $"the article's `date` is `{(front.Date is { } date ? EditionId.FormatDate(date) : "")}`, and the edition is `{request.Id}`", "a reader must find the edition's date in its pages");
        string? whatsNew = WhatsNew(front);
        if (whatsNew == "" || whatsNew == "none" && before is not null) diagnostics.Add(Rules.EditionMetadata, Location.Of(ArticleFile), "it does not say what is new", "write `whats-new` in its front matter, or name a file by `--whats-new`");
        if ((request.EvidenceDate ?? front.EvidenceDate) is not { } evidence)
        {
            diagnostics.Add(Rules.EditionMetadata, Location.Of(ArticleFile), "it does not say up to when sources were looked at", "write `evidence-date` in its front matter, or give `--evidence-date`");
            return null;
        }

        if (before is null && request.Kind == EditionKind.CorrectedEdition) diagnostics.Add(Rules.EditionMetadata, place, "there is no edition before it to correct", "a first edition is a `new-edition`");
        if (before is null && request.ConclusionsChanged) diagnostics.Add(Rules.EditionMetadata, place, "there is no edition before it whose conclusions could have changed", "say `--conclusions-changed no`");
        return new EditionFacts(request.Id, request.Kind, whatsNew ?? "", request.ConclusionsChanged, evidence, before is null ? null : new Predecessor(before.Id, before.SealDigest));
    }

    // Null when the file that says it cannot be read, which is reported.
    private string? WhatsNew(FrontMatter front)
    {
        if (request.WhatsNewFile is not { } file) return front.Statements.GetValueOrDefault("whats-new", "");
        try
        {
            return SourceText.Decode(file, File.ReadAllBytes(file), diagnostics).Text.Trim();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Rules.FileUnreadable, Location.Of(file), "the file cannot be read");
            return null;
        }
    }

    private static Work WorkOf(Article article)
    {
        FrontMatter front = article.Main.Front;
        string identifier = front.Doi is { } doi ? Doi.Resolver + doi : article.Settings.Address ?? article.Settings.Title;
        return new Work(identifier, front.Title, front.Summary, front.Lang ?? article.Settings.Lang, article.Settings.Publisher, (front.Licence ?? article.Settings.Licence)?.Url, [.. front.Authors.Select(author => (author.Name, author.Collective is not null))]);
    }

    private FileTree Payload(Site site)
    {
        foreach (FilePath path in site.Files.Paths.Where(path => path == EditionFiles.Build || path == EditionFiles.Crate || path.Value.StartsWith(EditionFiles.SourceFolder, StringComparison.Ordinal)))
            diagnostics.Add(Rules.OutputCollision, Location.Of(path.Value), "every edition has a file of its own there", "rename it");
        return site.Files.With(new FoundFolder(SiteFolder.WithTemplatesNamed(sources), []).Within(EditionFiles.SourceFolder).Files);
    }

    private bool IsSame(FileTree made, FileTree there)
    {
        FilePath[] differing = [.. made.Paths.Union(there.Paths).Where(path => !(made.TryGet(path, out ReadOnlyMemory<byte> one) && there.TryGet(path, out ReadOnlyMemory<byte> other) && one.Span.SequenceEqual(other.Span)))];
        if (differing.Length == 0) return true;
        StringBuilder names = new();
        names.AppendJoin(", ", differing.Where(path => BagContents.IsPayload(path.Value)).Concat(differing).Distinct().Take(3).Select(path => $"`{path}`"));
        diagnostics.Add(Rules.EditionExists, place, $"`{request.Id}` is sealed with other bytes: {differing.Length} files differ, {names} first", "a sealed edition never changes: give the new one a later date, or `--ordinal`");
        return false;
    }
}
