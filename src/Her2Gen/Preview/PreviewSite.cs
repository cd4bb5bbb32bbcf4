using System.Diagnostics;
using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Reporting;
using Her2Gen.Sites;

namespace Her2Gen.Preview;

/// <summary>One state of the preview: what is served, and what the newest build found.</summary>
/// <param name="Number">Rises with each build.</param>
/// <param name="Files">The newest build; where a page could not be drawn, that page as it was before.</param>
/// <param name="Site">The last site that could be built; null until there is one.</param>
/// <param name="Stale">The pages that are older than the sources.</param>
/// <param name="Took">From when the change was seen until this was drawn and checked.</param>
internal sealed record PreviewSite(int Number, FileTree Files, Site? Site, IReadOnlySet<FilePath> Stale, TimeSpan Took)
{
    public static readonly PreviewSite None = new(0, FileTree.Empty, null, new HashSet<FilePath>(), TimeSpan.Zero);

    /// <summary>What the newest build found: weighed and put in order when it is first asked for, for pages are answered before.</summary>
    public Lazy<ReportedRun> Run { get; private init; } = new(() => new ReportedRun(new Findings([], [], []), FileTree.Empty, "", Strict: false, ExitCode.Sound));

    /// <summary>What changed since the newest sealed edition: compared when it is first asked for.</summary>
    public WorkingChanges Changes { get; private init; } = WorkingChanges.None;

    /// <summary>Builds anew. A site with faults is shown all the same, so that its author sees them; what cannot be drawn stays as it was.</summary>
    /// <param name="memo">What the build before made.</param>
    /// <param name="seen">When the change was seen, in ticks of <see cref="Stopwatch"/>.</param>
    public PreviewSite Next(LiveFolder live, Memo memo, long seen)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(live.Found);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        memo.Begin();
        FileTree sources = live.Sources;
        Site? built = sources.Count > 0 ? SiteFolder.Build(sources, diagnostics, today, memo: memo) : null;
        FilePath[] undrawn = built is null ? [.. Files.Paths] : [.. built.Sources.Pages.Where(page => !built.Files.Contains(page) && Files.Contains(page))];
        FileTree files = built is null ? Files : undrawn.Length == 0 ? built.Files : Kept(undrawn).With(built.Files);
        string outcome = built is null ? "nothing could be built" : undrawn.Length > 0 ? "what could not be drawn is shown as it was" : "built";
        Report report = new([ReportTarget.Text], Strict: false, today) { Policy = (built ?? Site)?.Policy ?? Policy.None };
        return new PreviewSite(Number + 1, files, built ?? Site, undrawn.ToHashSet(), Stopwatch.GetElapsedTime(seen))
        {
            Run = LaterRun(report, diagnostics, sources, files, outcome),
            Changes = new WorkingChanges(files, sources, Changes),
        };
    }

    // Apart from what else a build works with: what is not asked for yet must not keep the state before, and that the one before it.
    private static Lazy<ReportedRun> LaterRun(Report report, DiagnosticBag diagnostics, FileTree sources, FileTree files, string outcome) =>
        new(() => report.Run(diagnostics, sources.With(files), outcome));

    // With the assets that those pages load.
    private FileTree Kept(FilePath[] pages) => new(Files.Where(file => pages.Contains(file.Key) || file.Key.Folder.StartsWith("assets/", StringComparison.Ordinal)));
}
