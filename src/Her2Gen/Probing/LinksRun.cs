using Her2Gen.Articles;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Links;
using Her2Gen.Reporting;
using Her2Gen.Sites;
using Her2Gen.Templates;

namespace Her2Gen.Probing;

/// <summary>Gathers the addresses outside a site, asks for them when told to, keeps what was learned, and reports.</summary>
internal sealed class LinksRun(LinksRequest request, ReportFormat format, Report report, TextWriter output, TimeProvider time)
{
    private const string CacheName = "content/links.json";

    private readonly DiagnosticBag diagnostics = new();
    private FileTree files = FileTree.Empty;
    private Policy policy = Policy.None;
    private string? ownAddress;

    // As the site's other sources are named: from the site's folder on.
    private string ShownCache => request.Cache ?? CacheName;

    private string? CachePath => request.Cache ?? (request.Folder is null ? Path.Combine(request.Site, CacheName) : null);

    /// <summary>The exit code. When it is stopped, what was learned by then is kept.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        IReadOnlyList<ExternalLink>? links = request.Folder is { } folder ? ReadFolder(folder) : ReadSite();
        LinkCache? known = CacheFile.Read(CachePath, ShownCache, diagnostics);
        // What keeps links from being seen is told, whatever rule it breaks.
        if (links is null || known is null) return Print([], LinkCache.Empty, report with { Only = null }, "no link was looked at");
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!request.IsExternal) return PrintKnown(links, known, today);

        IReadOnlyList<ExternalLink> due = known.Due(links, today, request.MaxAge);
        using Requests requests = new(new RequestSettings(request.Timeout, request.Pace, request.Concurrency, ProbeSettings.AgentFor(ownAddress)), time);
        LinkProbe probe = new(requests, new ProbeSettings(request.Handles, request.Archive));
        IReadOnlyDictionary<string, Look> looks = await ProbeProgress.ShowAsync("asking for links", due.Count, step => LinkRound.LookAsync(due, probe, step, stop));
        if (!stop.IsCancellationRequested && IsCutOff(looks, known))
        {
            await Console.Error.WriteAsync($"her2gen: could not check: none of {looks.Count} addresses answered ({string.Join(", ", looks.Values.Select(look => look.Status).Distinct().Order(StringComparer.Ordinal))}); nothing was kept\n");
            return ExitCode.CouldNotRun;
        }

        LinkCache learned = known.After(links, looks, today);
        if (request.IsArchived)
            learned = learned.WithArchives(await ProbeProgress.ShowAsync("asking for copies", LinkRound.Gone(learned).Count(), step => LinkRound.FindCopiesAsync(learned, probe, step, stop)));
        CacheFile.Write(CachePath, ShownCache, learned, diagnostics);
        int exit = PrintKnown(links, learned, today);
        if (!stop.IsCancellationRequested) return exit;
        await Console.Error.WriteAsync($"her2gen: stopped; {looks.Count} of {due.Count} addresses were asked for, and what they said was kept\n");
        return ExitCode.CouldNotRun;
    }

    // When nobody answers, this machine is most likely offline, and that is nothing to remember of the links; but what was unknown may well stay so.
    private static bool IsCutOff(IReadOnlyDictionary<string, Look> looks, LinkCache known) =>
        !looks.Values.Any(look => look.Answered) && looks.Keys.Any(address => known.Records.GetValueOrDefault(address)?.State != LinkState.Unknown);

    private IReadOnlyList<ExternalLink>? ReadFolder(string folder)
    {
        if (FolderReader.Read(folder, "", diagnostics) is not { } read) return null;
        files = new FileTree(read);
        if (SiteChecker.PagesOf(files).Any()) return ExternalLinks.Of(files, SourceMap.Empty, [], out ownAddress, diagnostics);
        diagnostics.Add(Rules.CheckedNothing, Location.Of("."), "there is no HTML page", "name the folder that the site was built into");
        return null;
    }

    private IReadOnlyList<ExternalLink>? ReadSite()
    {
        // What else is wrong with the site is for `check` to say, unless it keeps links from being seen.
        DiagnosticBag reading = new();
        FileTree sources = new SiteFolder(request.Site).ReadSources(reading) ?? FileTree.Empty;
        Article? article = sources.Count > 0 ? ArticleReader.Read(sources, reading) : null;
        Site? site = article is null ? null : SiteBuilder.Build(article, new TemplateSet(sources.Under("templates/"), reading), reading);
        files = sources.With(site?.Files ?? FileTree.Empty);
        if (site is not null && article is not null && reading.Errors == 0)
        {
            policy = site.Policy;
            return ExternalLinks.Of(site.Files, site.Sources, article.Library.Values, out ownAddress, diagnostics);
        }

        diagnostics.AddRange(reading);
        return null;
    }

    private int PrintKnown(IReadOnlyList<ExternalLink> links, LinkCache cache, DateOnly today)
    {
        LinkFindings.Report(links, cache, diagnostics);
        if (format == ReportFormat.Text)
        {
            if (request.IsRot) output.Write(LinkRot.Of(links, cache, today));
            // After a round of looks there is to list only what it could not tell.
            else LinksReport.PrintList(links.Where(link => !request.IsExternal || cache.Of(link) is null or { State: LinkState.Unknown }), cache, output);
        }

        return Print(links, cache, report with { Policy = policy }, LinksReport.Counts(links, cache));
    }

    private int Print(IReadOnlyList<ExternalLink> links, LinkCache cache, Report weighing, string outcome)
    {
        ReportedRun run = weighing.Run(diagnostics, files, outcome);
        using StringWriter findings = new() { NewLine = "\n" };
        Report.Print(format, run, format == ReportFormat.Json ? findings : output);
        if (format == ReportFormat.Json) LinksReport.PrintJson(links, cache, findings.ToString(), output);
        return run.ExitCode;
    }
}
