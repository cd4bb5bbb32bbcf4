using Her2Gen.Checks;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;

namespace Her2Gen.Tests.Content;

/// <summary>The project guards itself: the site that it publishes is checked as any folder of HTML, whatever built it.</summary>
public sealed class PublishedSiteTests
{
    private static readonly FileTree Site = new(FolderReader.Read(Repository.Path("site-output"), "", new DiagnosticBag()) ?? []);

    public static TheoryData<string> RuleIds => [.. Rules.All.Select(rule => rule.Id)];

    private static readonly Lazy<IReadOnlyList<Diagnostic>> Found = new(() =>
    {
        DiagnosticBag diagnostics = new();
        SiteChecker.Check(Site, SourceMap.Empty, address: null, diagnostics);
        return diagnostics.Sorted();
    });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_published_site_breaks_no_rule(string id) => Assert.Equal("", string.Join('\n', Found.Value.Where(found => found.Rule.Id == id)));

    [Fact]
    public void There_is_something_to_guard() => Assert.True(SiteChecker.PagesOf(Site).Count > 5);
}
