namespace Her2Gen.Tests;

/// <summary>The same sources give the same bytes, wherever and however they are built.</summary>
public sealed class ReproducibilityTests
{
    [Theory]
    [InlineData("one processor", "DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("many processors", "DOTNET_PROCESSOR_COUNT", "16")]
    [InlineData("another time zone", "TZ", "Pacific/Auckland")]
    [InlineData("another language", "LC_ALL", "tr_TR.UTF-8")]
    [InlineData("another home", "HOME", "/nonexistent")]
    public void The_bytes_do_not_depend_on(string what, string variable, string value)
    {
        using TemporaryFolder one = Lay(reversed: false);
        using TemporaryFolder other = Lay(reversed: false);
        Assert.Equal(Built(one, []), Built(other, new Dictionary<string, string> { [variable] = value }));
        Assert.NotEmpty(what);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_folder_the_order_of_its_files_or_their_times()
    {
        using TemporaryFolder one = Lay(reversed: false);
        using TemporaryFolder other = Lay(reversed: true);
        foreach (string file in Directory.EnumerateFiles(other.Path, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(file.Length));
        Assert.Equal(Built(one, []), Built(other, []));
    }

    [Fact]
    public void The_published_site_is_what_a_build_of_the_checkout_makes()
    {
        using TemporaryFolder output = new();
        ProcessResult build = Her2GenProcess.Run(Repository.Root, "build", "--strict", "--output", output["site"]);
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        Assert.Equal(TemporaryFolder.Snapshot(Repository.Path("site-output")), TemporaryFolder.Snapshot(output["site"]));
    }

    // The repository's own content, and pages enough that they are drawn in parallel.
    private static TemporaryFolder Lay(bool reversed)
    {
        TemporaryFolder folder = new();
        List<(string Path, byte[] Bytes)> files = [];
        foreach (string file in Directory.EnumerateFiles(Repository.Path("content"), "*", SearchOption.AllDirectories)) files.Add((Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file)));
        for (int i = 0; i < 40; i++) files.Add(($"content/pages/page-{i}.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: Page {i}\nsummary: A page.\n---\n\n## Part {i}\n\nIt cites [@slamon1987].\n")));
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        if (reversed) files.Reverse();
        foreach ((string path, byte[] bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path]) ?? folder.Path);
            File.WriteAllBytes(folder[path], bytes);
        }

        return folder;
    }

    private static SortedDictionary<string, string> Built(TemporaryFolder folder, Dictionary<string, string> environment)
    {
        ProcessResult build = Her2GenProcess.Run(folder.Path, environment, "build");
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        SortedDictionary<string, string> site = TemporaryFolder.Snapshot(folder["site-output"]);
        Assert.True(site.Count > 40);
        return site;
    }
}
