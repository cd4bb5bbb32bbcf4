using System.Collections.Frozen;

namespace Her2Gen.Diagnostics;

/// <summary>Why a rule is there, with an example of what it finds and of how that is written right.</summary>
/// <remarks>The texts stand in <c>Rules.md</c>, which is embedded: an entry for each rule of <see cref="Rules.All"/>.</remarks>
/// <param name="Reason">A few sentences.</param>
/// <param name="Bad">An example that the rule reports; of one or more lines.</param>
/// <param name="Good">The same, right.</param>
public sealed record RuleExplanation(string Reason, string Bad, string Good)
{
    private const string Heading = "## ";
    private const string BadMark = "Wrong:";
    private const string GoodMark = "Right:";
    private const string Indent = "    ";

    private static readonly Lazy<FrozenDictionary<string, RuleExplanation>> ById = new(() => Read(Text()).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The ids and names that have an entry, as its heading writes them, in the order written.</summary>
    public static IReadOnlyList<string> Headings => [.. Text().Split('\n').Where(line => line.StartsWith(Heading, StringComparison.Ordinal)).Select(line => line[Heading.Length..])];

    public static RuleExplanation Of(Rule rule) => ById.Value[rule.Id];

    private static string Text()
    {
        using Stream stream = typeof(RuleExplanation).Assembly.GetManifestResourceStream("Rules.md") ?? throw new InvalidOperationException("no resource Rules.md");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static IEnumerable<KeyValuePair<string, RuleExplanation>> Read(string text)
    {
        foreach (string entry in text.Split("\n" + Heading)[1..])
        {
            string[] lines = entry.Split('\n');
            int bad = Array.IndexOf(lines, BadMark);
            int good = Array.IndexOf(lines, GoodMark);
            yield return KeyValuePair.Create(lines[0].Split(' ')[0], new RuleExplanation(string.Join(' ', lines[1..bad]).Trim(), Example(lines[(bad + 1)..good]), Example(lines[(good + 1)..])));
        }
    }

    private static string Example(string[] lines) =>
        string.Join('\n', lines.Select(line => line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line)).Trim('\n');
}
