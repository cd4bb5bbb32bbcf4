using Her2Gen.Diagnostics;
using Her2Gen.Yaml;

namespace Her2Gen.Articles;

/// <summary>Whether a text is ready to be published, and whether it still is.</summary>
public static class StatusCheck
{
    /// <summary>Reports a text that calls itself a draft.</summary>
    public static void CheckDraft(FrontMatter front, DiagnosticBag diagnostics)
    {
        if (front.Status is { Value: FrontMatter.Draft } status) diagnostics.Add(Rules.Draft, status.Location, "the text is marked as a draft", "write `status: final` when it is one, or take the line out");
    }

    /// <summary>Reports each text whose day of review has passed.</summary>
    /// <param name="today">The day of checking; a text is due up to and on its day.</param>
    public static void CheckReviewDates(IEnumerable<FrontMatter> fronts, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (FrontMatter front in fronts)
            if (front.ReviewBy is { } due && today > due) diagnostics.Add(Rules.ReviewOverdue, front.ReviewByLocation, $"the text was to be reviewed by {IsoDate.Format(due)}", "review it, and set the next day");
    }
}
