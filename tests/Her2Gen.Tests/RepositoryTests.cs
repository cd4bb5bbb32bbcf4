using System.Text.RegularExpressions;
using Her2Gen.Diagnostics;

namespace Her2Gen.Tests;

/// <summary>The rules of the house: who may know whom, what the core may not touch, how long a file may be.</summary>
public sealed partial class RepositoryTests
{
    private const int LongestFile = 300;

    // Lower layers first; a folder may name only those on lines above its own.
    private static readonly string[][] Layers =
    [
        ["Diagnostics", "Identifiers"],
        ["Files"],
        ["Yaml", "References", "Checks", "Editions"],
        ["Data", "Terms", "Csl", "BibTex", "Tagged", "Links"],
        ["Markup", "Articles"],
        ["Templates"],
        ["Pages"],
        ["Sites"],
    ];

    private static readonly string[] Impure =
    [
        "File.", "Directory.", "Console.", "Environment.", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.", "Stopwatch", "HttpClient", "Random", "Guid.", "Process.", "FileInfo", "FileStream", "Thread.Sleep", "CurrentCulture",
    ];

    private static readonly string[] TopLevel = ["src", "tests", "templates", "content", "site-output", "Her2Gen.sln", "README.md"];

    // What builds and test runs leave, and git does not keep.
    private static readonly string[] Leavings = ["artifacts", "TestResults"];

    private static readonly string[] BuildFiles = ["Directory.Build.props", "Directory.Packages.props", "global.json"];

    [GeneratedRegex(@"\bHer2Gen\.(\w+)")]
    private static partial Regex Mention { get; }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [Fact]
    public void A_layer_of_the_core_knows_only_the_layers_below_it()
    {
        List<string> faults = [];
        string[] all = [.. Layers.SelectMany(layer => layer)];
        foreach (string file in Sources("src/Her2Gen.Core"))
        {
            string folder = Path.GetFileName(Path.GetDirectoryName(file) ?? "");
            int own = Array.FindIndex(Layers, layer => layer.Contains(folder));
            if (own < 0) faults.Add($"{folder} is in no layer");
            foreach (string named in Mention.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct().Where(named => named != folder && all.Contains(named)))
                if (Array.FindIndex(Layers, layer => layer.Contains(named)) >= own) faults.Add($"{folder}/{Path.GetFileName(file)} names {named}");
        }

        Assert.Equal([], faults);
    }

    [Fact]
    public void The_checks_know_nothing_of_articles_and_templates() => Assert.Equal(
        [],
        Sources("src/Her2Gen.Core/Checks").Where(file => Mention.Matches(File.ReadAllText(file)).Any(match => match.Groups[1].Value is not ("Files" or "Identifiers" or "Diagnostics" or "Checks"))));

    [Fact]
    public void The_core_is_told_and_does_not_look() => Assert.Equal(
        [],
        from file in Sources("src/Her2Gen.Core")
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from name in Impure
        where Regex.IsMatch(line, @"(?<![\w.])" + Regex.Escape(name))
        select $"{Path.GetFileName(file)}: {name}");

    [Fact]
    public void A_file_can_be_read_in_a_sitting() => Assert.Equal(
        [],
        from file in Sources("src").Concat(Sources("tests"))
        let lines = File.ReadLines(file).Count()
        where lines > LongestFile
        select $"{Path.GetFileName(file)}: {lines} lines");

    [Fact]
    public void Nothing_unfinished_is_left_in_the_sources() => Assert.Equal(
        [],
        from file in Sources("src").Concat(Sources("tests"))
        where Path.GetFileName(file) != "RepositoryTests.cs"
        from line in File.ReadLines(file)
        where Regex.IsMatch(line, @"\bTODO\b|\bFIXME\b|NotImplemented|#pragma|#region|Skip *= *""|\bdynamic\b *\w")
        select $"{Path.GetFileName(file)}: {line.Trim()}");

    [Fact]
    public void The_top_level_holds_what_it_is_meant_to_and_nothing_else()
    {
        string[] entries = [.. Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)).Where(name => name[0] != '.' && !Leavings.Contains(name)).Order(StringComparer.Ordinal)];
        Assert.Equal(TopLevel.Concat(BuildFiles).Order(StringComparer.Ordinal), entries);
    }

    [Fact]
    public void Every_rule_is_listed_once_and_in_order()
    {
        Rule[] declared = [.. typeof(Rules).GetFields().Where(field => field.FieldType == typeof(Rule)).Select(field => (Rule)(field.GetValue(null) ?? throw new InvalidOperationException()))];
        Assert.Equal(declared.Select(rule => rule.Id).Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Id));
        Assert.Equal(declared.Length, declared.Select(rule => rule.Name).Distinct().Count());
        Assert.All(declared, rule => Assert.Matches("^HG[1-6][0-9]{2}$", rule.Id));
    }
}
