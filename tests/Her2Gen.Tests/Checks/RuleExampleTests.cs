using System.Text;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>The examples that <c>her2gen rules</c> gives are true: the wrong one is found, the right one is not.</summary>
public sealed class RuleExampleTests
{
    // What the examples lead to.
    private static readonly string[] Others = ["about.html", "notes.html", "a b.html", "b.html", "os.svg", "p.png", "style.css"];

    public static TheoryData<string> OfPages =>
    [
        "HG328", "HG329", "HG330", "HG401", "HG402", "HG403", "HG404", "HG405", "HG406", "HG408", "HG409", "HG411", "HG412", "HG413", "HG414", "HG418", "HG419", "HG420",
        "HG501", "HG503", "HG504", "HG505", "HG506", "HG507", "HG508", "HG510", "HG511", "HG512", "HG513", "HG514", "HG515", "HG518", "HG519", "HG520", "HG521", "HG523",
    ];

    public static TheoryData<string> OfTexts => ["HG203", "HG306", "HG307", "HG308", "HG309", "HG311", "HG336", "HG339", "HG341", "HG502"];

    public static TheoryData<string> OfSettings => ["HG103", "HG104", "HG105", "HG106", "HG108"];

    [Theory]
    [MemberData(nameof(OfPages))]
    public void An_example_of_HTML_is_true(string id) => Expect(id, FoundOnPage);

    [Theory]
    [MemberData(nameof(OfTexts))]
    public void An_example_of_Markdown_is_true(string id) => Expect(id, body => new TestSite().With("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\n").With("content/article.md", TestSite.FrontMatter + "\n" + body + "\n").Said());

    [Theory]
    [MemberData(nameof(OfSettings))]
    public void An_example_of_YAML_is_true(string id) => Expect(id, lines =>
    {
        string[] keys = [.. lines.Split('\n').Select(line => line.Split(':')[0])];
        string others = string.Concat(TestSite.Settings.Split('\n').Where(line => !keys.Contains(line.Split(':')[0])).Select(line => line + "\n"));
        return new TestSite().With("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\n").With("content/site.yml", others + lines + "\n").Said();
    });

    private static void Expect(string id, Func<string, string> said)
    {
        RuleExplanation explanation = RuleExplanation.Of(Rules.Named(id) ?? throw new InvalidOperationException());
        Assert.Contains($" {id} ", said(explanation.Bad), StringComparison.Ordinal);
        Assert.DoesNotContain($" {id} ", said(explanation.Good), StringComparison.Ordinal);
    }

    // Each line that begins with a file's name is that file; an example without one is `index.html`.
    private static string FoundOnPage(string example)
    {
        Dictionary<string, string> files = Others.ToDictionary(file => file, file => $"<!DOCTYPE html><html lang=\"en\"><title>{file}</title>", StringComparer.Ordinal);
        if (example.Contains(".html: ", StringComparison.Ordinal))
        {
            foreach (string line in example.Split('\n')) files[line.Split(": ")[0]] = line.Split(": ", 2)[1];
        }
        else
        {
            files["index.html"] = example;
        }

        DiagnosticBag diagnostics = new();
        SiteChecker.Check(new FileTree(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Key), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value)))), SourceMap.Empty, SiteAddress.Unknown, diagnostics);
        return string.Join('\n', diagnostics.Sorted().Where(diagnostic => diagnostic.Location.File == "index.html"));
    }
}
