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
/// <param name="Drawn">From when the change was seen until this could be shown.</param>
internal sealed record PreviewSite(int Number, FileTree Files, Site? Site, IReadOnlySet<FilePath> Stale, TimeSpan Drawn)
{
    public static readonly PreviewSite None = new(0, FileTree.Empty, null, new HashSet<FilePath>(), TimeSpan.Zero);

    /// <summary>What the newest build found: weighed and put in order when it is first asked for, for the page is answered before.</summary>
    public Lazy<ReportedRun> Run { get; private init; } = new(() => new ReportedRun(new Findings([], [], []), FileTree.Empty, "", Strict: false, ExitCode.Sound));

    /// <summary>From when the change was seen until all was checked; null before that.</summary>
    public TimeSpan? Checked { get; private init; }

    /// <summary>What changed since the newest sealed edition: compared when it is first asked for.</summary>
    public WorkingChanges Changes { get; private init; } = WorkingChanges.None;

    /// <summary>Builds anew: the state as it is drawn, and as it is once it has been checked. A site with faults is shown all the same, so that its author sees them; what cannot be drawn stays as it was.</summary>
    /// <param name="memo">What the build before made.</param>
    /// <param name="elapsed">The time since the change was seen.</param>
    public IEnumerable<PreviewSite> Next(LiveFolder live, Memo memo, Func<TimeSpan> elapsed)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(live.Found);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        memo.Begin();
        FileTree sources = live.Sources;
        Site? built = sources.Count > 0 ? SiteFolder.Draw(sources, diagnostics, today, sealing: null, memo) : null;
        FilePath[] undrawn = built is null ? [.. Files.Paths] : [.. built.Sources.Pages.Where(page => !built.Files.Contains(page) && Files.Contains(page))];
        FileTree files = built is null ? Files : undrawn.Length == 0 ? built.Files : Kept(undrawn).With(built.Files);
        PreviewSite drawn = new(Number + 1, files, built ?? Site, undrawn.ToHashSet(), elapsed()) { Run = Run, Changes = new WorkingChanges(files, sources, Changes) };
        yield return drawn;
        if (built is not null) SiteFolder.Check(built, diagnostics, sealing: null, memo);
        string outcome = built is null ? "nothing could be built" : undrawn.Length > 0 ? "what could not be drawn is shown as it was" : "built";
        Report report = new([ReportTarget.Text], Strict: false, today) { Policy = (built ?? Site)?.Policy ?? Policy.None };
        yield return drawn with { Run = new Lazy<ReportedRun>(() => report.Run(diagnostics, sources.With(files), outcome)), Checked = elapsed() };
    }

    // With the assets that those pages load.
    private FileTree Kept(FilePath[] pages) => Files.Where(file => pages.Contains(file.Key) || file.Key.Folder.StartsWith("assets/", StringComparison.Ordinal));
}
