using System.CommandLine;
using System.CommandLine.Parsing;
using Her2Gen.Diagnostics;
using Her2Gen.Reporting;
using Her2Gen.Yaml;

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

    public static Option<IReadOnlyList<ReportTarget>> Format() => new("--format")
    {
        Description = $"How to report what was found: {string.Join(", ", ReportTarget.FormatNames)}; FORMAT=FILE writes a file; may be given several times; text unless named",
        HelpName = "FORMAT[=FILE]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseTargets,
    };

    public static Option<IReadOnlySet<string>?> RuleFilter() => new("--rules")
    {
        Description = "Report only these rules: ids, names or bands, parted by commas: HG4,HG501",
        HelpName = "RULES",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseRules,
    };

    public static Option<DateOnly?> Today() => new("--today")
    {
        Description = "The day that dates of review and ends of suppressions are compared with; today's date (UTC) unless named",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (IsoDate.TryParse(result.Tokens[0].Value, out DateOnly date)) return date;
            result.AddError($"--today takes a date, YYYY-MM-DD, and not `{result.Tokens[0].Value}`");
            return null;
        },
    };

    /// <summary>A number within bounds.</summary>
    public static Option<int> Number(string name, int usual, int least, int most, string unit, string description) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out int number) && number >= least && number <= most) return number;
            result.AddError($"{name} takes a number from {least} to {most}");
            return usual;
        },
    };

    /// <summary>An address of the web.</summary>
    public static Option<string> Address(string name, string usual, string description)
    {
        Option<string> option = new(name) { Description = description, HelpName = "URL", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")) result.AddError($"{name} takes an address that starts with http:// or https://");
        });
        return option;
    }

    public static Report Report(ParseResult parsed, Option<IReadOnlyList<ReportTarget>> format, Option<bool> strict, Option<DateOnly?>? today = null, Option<IReadOnlySet<string>?>? rules = null) => new(
        parsed.GetValue(format) ?? [ReportTarget.Text],
        parsed.GetValue(strict),
        (today is null ? null : parsed.GetValue(today)) ?? DateOnly.FromDateTime(DateTime.UtcNow))
    {
        Only = rules is null ? null : parsed.GetValue(rules),
    };

    /// <summary>A report in which a warning is as bad as an error: what is sealed cannot be mended later.</summary>
    public static Report StrictReport(ParseResult parsed, Option<IReadOnlyList<ReportTarget>> format, Option<DateOnly?> today) =>
        new(parsed.GetValue(format) ?? [ReportTarget.Text], Strict: true, parsed.GetValue(today) ?? DateOnly.FromDateTime(DateTime.UtcNow));

    private static ReportTarget[] ParseTargets(ArgumentResult result)
    {
        List<ReportTarget> targets = [];
        foreach (string written in result.Tokens.Select(token => token.Value))
        {
            if (ReportTarget.Parse(written) is { } target) targets.Add(target);
            else result.AddError($"--format takes {string.Join(", ", ReportTarget.FormatNames)}, or one of them with =FILE behind it, and not `{written}`");
        }

        if (targets.Count(target => target.File is null) > 1) result.AddError("one report only can go to standard output: name files for the others, as in --format sarif=FILE");
        foreach (string file in targets.Select(target => target.File).OfType<string>().CountBy(Path.GetFullPath).Where(count => count.Value > 1).Select(count => count.Key))
            result.AddError($"two reports cannot go to one file, `{file}`");
        return [.. targets];
    }

    // A band is the beginning of an id: `HG4` is every rule of links.
    private static HashSet<string>? ParseRules(ArgumentResult result)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (string written in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            string[] ids = [.. Rules.All.Where(rule => rule.Name == written || (written.Length > 2 && rule.Id.StartsWith(written, StringComparison.Ordinal))).Select(rule => rule.Id)];
            asked.UnionWith(ids);
            if (ids.Length == 0) result.AddError($"there is no rule `{written}`: {Nearest.Hint(written, Rules.All.SelectMany(rule => new[] { rule.Id, rule.Name })) ?? "`her2gen rules` lists them"}");
        }

        return asked.Count == 0 ? null : asked;
    }
}
