using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Editions;
using Her2Gen.Files;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen archive</c>: seals the site as it is into a dated edition that never changes.</summary>
internal static class ArchiveCommand
{
    public static Command Create()
    {
        Option<string> date = new("--date") { Description = "The edition's date, YYYY-MM-DD: the article's own", HelpName = "DATE", Required = true };
        Option<int> ordinal = new("--ordinal") { Description = "2 or more, for a further edition of that day", HelpName = "N", DefaultValueFactory = _ => 1 };
        Option<string> kind = new("--kind") { Description = "Why there is an edition", Required = true };
        Option<string> conclusions = new("--conclusions-changed") { Description = "Whether conclusions changed against the edition before", Required = true };
        Option<string?> whatsNew = new("--whats-new") { Description = "A text file that says what is new; the article's `whats-new` unless named", HelpName = "FILE" };
        Option<string?> evidence = new("--evidence-date") { Description = "Up to when sources were looked at; the article's `evidence-date` unless named", HelpName = "DATE" };
        Option<string> site = SharedOptions.Site();
        Option<string?> content = new("--content") { Description = "What to seal in place of the site's content/: a state of another day", HelpName = "DIR" };
        Option<string?> templates = new("--templates") { Description = "All templates of that day, in place of the theme and the site's own", HelpName = "DIR" };
        Option<IReadOnlyList<ReportTarget>> format = SharedOptions.Format();
        Option<DateOnly?> today = SharedOptions.Today();
        kind.AcceptOnlyFromAmong([.. EditionKinds.Words]);
        conclusions.AcceptOnlyFromAmong("yes", "no");
        date.Validators.Add(result => RequireDate(result.Tokens, "--date", result.AddError));
        evidence.Validators.Add(result => RequireDate(result.Tokens, "--evidence-date", result.AddError));
        ordinal.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--ordinal takes a number from 1 on");
        });
        Command command = new("archive", "Seal the site as it is into a dated edition that never changes") { date, ordinal, kind, conclusions, whatsNew, evidence, site, content, templates, format, today };
        command.SetAction(parsed =>
        {
            SealingRequest request = new(
                EditionId.TryParseDate(parsed.GetRequiredValue(date), out DateOnly day) ? EditionId.Of(day, parsed.GetValue(ordinal)) : default,
                EditionKinds.Of(parsed.GetRequiredValue(kind)) ?? EditionKind.NewEdition,
                parsed.GetRequiredValue(conclusions) == "yes",
                parsed.GetValue(whatsNew),
                EditionId.TryParseDate(parsed.GetValue(evidence), out DateOnly evidenceDate) ? evidenceDate : null);
            SiteFolder folder = new(parsed.GetValue(site) ?? ".") { OtherContent = parsed.GetValue(content), OtherTemplates = parsed.GetValue(templates) };
            return Run(folder, request, SharedOptions.StrictReport(parsed, format, today));
        });
        return command;
    }

    private static void RequireDate(IReadOnlyList<System.CommandLine.Parsing.Token> tokens, string option, Action<string> addError)
    {
        if (tokens is [var token] && !EditionId.TryParseDate(token.Value, out _)) addError($"{option} takes a day of the calendar, YYYY-MM-DD: `{token.Value}` is none");
    }

    private static int Run(SiteFolder folder, SealingRequest request, Report report)
    {
        DiagnosticBag diagnostics = new();
        string outcome = "nothing was sealed";
        FileTree sources = FileTree.Empty;
        if (folder.ReadSources(diagnostics) is not { } read) return report.Print(diagnostics, sources, outcome);
        sources = read;
        string editions = Path.Combine(folder.Root, "content", "editions");
        using FileStream? turn = EditionFolder.TakeTurn(editions, diagnostics);
        if (turn is null) return report.Print(diagnostics, sources, outcome);
        EditionFolder.RemoveLeftovers(editions);
        SealingResult result = EditionSealing.Seal(folder, sources, request, report, diagnostics);
        if (result is { Edition: { } known, IsThere: true }) outcome = $"{request.Id} is already sealed, with these bytes; its seal is {known.SealDigest}";
        else if (result.Edition is { } made && EditionFolder.Write(editions, request.Id, made.Bag.Contents.Files, diagnostics)) outcome = $"sealed {request.Id}: {made.Payload.Count} files; its seal is {made.SealDigest}";
        return (report with { Policy = result.Policy }).Print(diagnostics, sources, outcome);
    }
}
