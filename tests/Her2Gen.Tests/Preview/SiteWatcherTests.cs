using Her2Gen.Preview;

namespace Her2Gen.Tests.Preview;

/// <summary>Changes are seen in both ways there are: by inotify, and by what .NET has for every system.</summary>
public sealed class SiteWatcherTests : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder site = new();

    public SiteWatcherTests()
    {
        site.Write("content/article.md", "One.");
        site.Write("content/pages/about.md", "Two.");
        site.Write("templates/page.html", "Three.");
    }

    public static TheoryData<bool> Ways => OperatingSystem.IsLinux() ? [true, false] : [false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_save_is_told_with_its_file(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        site.Write("content/pages/about.md", "Other.");
        SourceChanges? seen = watcher.Next(LongestWait, CancellationToken.None);
        Assert.NotNull(seen);
        Assert.False(seen.IsEverything);
        Assert.Equal([site["content/pages/about.md"]], seen.Files);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_save_by_renaming_is_told(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        site.Write("content/article.md.new", "Other.");
        File.Move(site["content/article.md.new"], site["content/article.md"], overwrite: true);
        UntilTold(watcher, "content/article.md");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_template_is_watched_and_a_file_that_goes(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        File.Delete(site["templates/page.html"]);
        UntilTold(watcher, "templates/page.html");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_saved_in_a_new_folder_is_told(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        site.Write("content/figures/deep/a.svg", "<svg/>");
        UntilTold(watcher, "content/figures/deep/a.svg");
        UntilQuiet(watcher);
        site.Write("content/figures/deep/a.svg", "<svg />");
        UntilTold(watcher, "content/figures/deep/a.svg");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_folder_that_goes_and_comes_back_is_watched_again(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        Directory.Move(site["content"], site["away"]);
        UntilTold(watcher, "content/article.md");
        Directory.Move(site["away"], site["content"]);
        UntilTold(watcher, "content/article.md");
        UntilQuiet(watcher);
        site.Write("content/pages/about.md", "Other.");
        UntilTold(watcher, "content/pages/about.md");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_a_build_writes_is_no_change(bool byInotify)
    {
        using SiteWatcher watcher = new(site.Path, byInotify);
        site.Write("site-output/index.html", "Built.");
        site.Write("notes.txt", "Mine.");
        site.Write("content/article.md", "Other.");
        SourceChanges? seen = watcher.Next(LongestWait, CancellationToken.None);
        Assert.NotNull(seen);
        Assert.False(seen.IsEverything);
        Assert.Equal([site["content/article.md"]], seen.Files);
    }

    public void Dispose() => site.Dispose();

    // So that what is told next is of what happens next.
    private static void UntilQuiet(SiteWatcher watcher)
    {
        while (watcher.Next(TimeSpan.FromMilliseconds(500), CancellationToken.None) is not null) continue;
    }

    // In one piece or in several.
    private void UntilTold(SiteWatcher watcher, string file)
    {
        while (watcher.Next(LongestWait, CancellationToken.None) is { } seen)
            if (seen.IsEverything || seen.Files.Contains(site[file])) return;
        Assert.Fail($"no change of {file} was told");
    }
}
