using System.Globalization;
using Her2Gen.Diagnostics;

namespace Her2Gen.References;

/// <summary>Looks up the works that a site cites in its list of retractions, in both directions: as the work, and as the notice.</summary>
public sealed class RetractionCheck
{
    private const int DaysOfAYear = 366;

    private static readonly string[] RetractedTitles = ["retracted:", "retracted article", "[retracted]", "withdrawn:"];

    private readonly RetractionList? list;
    private readonly IEnumerable<CitedTogether> citations;
    private readonly IReadOnlyDictionary<string, Reference> library;
    private readonly DiagnosticBag diagnostics;

    private RetractionCheck(RetractionList? list, IEnumerable<CitedTogether> citations, IReadOnlyDictionary<string, Reference> library, DiagnosticBag diagnostics)
    {
        this.list = list;
        this.citations = citations;
        this.library = library;
        this.diagnostics = diagnostics;
    }

    /// <summary>Reports each cited work that was retracted or corrected, at its place in the library. A work that calls itself retracted needs no list.</summary>
    /// <param name="list">Null when the site keeps none.</param>
    /// <param name="cited">The keys that are cited anywhere, in texts or in data.</param>
    /// <param name="citations">The citations of the texts, in the order of the pages.</param>
    public static void Check(RetractionList? list, IReadOnlyDictionary<string, Reference> library, IReadOnlySet<string> cited, IEnumerable<CitedTogether> citations, DiagnosticBag diagnostics)
    {
        RetractionCheck check = new(list, citations, library, diagnostics);
        foreach (Reference reference in library.Values.Where(reference => cited.Contains(reference.Key))) check.CheckOne(reference);
    }

    /// <summary>Reports a list that cannot know what happened in the year before the article's date.</summary>
    /// <param name="date">Of the article's edition.</param>
    public static void CheckAge(RetractionList list, DateOnly date, DiagnosticBag diagnostics)
    {
        if (date.DayNumber - list.Date.DayNumber > DaysOfAYear)
            diagnostics.Add(Rules.RetractionsStale, Location.Of(list.File), $"the list of retractions is of {Iso(list.Date)}, and the article of {Iso(date)}", "put a newer copy beside it, named by its date");
    }

    private void CheckOne(Reference reference)
    {
        if (list is null)
        {
            if (CallsItselfRetracted(reference)) ReportOwnWord(reference);
            return;
        }

        // On one day a reinstatement follows the retraction that it takes back.
        RetractionNotice[] about = [.. list.Notices.Where(notice => notice.IsAbout(reference)).OrderBy(notice => notice.Date).ThenBy(notice => notice.Nature)];
        RetractionNotice? last = about.LastOrDefault(notice => notice.Nature is RetractionNature.Retraction or RetractionNature.Reinstatement);
        RetractionNotice? corrected = about.LastOrDefault(notice => notice.Nature is RetractionNature.Correction or RetractionNature.ExpressionOfConcern);
        if (last is { Nature: RetractionNature.Retraction })
            Report(Rules.RetractedWorkCited, reference, $"`{reference.Key}` was retracted on {Iso(last.Date)}{Because(last)}", "take it out, with what rests on it; or cite the notice beside it and say so");
        else if (last is null && CallsItselfRetracted(reference))
            ReportOwnWord(reference);
        else if (corrected is not null)
            Report(Rules.CorrectedWorkCited, reference, $"`{reference.Key}` has {Named(corrected.Nature)} of {Iso(corrected.Date)}{Because(corrected)}", "read it, and see whether what is said here still holds");
        else if (list.Notices.FirstOrDefault(notice => notice.IsNotice(reference) && !IsCitedWithItsWork(reference, notice)) is { } own)
            Report(Rules.CorrectedWorkCited, reference, $"`{reference.Key}` is {Named(own.Nature)}, and is cited without the work that it speaks of", "cite both together, or the work that was meant");
    }

    private void ReportOwnWord(Reference reference) =>
        Report(Rules.RetractedWorkCited, reference, $"`{reference.Key}` calls itself retracted", "take it out, with what rests on it");

    private void Report(Rule rule, Reference reference, string message, string hint)
    {
        CitedTogether? first = citations.FirstOrDefault(citation => citation.Keys.Contains(reference.Key));
        diagnostics.Add(rule, reference.Location, message, first is null ? hint : $"{hint}; it is first cited at {first.Location}");
    }

    private bool IsCitedWithItsWork(Reference notice, RetractionNotice row) => citations.Any(citation =>
        citation.Keys.Contains(notice.Key) && citation.Keys.Any(key => library.TryGetValue(key, out Reference? other) && row.IsAbout(other)));

    // As publishers mark the titles of what they retract, and as CSL has a work's status.
    private static bool CallsItselfRetracted(Reference reference) =>
        reference.Status.Equals("retracted", StringComparison.OrdinalIgnoreCase)
        || RetractedTitles.Any(mark => RichWords.Plain(reference.Title).StartsWith(mark, StringComparison.OrdinalIgnoreCase));

    private static string Named(RetractionNature nature) => nature switch
    {
        RetractionNature.Correction => "a correction",
        RetractionNature.ExpressionOfConcern => "an expression of concern",
        RetractionNature.Reinstatement => "a reinstatement",
        _ => "a retraction",
    };

    private static string Because(RetractionNotice notice) => notice.Reason.Length == 0 ? "" : $": {notice.Reason}";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
