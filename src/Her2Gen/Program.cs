using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Her2Gen;
using Her2Gen.Commands;

// A report is UTF-8 in every locale: a JSON file in Latin-1 would be none.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

RootCommand root = new("Compiles one long-form medical article, written in Markdown, into a small static website that is checked before it is written.")
{
    BuildCommand.Create(),
    CheckCommand.Create(),
    DiffCommand.Create(),
    LinksCommand.Create(),
    ReferencesCommand.Create(),
    ServeCommand.Create(),
    ArchiveCommand.Create(),
    VerifyCommand.Create(),
    EditionsCommand.Create(),
    ExportCommand.Create(),
    NewCommand.Create(),
    RulesCommand.Create(),
    SchemaCommand.Create(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (ParseError error in parsed.Errors) Console.Error.Write($"her2gen: {error.Message}\n");
    Console.Error.Write($"her2gen: `her2gen {NamesOf(parsed.CommandResult)}--help` shows what can be said\n");
    return ExitCode.CouldNotRun;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception bug) when (bug is not OperationCanceledException)
{
    Console.Error.Write($"her2gen: a fault of the program itself: {bug.GetType().Name}: {bug.Message}\n");
    return ExitCode.CouldNotRun;
}

// The names of the command and of those around it, without the program's: `references add `.
static string NamesOf(CommandResult result) => result.Parent is CommandResult around ? $"{NamesOf(around)}{result.Command.Name} " : "";
