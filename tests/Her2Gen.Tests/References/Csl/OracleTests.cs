using System.Text.Json;
using Her2Gen.References.Csl;

namespace Her2Gen.Tests.References.Csl;

/// <summary>Under both embedded styles, entries are what citeproc-js makes of them (<c>tests/cases/csl/oracle/README.md</c>).</summary>
public sealed class OracleTests
{
    private static string Case(string name) => Repository.Path("tests/cases/csl/oracle/" + name);

    [Fact]
    public void The_lists_are_the_verified_records_and_the_made_up_ones()
    {
        Assert.Equal(EvidenceItems.Write(), File.ReadAllText(Case("evidence.json")));
        Assert.Equal(MadeUpItems.Write(200), File.ReadAllText(Case("made-up.json")));
    }

    [Theory]
    [InlineData("evidence", "nlm-citation-sequence")]
    [InlineData("evidence", "american-medical-association")]
    [InlineData("made-up", "nlm-citation-sequence")]
    [InlineData("made-up", "american-medical-association")]
    public void Entries_are_those_of_citeproc_js(string list, string style) =>
        Assert.Equal(File.ReadAllLines(Case($"{list}.{style}.txt")), Lines(list, style));

    internal static IEnumerable<string> Lines(string list, string style)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Case(list + ".json")));
        CslItem[] items = [.. json.RootElement.EnumerateArray().Select(CslItemReader.Read)];
        CslStyle read = CslResources.Style(style);
        CslProcessor processor = new(read, read.Localized(CslResources.Locale, "en-US"), items, []);
        return [.. processor.Bibliography().Select(entry => $"{entry.Key}\t{Folded($"<div class=\"csl-entry\">{entry.Text}</div>")}")];
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
