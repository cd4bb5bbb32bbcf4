using System.CommandLine;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Fetching;
using Her2Gen.Files;
using Her2Gen.References;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary><c>her2gen references</c>: the library in another format; and <c>add</c> and <c>update</c>, which ask Crossref and PubMed. Nothing else asks them.</summary>
internal static class ReferencesCommand
{
    public static Command Create()
    {
        Option<string> site = SharedOptions.Site();
        Option<string> format = new("--format") { Description = "The format to print them in", DefaultValueFactory = _ => "csl-json" };
        format.AcceptOnlyFromAmong([.. CitationFormat.All.Select(one => one.Name.ToLowerInvariant())]);
        Command command = new("references", "Print the references, whatever files they are in; or fetch their records") { site, format, CreateAdd(), CreateUpdate() };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(site), CitationFormat.All.First(one => one.Name.Equals(parsed.GetValue(format), StringComparison.OrdinalIgnoreCase))));
        return command;
    }

    private static Command CreateAdd()
    {
        Argument<Asked[]> works = new("IDENTIFIER")
        {
            Description = "A DOI, or a PMID",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result =>
            {
                List<Asked> asked = [];
                foreach (string written in result.Tokens.Select(token => token.Value))
                {
                    if (Asked.Parse(written) is { } work) asked.Add(work);
                    else result.AddError($"`{written}` is neither a DOI (10.1000/…) nor a PMID (one to eight digits)");
                }

                return [.. asked];
            },
        };
        return CreateFetching("add", "Fetch records from Crossref (DOI) and PubMed (PMID) into content/references.json", works, (run, parsed, stop) => run.AddAsync(parsed.GetValue(works) ?? [], stop));
    }

    private static Command CreateUpdate()
    {
        Argument<string[]> keys = new("KEY") { Description = "The references to ask for again; all that have a DOI or a PMID unless named", Arity = ArgumentArity.ZeroOrMore };
        return CreateFetching("update", "Ask again for the records of content/references.json, and show and write what is otherwise", keys, (run, parsed, stop) => run.UpdateAsync(parsed.GetValue(keys) ?? [], stop));
    }

    private static Command CreateFetching(string name, string description, Argument argument, Func<ReferencesRun, ParseResult, CancellationToken, Task<int>> act)
    {
        Option<string> site = SharedOptions.Site();
        Option<bool> dry = new("--dry-run") { Description = "Show what would change, and write nothing" };
        Option<int> timeout = SharedOptions.Number("--timeout", 20, 1, 600, "SECONDS", "The time that one request may take");
        Option<int> pace = SharedOptions.Number("--pace", 1, 0, 600, "SECONDS", "The pause between two requests to one registry");
        Option<string?> mail = new("--mail") { Description = "An address to reach you at, which is told to the registries: they ask for one", HelpName = "ADDRESS" };
        mail.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address && !EmailAddress.IsValid(address)) result.AddError($"--mail takes an e-mail address, and not `{address}`");
        });
        Option<string> crossref = SharedOptions.Address("--crossref", FetchSettings.UsualCrossref, "Crossref's works, before the DOI");
        Option<string> pubMed = SharedOptions.Address("--pubmed", FetchSettings.UsualPubMed, "PubMed's citation exporter, before the PMID");
        Command command = new(name, description) { argument, site, dry, timeout, pace, mail, crossref, pubMed };
        command.SetAction((parsed, stop) => act(
            new ReferencesRun(
                new ReferencesRequest(
                    parsed.GetRequiredValue(site), parsed.GetValue(dry), TimeSpan.FromSeconds(parsed.GetValue(timeout)), TimeSpan.FromSeconds(parsed.GetValue(pace)), parsed.GetValue(mail),
                    new FetchSettings(new Uri(parsed.GetRequiredValue(crossref)), new Uri(parsed.GetRequiredValue(pubMed)))),
                Console.Out, Console.Error, TimeProvider.System),
            parsed,
            stop));
        return command;
    }

    private static int Print(string site, CitationFormat format)
    {
        DiagnosticBag diagnostics = new();
        FileTree content = new(FolderReader.Read(Path.Combine(site, "content"), "", diagnostics, except: "editions/") ?? []);
        IReadOnlyDictionary<string, Reference> library = ReferenceReader.Read(content, "content/", diagnostics);
        Console.Out.Write(format.Write(library.Values));
        foreach (Diagnostic found in diagnostics.Sorted()) Console.Error.Write($"{Printable.Of(found.ToString())}\n");
        return diagnostics.Sorted().Any(found => found.Rule == Rules.FileUnreadable) ? ExitCode.CouldNotRun : diagnostics.Errors > 0 ? ExitCode.ProblemsFound : ExitCode.Sound;
    }
}
