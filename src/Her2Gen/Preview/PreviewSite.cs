using Her2Gen.Diagnostics;
using Her2Gen.Files;
using Her2Gen.Reporting;
using Her2Gen.Sites;

namespace Her2Gen.Preview;

/// <summary>One state of the preview: the last site that could be built, and what the newest build found.</summary>
/// <param name="Site">Null until a build has given one.</param>
/// <param name="Number">Rises with each build.</param>
/// <param name="Report">What the newest build found, as text.</param>
/// <param name="HasErrors">Whether <paramref name="Site"/> is unsound, or older than the sources.</param>
internal sealed record PreviewSite(FileTree? Site, int Number, string Report, bool HasErrors)
{
    public static readonly PreviewSite None = new(null, 0, "", HasErrors: false);

    /// <summary>Builds anew. A site with faults is shown all the same, so that its author sees them; one that cannot be built leaves the last.</summary>
    public PreviewSite Next(SiteFolder folder)
    {
        DiagnosticBag diagnostics = new();
        FileTree sources = folder.ReadSources(diagnostics) ?? FileTree.Empty;
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        Site? built = sources.Count > 0 ? SiteFolder.Build(sources, diagnostics, today) : null;
        bool isWhole = built is not null && built.Files.Contains(Pages.PagePlan.Index);
        Report report = new([ReportTarget.Text], Strict: false, today) { Policy = built?.Policy ?? Policy.None };
        ReportedRun run = report.Run(diagnostics, sources.With(built?.Files ?? FileTree.Empty), isWhole ? "built" : "showing the last site that could be built");
        using StringWriter text = new();
        TextReport.Print(run, text);
        return new PreviewSite(isWhole ? built?.Files : Site, Number + 1, text.ToString(), run.Found.Errors > 0);
    }
}
