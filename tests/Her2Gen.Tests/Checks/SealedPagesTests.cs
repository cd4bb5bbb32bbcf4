using System.Text;
using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Files;

namespace Her2Gen.Tests.Checks;

/// <summary>Pages of sealed editions never change: today's checks pass over them, and links lead to them all the same.</summary>
public sealed class SealedPagesTests
{
    private static string Said(params (string Path, string Text)[] files)
    {
        DiagnosticBag diagnostics = new();
        FileTree tree = new(files.Select(file => KeyValuePair.Create(FilePath.Parse(file.Path), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))));
        SiteChecker.Check(tree, SourceMap.Empty, address: null, diagnostics);
        return string.Join('\n', diagnostics.Sorted());
    }

    private static (string, string) Home(string link) =>
        ("index.html", $"<!DOCTYPE html><html lang='en'><title>One</title><meta name='description' content='Words'><main><h1>One</h1><a href='{link}'>then</a></main>");

    private static readonly (string, string) OldPage = ("editions/2025-01-03/index.html", "<a href='nowhere.html'></a>");
    private static readonly (string, string) OldStyle = ("editions/2025-01-03/a.css", "p { background: url(nowhere.png) }");
    private static readonly (string, string) Seal = ("editions/seals/2025-01-03/bagit.txt", "BagIt-Version: 1.0\n");

    [Fact]
    public void What_is_sealed_is_not_checked_by_the_checks_of_another_day() => Assert.Equal("", Said(Home("editions/2025-01-03/"), OldPage, OldStyle, Seal));

    [Fact]
    public void Without_a_seal_it_is()
    {
        string said = Said(Home("editions/2025-01-03/"), OldPage, OldStyle);
        Assert.Contains("editions/2025-01-03/index.html:1:10: error HG401 link-target-missing", said, StringComparison.Ordinal);
        Assert.Contains("editions/2025-01-03/a.css:1:", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_an_edition_that_is_not_there_is_broken() => Assert.Contains(
        "index.html:1:118: error HG401 link-target-missing: no file `editions/2025-01-04/index.html`", Said(Home("editions/2025-01-04/"), OldPage, Seal), StringComparison.Ordinal);

    [Theory]
    [InlineData("a/B.txt", "a/b.txt")]
    [InlineData("N\u00FA\u00F1ez.txt", "Nu\u0301n\u0303ez.txt")]
    public void Files_that_are_one_on_some_disks_are_told(string one, string other)
    {
        string[] both = [.. new[] { one, other }.Order(StringComparer.Ordinal)];
        Assert.Equal($"{both[1]}:1:1: error HG111 output-collision: `{both[1]}` and `{both[0]}` are one file on some disks", Said(Home("#top"), (one, ""), (other, "")));
    }
}
