using System.CommandLine;
using Her2Gen.Reporting;

namespace Her2Gen.Commands;

/// <summary>The options that several commands have, and read alike.</summary>
internal static class SharedOptions
{
    public static Option<string> Site() => new("--site")
    {
        Description = "The site's folder, with content/ in it",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public static Option<bool> Strict() => new("--strict") { Description = "Count warnings as errors" };

    public static Option<string> Format()
    {
        Option<string> format = new("--format")
        {
            Description = "How to print what was found",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "github");
        return format;
    }

    public static Report Report(ParseResult parsed, Option<string> format, Option<bool> strict) => Report(parsed, format, parsed.GetValue(strict));

    public static Report Report(ParseResult parsed, Option<string> format, bool isStrict) => new(
        parsed.GetValue(format) switch
        {
            "json" => ReportFormat.Json,
            "github" => ReportFormat.GitHub,
            _ => ReportFormat.Text,
        },
        isStrict,
        Console.Out);
}
