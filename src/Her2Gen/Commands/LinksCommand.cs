using System.CommandLine;
using Her2Gen.Links;
using Her2Gen.Probing;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen links</c>: the addresses outside the site, and whether they still lead somewhere. The only command that asks the outside world, and only with <c>--external</c>.</summary>
internal static class LinksCommand
{
    // What the other commands look for is not looked for here, so a suppression of it is not unused.
    private static readonly HashSet<string> Rules = [Diagnostics.Rules.UrlMalformed.Id, .. LinkFindings.Rules.Select(rule => rule.Id)];

    public static Command Create()
    {
        Argument<string?> folder = new("DIR") { Description = "A folder of HTML, made by whatever program; the site itself unless named", Arity = ArgumentArity.ZeroOrOne };
        Option<string> site = SharedOptions.Site();
        Option<bool> external = new("--external") { Description = "Ask for each address whether it still answers; no network is touched without" };
        Option<bool> rot = new("--report") { Description = "Print how the links fare over time in place of the list" };
        Option<bool> archived = new("--archived") { Description = "Ask the Wayback Machine for copies of what is gone; needs --external" };
        Option<string?> cache = new("--cache") { Description = "The file that remembers what was learned; content/links.json in the site's folder, none for a folder of HTML, unless named", HelpName = "FILE" };
        Option<int> maxAge = SharedOptions.Number("--max-age", 7, 0, 3650, "DAYS", "The age in days from which an answer is old; what is unknown or suspect is asked for again on the next day");
        Option<int> timeout = SharedOptions.Number("--timeout", 20, 1, 600, "SECONDS", "The time that one request may take");
        Option<int> pace = SharedOptions.Number("--pace", 1, 0, 600, "SECONDS", "The pause between two requests to one host");
        Option<int> concurrency = SharedOptions.Number("--concurrency", 8, 1, 64, "N", "Requests at once; one host has one at a time");
        Option<string> handles = SharedOptions.Address("--handles", ProbeSettings.UsualHandles, "The handle service, which knows whether a DOI exists");
        Option<string> archive = SharedOptions.Address("--archive", ProbeSettings.UsualArchive, "The Wayback Machine's availability API");
        Option<bool> strict = SharedOptions.Strict();
        Option<string> format = new("--format") { Description = "How to print what was found", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("links", "List the links that lead out of the site, or ask whether they still do")
        {
            folder, site, external, rot, archived, cache, maxAge, timeout, pace, concurrency, handles, archive, strict, format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(archived) && !result.GetValue(external)) result.AddError("--archived asks the outside world: it needs --external");
        });
        command.SetAction((parsed, stop) =>
        {
            LinksRequest request = new(
                parsed.GetValue(site) ?? ".", parsed.GetValue(folder), parsed.GetValue(cache), parsed.GetValue(external), parsed.GetValue(archived), parsed.GetValue(rot),
                parsed.GetValue(maxAge), TimeSpan.FromSeconds(parsed.GetValue(timeout)), TimeSpan.FromSeconds(parsed.GetValue(pace)), parsed.GetValue(concurrency),
                new Uri(parsed.GetRequiredValue(handles)), new Uri(parsed.GetRequiredValue(archive)));
            Report report = new([ReportTarget.Text], parsed.GetValue(strict), DateOnly.FromDateTime(DateTime.UtcNow)) { Only = Rules };
            return new LinksRun(request, parsed.GetValue(format) == "json" ? ReportFormat.Json : ReportFormat.Text, report, Console.Out, TimeProvider.System).RunAsync(stop);
        });
        return command;
    }
}
